package miniredis.spec.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
        var page = page(Optional.empty());
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
                .forEach(rule -> assertThat(anchors).contains(Html.anchor("rule", rule.title())));
        var links =
                Pattern.compile("href=\"#([^\"]+)\"").matcher(page).results().map(found -> found.group(1));
        assertThat(anchors).containsAll(links.collect(Collectors.toSet()));
    }

    @Test
    void textIsText() throws IOException {
        var page = page(Optional.empty());

        assertThat(page).doesNotContain("<script");
        Specification.load().scenarios().forEach(scenario -> assertThat(page).contains(Html.prose(scenario.title())));
    }

    @Test
    void theVerdictsOfARunStandBesideTheExamples() throws IOException {
        Files.writeString(folder.resolve("results.json"), """
                {"server": "<mine>", "scenarios": [{"id": "INCR-01", "status": "failed"}, {"id": "SET-01", "status": "passed"}]}""");

        assertThat(page(Optional.of(folder)))
                .contains("<b>&lt;mine&gt;</b>, 1 of 2 passed", "<span class=\"failed\">failed</span>");
    }

    @Test
    void aFolderWithoutResultsIsNamed() {
        assertThatThrownBy(() -> page(Optional.of(folder))).isInstanceOf(IOException.class);
    }

    private String page(Optional<Path> results) throws IOException {
        return Files.readString(Book.write(folder.resolve("book"), results));
    }
}
