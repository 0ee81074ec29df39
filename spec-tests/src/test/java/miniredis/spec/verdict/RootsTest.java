package miniredis.spec.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import miniredis.spec.command.Catalogue;
import miniredis.spec.specification.SpecScenario;
import miniredis.spec.specification.Specification;
import org.junit.jupiter.api.Test;

class RootsTest {
    private static final List<SpecScenario> SCENARIOS =
            Specification.load().scenarios().toList();

    @Test
    void everyIdIsThatOfAScenario() {
        assertThat(Roots.rows()).isNotEmpty().allSatisfy(row -> {
            assertThat(row.explained()).allMatch(id -> exists(id) || isAnotherName(id));
            assertThat(row.by()).isNotEmpty().allMatch(RootsTest::exists);
            assertThat(row.unless().stream()).allMatch(RootsTest::exists);
        });
    }

    private static boolean exists(String id) {
        return SCENARIOS.stream().anyMatch(scenario -> scenario.isCalled(id));
    }

    private static boolean isAnotherName(String name) {
        return Stream.of(Framing.values()).anyMatch(framing -> framing.title().equals(name))
                || Catalogue.command(name).isPresent();
    }

    /** Row by row of an outline, so that a row may explain its neighbours. */
    @Test
    void nothingExplainsItself() {
        for (var scenario : SCENARIOS) {
            assertThat(explaining(scenario.id(), new HashSet<>()))
                    .as(scenario.id())
                    .doesNotContain(scenario.id());
        }
    }

    private static Set<String> explaining(String id, Set<String> known) {
        Roots.rows().stream()
                .filter(row -> row.explained().stream().anyMatch(name -> isCalled(id, name)))
                .flatMap(row -> row.by().stream())
                .flatMap(name -> SCENARIOS.stream().map(SpecScenario::id).filter(each -> isCalled(each, name)))
                .collect(Collectors.toSet())
                .forEach(root -> {
                    if (known.add(root)) {
                        explaining(root, known);
                    }
                });
        return known;
    }

    private static boolean isCalled(String id, String name) {
        return id.equals(name) || id.startsWith(name + ".");
    }
}
