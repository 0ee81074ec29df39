package miniredis.spec.execution;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import miniredis.spec.cucumber.ScenarioNeeds;
import miniredis.spec.i18n.Message;
import miniredis.spec.specification.Level;
import miniredis.spec.verdict.Cause;
import miniredis.spec.verdict.ScenarioResult;
import miniredis.spec.verdict.Status;

/**
 * What is reported of failed scenarios with random commands, or with clients that get in each other's way. Where ordinary
 * scenarios up to the same step failed too, a learner's list of causes does not get longer: the random commands most likely met
 * the same mistake. Otherwise it is a separate cause, and worth a short example.
 */
final class ExploredResults {
    private static final Message NOTE = Message.of("note.explored");

    private ExploredResults() {}

    /** @param shortened shortens a failure that is a separate cause */
    static List<ScenarioResult> settle(List<ScenarioResult> results, UnaryOperator<ScenarioResult> shortened) {
        return results.stream()
                .map(result -> isToSettle(result)
                        ? named(results, result).findAny().isPresent()
                                ? result.withoutCause(NOTE)
                                : shortened.apply(result)
                        : result)
                .toList();
    }

    /** Where a command is missing, that is the cause. */
    private static boolean isToSettle(ScenarioResult result) {
        return explores(result)
                && result.status() == Status.FAILED
                && result.cause()
                        .filter(cause -> cause.kind() == Cause.Kind.MISSING_COMMAND)
                        .isEmpty();
    }

    private static boolean explores(ScenarioResult result) {
        return ScenarioNeeds.of(result.scenario()).explores();
    }

    private static Stream<ScenarioResult> named(List<ScenarioResult> results, ScenarioResult explored) {
        var scenario = explored.scenario();
        return results.stream()
                .filter(result -> result.status() == Status.FAILED && !explores(result))
                .filter(result -> result.scenario().step() <= scenario.step())
                .filter(result -> result.scenario().level() == Level.PLAIN || scenario.level() == Level.EXACT);
    }
}
