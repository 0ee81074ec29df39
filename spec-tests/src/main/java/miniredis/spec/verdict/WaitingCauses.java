package miniredis.spec.verdict;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import miniredis.spec.specification.Level;

/**
 * Gives failures without a cause, those of random commands, the cause of another failure, once all root causes are known: the
 * one that looks the same, or the only one that there is. Where several may be it, none is named.
 */
final class WaitingCauses {
    private WaitingCauses() {}

    static List<ScenarioResult> resolved(List<ScenarioResult> results) {
        return results.stream()
                .map(result -> waits(result)
                        ? another(result, results).map(result::with).orElse(result)
                        : result)
                .toList();
    }

    private static boolean waits(ScenarioResult result) {
        return result.status() == Status.FAILED && result.cause().isEmpty();
    }

    private static Optional<Cause> another(ScenarioResult waiting, List<ScenarioResult> results) {
        var causes = before(waiting, results)
                .flatMap(result -> result.cause().stream())
                .distinct()
                .toList();
        return waiting.failure()
                .map(failure -> CauseFinder.of(waiting.scenario(), failure, false))
                .filter(causes::contains)
                .or(() -> causes.size() == 1 ? Optional.of(causes.get(0)) : Optional.empty());
    }

    /** The results of those that have to pass before it. */
    private static Stream<ScenarioResult> before(ScenarioResult waiting, List<ScenarioResult> results) {
        return results.stream()
                .filter(result -> result.scenario().step() <= waiting.scenario().step())
                .filter(result -> result.scenario().level() == Level.PLAIN
                        || waiting.scenario().level() == Level.EXACT);
    }
}
