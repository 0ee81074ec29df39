package miniredis.spec.verdict;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Puts first the causes of scenarios that passed before: the author still remembers the change that broke them. */
final class Regressions {
    private Regressions() {}

    /**
     * The same causes in another order: those of a scenario that passed before come first, shown by that scenario. The cause of a
     * server that answers no client stays unchanged.
     *
     * @param passedBefore ids of scenarios that passed before
     */
    static List<RankedCause> first(List<RankedCause> causes, List<ScenarioResult> results, Set<String> passedBefore) {
        var regressed = new ArrayList<RankedCause>();
        var others = new ArrayList<RankedCause>();
        for (var ranked : causes) {
            results.stream()
                    .filter(result -> passedBefore.contains(result.scenario().id()))
                    .filter(result ->
                            result.waitsFor().filter(ranked.cause()::equals).isPresent())
                    .min(Comparator.comparingInt(result -> result.scenario().step()))
                    .filter(result -> ranked.cause().kind() != Cause.Kind.NO_REPLY)
                    .ifPresentOrElse(
                            result -> regressed.add(new RankedCause(ranked.cause(), result, ranked.scenarios())),
                            () -> others.add(ranked));
        }
        regressed.addAll(others);
        return List.copyOf(regressed);
    }
}
