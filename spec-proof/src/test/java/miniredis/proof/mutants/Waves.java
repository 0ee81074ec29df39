package miniredis.proof.mutants;

import static java.util.function.Predicate.not;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import miniredis.spec.cucumber.ScenarioNeeds;
import miniredis.spec.specification.SpecScenario;
import miniredis.spec.specification.Specification;

/**
 * The order in which the scenarios that reach a mutant are tried: first a few, of which one will most likely notice it; then many
 * that are quick; then the rest.
 */
final class Waves {
    private static final int FEW = 8;
    private static final int MANY = 80;

    private final List<SpecScenario> broadest;
    private final List<SpecScenario> narrowest;
    private final Reach reach;

    Waves(Reach reach) {
        this.reach = reach;
        var all = Specification.load().scenarios().toList();
        narrowest = all.stream()
                .sorted(Comparator.comparing((SpecScenario scenario) ->
                                ScenarioNeeds.of(scenario).floods())
                        .thenComparingInt(scenario -> placesOf(scenario).size()))
                .toList();
        broadest = broadestFirst(all);
    }

    private Set<String> placesOf(SpecScenario scenario) {
        return reach.byScenario().getOrDefault(scenario.id(), Set.of());
    }

    /** Each scenario adds as many places as possible to those before it. Scenarios that add nothing come last. */
    private List<SpecScenario> broadestFirst(List<SpecScenario> all) {
        var left = new ArrayList<>(all);
        var order = new ArrayList<SpecScenario>();
        var reached = new HashSet<String>();
        while (!left.isEmpty()) {
            var next = left.stream()
                    .max(Comparator.comparingLong(scenario -> placesOf(scenario).stream()
                            .filter(not(reached::contains))
                            .count()))
                    .orElseThrow();
            if (!reached.addAll(placesOf(next))) {
                order.addAll(left);
                break;
            }
            order.add(next);
            left.remove(next);
        }
        return order;
    }

    /**
     * The scenarios that reach it, in the order in which they are to be tried.
     *
     * @param near ids of the scenarios that noticed a similar mutant
     */
    List<Set<SpecScenario>> against(Mutant mutant, Collection<String> near) {
        Predicate<SpecScenario> able = reach.isLeftToScenarios(mutant) ? reaching(reach.of(mutant)) : scenario -> true;
        var few = new LinkedHashSet<SpecScenario>();
        take(narrowest, able.and(reaching(near)), FEW / 2, few);
        take(narrowest, able, FEW / 2, few);
        take(broadest, able.and(Waves::isQuick), FEW / 2, few);
        var many = new LinkedHashSet<SpecScenario>();
        take(broadest, able.and(Waves::isQuick).and(not(few::contains)), MANY, many);
        var rest = new LinkedHashSet<SpecScenario>();
        take(narrowest, able.and(not(few::contains)).and(not(many::contains)), Integer.MAX_VALUE, rest);
        return List.<Set<SpecScenario>>of(few, many, rest).stream()
                .filter(not(Set::isEmpty))
                .toList();
    }

    private static Predicate<SpecScenario> reaching(Collection<String> ids) {
        return scenario -> ids.contains(scenario.id());
    }

    private static boolean isQuick(SpecScenario scenario) {
        var needs = ScenarioNeeds.of(scenario);
        return !needs.waits() && !needs.runsAlone();
    }

    private static void take(
            List<SpecScenario> order, Predicate<SpecScenario> which, int most, Collection<SpecScenario> into) {
        order.stream().filter(which).limit(most).forEach(into::add);
    }
}
