package miniredis.spec.execution;

import java.util.List;
import java.util.function.UnaryOperator;
import miniredis.spec.cucumber.ScenarioNeeds;
import miniredis.spec.i18n.Message;
import miniredis.spec.verdict.ScenarioResult;
import miniredis.spec.verdict.Status;
import miniredis.spec.verdict.WaitingCauses;

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
                        ? isExplained(result, results) ? result.withoutCause(NOTE) : shortened.apply(result)
                        : result)
                .toList();
    }

    /** By what has to pass before it; or by the only other thing that is wrong, which may show in a later step or only exactly. */
    private static boolean isExplained(ScenarioResult explored, List<ScenarioResult> results) {
        var named = results.stream().filter(result -> !explores(result)).toList();
        return WaitingCauses.mayExplain(explored, named).findAny().isPresent()
                || WaitingCauses.only(named).isPresent();
    }

    /** Where a command is missing, that is the cause. */
    private static boolean isToSettle(ScenarioResult result) {
        return explores(result) && result.status() == Status.FAILED && !WaitingCauses.isForMissing(result);
    }

    private static boolean explores(ScenarioResult result) {
        return ScenarioNeeds.of(result.scenario()).explores();
    }
}
