package miniredis.proof.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import miniredis.spec.specification.SpecScenario;
import miniredis.spec.specification.Specification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which scenarios a mutant meets, and in which order. */
class ReachTest {
    private static final Set<String> ALL_LINES = Set.of("A:1", "A:2", "A:3", "A:4");

    private final Reach reach = new Reach(
            ALL_LINES,
            Set.of("A:1", "A"),
            Map.of("SET-01", Set.of("A", "A:2"), "SET-02", Set.of("A", "A:2", "A:3"), "GONE-01", Set.of("B")));

    @Test
    void thoseThatReachTheLineComeFirst() {
        assertThat(first("A", 3)).containsExactly("SET-02");
        assertThat(first("A", 2)).containsExactlyInAnyOrder("SET-01", "SET-02");
    }

    @Test
    void theClassCountsWhereTheLineIsNotMeasured() {
        assertThat(first("B", 17)).containsExactly("GONE-01");
    }

    @Test
    void nobodyReachesIt() {
        assertThat(new Waves(reach).against(at("A", 4), List.of())).isEmpty();
        assertThat(new Waves(reach).against(at("A", 4), List.of("SET-01"))).isEmpty();
    }

    @Test
    void whatTheServerReachesByItselfMeetsAllScenarios() {
        assertThat(new Waves(reach).against(at("A", 1), List.of()).stream().flatMap(Collection::stream))
                .containsExactlyInAnyOrderElementsOf(
                        Specification.load().scenarios().toList());
    }

    @Test
    void anotherLineMeetsThoseThatReachIt() {
        assertThat(new Waves(reach).against(at("A", 2), List.of()).stream().flatMap(Collection::stream))
                .extracting(SpecScenario::id)
                .containsExactlyInAnyOrder("SET-01", "SET-02");
    }

    @Test
    void neighboursKillersComeFirst() {
        var waves = new Waves(reach).against(at("A", 1), List.of("SET-01"));

        assertThat(waves.get(0)).extracting(SpecScenario::id).contains("SET-01");
    }

    @Test
    void isReadAsItWasWritten(@TempDir Path folder) throws Exception {
        var file = folder.resolve("reach.txt");
        reach.write(file);

        assertThat(Reach.read(file)).isEqualTo(reach);
    }

    private Set<String> first(String className, int line) {
        return new Waves(reach)
                .against(at(className, line), List.of()).get(0).stream()
                        .map(SpecScenario::id)
                        .collect(Collectors.toSet());
    }

    private static Mutant at(String className, int line) {
        return new Mutant("A.method Math 1", className, line, "", new byte[0]);
    }
}
