package miniredis.spec.verdict;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import miniredis.spec.specification.Level;

/** Gives failures without a cause, those of random commands, the cause of another failure, once all root causes are known. */
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

    /** The first cause of a scenario that has to pass before; rather one of the same step. */
    private static Optional<Cause> another(ScenarioResult waiting, List<ScenarioResult> results) {
        int step = waiting.scenario().step();
        return Stream.concat(
                        before(waiting, results)
                                .filter(result -> result.scenario().step() == step),
                        before(waiting, results))
                .flatMap(result -> result.cause().stream())
                .findFirst();
    }

    private static Stream<ScenarioResult> before(ScenarioResult waiting, List<ScenarioResult> results) {
        return results.stream()
                .filter(result -> result.scenario().step() <= waiting.scenario().step())
                .filter(result -> result.scenario().level() == Level.PLAIN
                        || waiting.scenario().level() == Level.EXACT);
    }
}
