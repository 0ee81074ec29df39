package miniredis.spec.specification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Own features are as good as the built-in ones, and need less around them. */
class OwnFeaturesTest {
    private static final String PING = """
                When a client sends PING
                Then the reply is PONG
            """;

    @TempDir
    private Path folder;

    private Specification both;

    @BeforeEach
    void read() throws IOException {
        Files.createDirectories(folder.resolve("week 2"));
        write("a.feature", """
                Feature: No step, no rule
                  Background:
                    Given "log" holds "x"

                  @OWN-01
                  Scenario: Without a rule
                """ + PING + """
                  @OWN-02
                  Scenario Outline: Row <n>
                    When a client sends PING
                    Then the reply is PONG
                    Examples:
                      | n |
                      | 1 |
                      | 2 |
                """);
        write("week 2/b.feature", """
                @step3
                Feature: Of a step
                  Rule: A law
                    https://example.org/law
                    @OWN-03 @exact
                    Scenario: Under a rule
                """ + PING);
        var own = OwnFeatures.in(folder);
        assertThat(own.faults()).isEmpty();
        both = Specification.load().with(own.features(), folder);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private SpecScenario scenario(String id) {
        return both.scenarios().filter(it -> it.id().equals(id)).findFirst().orElseThrow();
    }

    @Test
    void pathAndLineAreTheAuthors() {
        assertThat(scenario("OWN-01").path())
                .isEqualTo(folder.resolve("a.feature").toString());
        assertThat(scenario("OWN-01").line()).isEqualTo(6);
        assertThat(scenario("OWN-03").path()).endsWith("week 2/b.feature");
    }

    @Test
    void aScenarioUnderNoRuleStandsForItself() {
        assertThat(scenario("OWN-01").rule()).isEqualTo("Without a rule");
        assertThat(scenario("OWN-02.2").rule()).isEqualTo("Row <n>");
        assertThat(scenario("OWN-01").reference()).isEmpty();
        assertThat(scenario("OWN-03").rule()).isEqualTo("A law");
        assertThat(scenario("OWN-03").reference()).isEqualTo("https://example.org/law");
    }

    @Test
    void theBackgroundIsPartOfEachScenario() {
        assertThat(scenario("OWN-02.1").text()).startsWith("Given \"log\" holds \"x\"\nWhen a client sends PING");
        assertThat(scenario("OWN-03").text()).startsWith("When");
    }

    @Test
    void withoutAStepTheyArePlayedWhateverStepIsAskedFor() {
        assertThat(ids(OptionalInt.of(1), Optional.empty(), true))
                .contains("TCP-01", "OWN-01", "OWN-02.1", "OWN-02.2")
                .doesNotContain("OWN-03", "INCR-03");
        assertThat(ids(OptionalInt.empty(), Optional.of("keys"), true))
                .contains("OWN-01")
                .doesNotContain("OWN-03");
    }

    @Test
    void withAStepAndALevelTheyBelongToThem() {
        assertThat(ids(OptionalInt.of(3), Optional.empty(), true)).contains("OWN-03");
        assertThat(ids(OptionalInt.of(3), Optional.empty(), false)).doesNotContain("OWN-03");
    }

    @Test
    void theyCanBeHadWithoutTheBuiltInOnes() {
        var alone = new Specification(OwnFeatures.in(folder).features(), Optional.of(folder));

        assertThat(alone.isOwn()).isTrue();
        assertThat(both.isOwn()).isFalse();
        assertThat(both.own()).extracting(SpecScenario::id).containsExactly("OWN-01", "OWN-02.1", "OWN-02.2", "OWN-03");
        assertThat(Selection.everything(true).of(alone).scenarios()).hasSize(4);
        assertThat(Selection.everything(true).of(both).only("own-02").scenarios())
                .hasSize(2);
    }

    private List<String> ids(OptionalInt step, Optional<String> area, boolean strict) {
        return new Selection(both, step, area, Optional.empty(), strict, Selection.SEED)
                .scenarios().stream().map(SpecScenario::id).toList();
    }
}
