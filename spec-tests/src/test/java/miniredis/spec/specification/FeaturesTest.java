package miniredis.spec.specification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What features/README.md promises about the features. */
class FeaturesTest {
    private static final Path FEATURES = Path.of("../features");

    private final Specification specification = Specification.load();

    @Test
    void everyScenarioHasAnIdOfItsOwn() throws IOException {
        // A row's id comes from its outline's, so the tags are what to count.
        var tags = featureLines()
                .flatMap(line -> Pattern.compile("@[A-Z]+-\\d+").matcher(line).results())
                .map(match -> match.group())
                .toList();

        assertThat(tags).doesNotHaveDuplicates().allMatch(tag -> tag.matches("@[A-Z]+-\\d\\d"));
        assertThat(specification.scenarios().map(SpecScenario::id)).doesNotHaveDuplicates();
    }

    @Test
    void titlesAreUnique() {
        assertThat(specification.scenarios().map(SpecScenario::title)).doesNotHaveDuplicates();
        assertThat(specification.features().stream().map(SpecFeature::title)).doesNotHaveDuplicates();
    }

    @Test
    void everyRuleNamesItsPageOfTheRedisDocumentation() {
        assertThat(specification.features().stream().flatMap(feature -> feature.rules().stream()))
                .allSatisfy(rule ->
                        assertThat(rule.reference()).as(rule.title()).startsWith("https://redis.io/docs/latest/"));
    }

    @Test
    void everyFeatureHasOneStepTagThatFitsItsFolder() throws IOException {
        for (var feature : specification.features()) {
            var text = Files.readString(Path.of("..", feature.path()));
            assertThat(Pattern.compile("@step\\d").matcher(text).results())
                    .as(feature.path())
                    .hasSize(1);
            assertThat(feature.path()).startsWith("features/" + feature.step() + "-");
            assertThat(feature.description()).as("prose of " + feature.path()).isNotBlank();
        }
    }

    @Test
    void everyFeatureOfStep5BelongsToOneArea() throws IOException {
        for (var feature : specification.features()) {
            var tags = Files.readAllLines(Path.of("..", feature.path())).get(0).split(" ");
            assertThat(Stream.of(tags).map(tag -> tag.substring(1)).filter(Specification.AREAS::contains))
                    .as(feature.path())
                    .hasSize(feature.step() == 5 ? 1 : 0);
        }
        assertThat(specification.scenarios().map(SpecScenario::area).filter(area -> !area.isEmpty()))
                .containsAll(Specification.AREAS);
    }

    @Test
    void everyScenarioBelongsToARule() throws IOException {
        long written = featureLines()
                .filter(line -> line.strip().matches("Scenario( Outline)?:.*"))
                .count();
        long underARule = specification
                .scenarios()
                .map(scenario -> scenario.id().replaceAll("\\..*", ""))
                .distinct()
                .count();

        assertThat(underARule).isEqualTo(written);
    }

    @Test
    void aScenarioHasOneWhen() {
        assertThat(specification.scenarios())
                .allSatisfy(scenario -> assertThat(scenario.text().lines().filter(line -> line.startsWith("When ")))
                        .as(scenario.id())
                        .hasSizeLessThanOrEqualTo(1));
    }

    /** A reader counts the commands of the When. Replies to a Given of the same client would be in the table as well. */
    @Test
    void aTableOfRepliesHasThoseThatTheWhenBrought() {
        assertThat(specification.scenarios().filter(scenario -> scenario.text().contains("\nThen the replies are:")))
                .isNotEmpty()
                .allSatisfy(scenario -> {
                    var parts = scenario.text().split("(?m)^(When|Then) ");
                    assertThat(senders(parts[0])).as(scenario.id()).doesNotContain(last(senders(parts[1])));
                });
    }

    @Test
    void stepsOneToFourUseOnlyTheSixCommands() {
        var six = Set.of("PING", "GET", "SET", "INCR", "EXPIRE", "TTL");
        var sent = Pattern.compile("client sends ([A-Za-z]+)");
        assertThat(specification
                        .scenarios()
                        .filter(scenario -> scenario.step() <= 4)
                        .flatMap(scenario -> sent.matcher(scenario.text()).results())
                        .map(match -> match.group(1).toUpperCase(Locale.ROOT))
                        .filter(word -> !word.equals("THE") && !word.equals("THESE"))
                        .filter(word -> !six.contains(word)))
                .as("only what no server knows")
                .allMatch(word -> Set.of("NOSUCHCOMMAND", "FOO", "GETT", "PINGG", "PIN", "PINGPONG")
                        .contains(word));
    }

    /** The clients that send something, in order: "a client" and "the client" are one, so are "another" and "the other client". */
    private static List<String> senders(String steps) {
        return Pattern.compile("(?i)\\b(a|another|the) (other )?client sends")
                .matcher(steps)
                .results()
                .map(match -> match.group().matches("(?i)another .*|.* other .*") ? "another" : "a")
                .toList();
    }

    private static String last(List<String> senders) {
        return senders.isEmpty() ? "" : senders.get(senders.size() - 1);
    }

    private static Stream<String> featureLines() throws IOException {
        try (var files = Files.walk(FEATURES)) {
            var lines = Stream.<String>builder();
            for (var file :
                    files.filter(path -> path.toString().endsWith(".feature")).toList()) {
                Files.readAllLines(file).forEach(lines);
            }
            return lines.build();
        }
    }
}
