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
        if (results.stream().noneMatch(ExploredResults::isToSettle)) {
            return results;
        }
        var named = results.stream().filter(result -> !explores(result)).toList();
        // The only other thing that is wrong explains it, too, where it shows in a later step or only exactly.
        boolean isOne = WaitingCauses.only(named).isPresent();
        return results.stream()
                .map(result -> !isToSettle(result)
                        ? result
                        : isOne
                                        || WaitingCauses.mayExplain(result, named)
                                                .findAny()
                                                .isPresent()
                                ? result.withoutCause(NOTE)
                                : shortened.apply(result))
                .toList();
    }

    /** Where a command is missing, that is the cause. */
    private static boolean isToSettle(ScenarioResult result) {
        return explores(result) && result.status() == Status.FAILED && !WaitingCauses.isForMissing(result);
    }

    private static boolean explores(ScenarioResult result) {
        return ScenarioNeeds.of(result.scenario()).explores();
    }
}
