package miniredis.spec.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import miniredis.spec.i18n.Messages;
import miniredis.spec.specification.SpecScenario;
import miniredis.spec.specification.Specification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page has everything that the features have, and every link in it leads somewhere. */
class BookTest {
    @TempDir
    private Path folder;

    @Test
    void everyIdAndEveryRuleHasAnAddressAndEveryLinkLeadsToOne() throws IOException {
        var page = page(List.of());
        var anchors = Pattern.compile(" id=\"([^\"]+)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(anchors).doesNotHaveDuplicates();
        assertThat(anchors)
                .containsAll(
                        Specification.load().scenarios().map(SpecScenario::id).toList());
        Specification.load().features().stream()
                .flatMap(feature -> feature.rules().stream())
                .forEach(rule -> assertThat(anchors)
                        .contains("rule-" + rule.scenarios().get(0).outline()));
        var links =
                Pattern.compile("href=\"#([^\"]+)\"").matcher(page).results().map(found -> found.group(1));
        assertThat(anchors).containsAll(links.collect(Collectors.toSet()));
    }

    @Test
    void textIsText() throws IOException {
        var page = page(List.of());

        assertThat(page).doesNotContain("<script");
        Specification.load().scenarios().forEach(scenario -> assertThat(page).contains(Html.prose(scenario.title())));
    }

    @Test
    void theBookInJapaneseHasTheSameAddresses() throws IOException {
        var file = folder.resolve("index.html");
        ComparisonPage.writeBook(file, List.of(), Messages.JAPANESE);
        var addresses = Pattern.compile(" id=\"[^\"]+\"");

        assertThat(addresses.matcher(Files.readString(file)).results().map(MatchResult::group))
                .containsExactlyElementsOf(addresses
                        .matcher(page(List.of()))
                        .results()
                        .map(MatchResult::group)
                        .toList());
    }

    @Test
    void theVerdictsOfARunStandBesideTheExamples() throws IOException {
        Files.writeString(folder.resolve("results.json"), """
                {"server": "<mine>", "scenarios": [{"id": "INCR-01", "status": "failed"}, {"id": "SET-01", "status": "passed"}]}""");

        assertThat(page(ResultsJson.read(folder)))
                .contains("<b>&lt;mine&gt;</b>, 1 of 2 passed")
                .containsPattern("aria-label=\"failed\"></i> <a class=\"id\" href=\"#INCR-01\"")
                .containsPattern("aria-label=\"passed\"></i> <a class=\"id\" href=\"#SET-01\"")
                .containsPattern("<summary><a class=\"id\" href=\"#INCR-02\"");
    }

    @Test
    void aFolderWithoutResultsIsNamed() {
        assertThatThrownBy(() -> ResultsJson.read(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no results.json");
    }

    private String page(List<Results> ofRun) throws IOException {
        var file = folder.resolve("index.html");
        ComparisonPage.writeBook(file, ofRun, Messages.ENGLISH);
        return Files.readString(file);
    }
}
