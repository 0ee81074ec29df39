package miniredis.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import miniredis.proof.faults.PatchedServer;
import miniredis.proof.mistakes.Mistake;
import miniredis.proof.mistakes.SourceMistake;
import miniredis.spec.specification.SpecScenario;
import miniredis.spec.specification.Specification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** The table of mistakes is complete and consistent. {@link KillMatrix} checks whether each of them is caught. */
class MistakesTest {
    private static final Path HERE = Path.of("src/test/java/miniredis/proof");

    @Test
    void thereAreManyAndEachHasANameOfItsOwn() {
        assertThat(Mistake.all()).hasSizeGreaterThanOrEqualTo(150);
        assertThat(Mistake.all()).extracting(Mistake::title).doesNotHaveDuplicates();
        assertThat(Mistake.all())
                .extracting(mistake -> mistake.entry().sentence())
                .doesNotHaveDuplicates();
    }

    @Test
    void eachIsExplained() {
        assertThat(Mistake.all()).allSatisfy(mistake -> {
            var entry = mistake.entry();
            assertThat(entry.sentence()).as(mistake.title()).endsWith(".").hasSizeLessThan(110);
            assertThat(entry.look()).as(mistake.title()).isNotBlank().doesNotEndWith(".");
            assertThat(entry.step()).isBetween(1, 5);
        });
    }

    @Test
    void eachNamesScenariosThatExist() {
        var ids = Specification.load().scenarios().map(SpecScenario::id).collect(Collectors.toSet());

        assertThat(Mistake.all())
                .allSatisfy(mistake -> assertThat(mistake.entry().caughtBy())
                        .as(mistake.title())
                        .isNotEmpty()
                        .allMatch(ids::contains));
    }

    /** A mistake whose switch the server does not use would never be made. */
    @Test
    void eachIsASwitchOfTheServer() throws IOException {
        try (var files = Files.list(HERE.resolve("faults"))) {
            var server = new StringBuilder();
            for (var file : files.toList()) {
                Files.readString(file)
                        .lines()
                        .filter(line -> !line.startsWith("import"))
                        .forEach(line -> server.append(line).append('\n'));
            }
            assertThat(Mistake.all().stream().filter(mistake -> !(mistake instanceof SourceMistake)))
                    .allSatisfy(
                            mistake -> assertThat(server.toString()).containsPattern("\\b" + mistake.name() + "\\b"));
        }
    }

    /** A patch that fits nowhere, or in two places, would not make the mistake that its sentence describes. */
    @Test
    void eachPatchFitsTheSourceInOnePlace() throws IOException {
        for (var mistake : Mistake.all()) {
            if (mistake instanceof SourceMistake inSource) {
                var file = Path.of("..")
                        .resolve(PatchedServer.SOURCES)
                        .resolve(inSource.patch().file() + ".java");
                assertThat(inSource.patch().occurrences(Files.readString(file)))
                        .as(mistake.title())
                        .isEqualTo(1);
            }
        }
    }

    @Test
    void eachAreaOfStep5HasItsMistakes() {
        assertThat(Mistake.all().stream()
                        .filter(SourceMistake.class::isInstance)
                        .collect(Collectors.groupingBy(Object::getClass, Collectors.counting()))
                        .values())
                .hasSize(Specification.AREAS.size())
                .allMatch(count -> count >= 10);
    }

    @Test
    @DisabledIfSystemProperty(
            named = "proof.write",
            matches = ".*",
            disabledReason = "the pages are written by this run")
    void thePagesSayWhatTheTableSays() throws IOException {
        var files = MistakesPages.files();
        assertThat(files.equals(MistakesPages.read().pages())
                        && files.values().stream().noneMatch(page -> page.contains("not tried yet")))
                .as("docs/common-mistakes is up to date; it is written by: mvn verify -Dproof.write")
                .isTrue();
    }
}
