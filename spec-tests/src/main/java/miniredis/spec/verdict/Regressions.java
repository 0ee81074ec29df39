package miniredis.spec.verdict;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Puts in front what keeps scenarios from passing that passed before: the change that did it is still in its author's head. */
final class Regressions {
    private Regressions() {}

    /**
     * The same causes in another order: those of a scenario that passed before come first, shown by that scenario. A server that
     * answers nobody stays what it is.
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
