package miniredis.spec.execution;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import miniredis.spec.cucumber.ScenarioNeeds;
import miniredis.spec.i18n.Message;
import miniredis.spec.specification.SpecScenario;
import miniredis.spec.verdict.Cause;
import miniredis.spec.verdict.Evidence;
import miniredis.spec.verdict.Expected;
import miniredis.spec.verdict.ScenarioResult;
import miniredis.spec.verdict.Status;

/**
 * What went wrong side by side and not alone has to be explained: a right server never gives a wrong reply, ends a connection that
 * sent nothing wrong, or crashes, because others are talking. Only silence and lateness are forgiven.
 *
 * <p>A scenario that fails alone may explain it: one that brings the server down explains whatever happened to others when it
 * went down, and one with several clients explains replies that went wrong between clients. What nothing explains is a failure
 * with a cause of its own: a race, or keys that disturb each other.
 */
final class Interference {
    private static final Cause WRONG = new Cause(Cause.Kind.BESIDE_OTHERS, Message.of("cause.wrong-beside-others"));
    private static final Cause CRASH =
            new Cause(Cause.Kind.BESIDE_OTHERS, Message.of("cause.breaks-down-beside-others"));

    private final ConcurrentPhase together;
    private final Set<SpecScenario> bringDown;
    private final Verdicts verdicts;

    /** @param bringDown those that bring the server down when they are alone */
    Interference(ConcurrentPhase together, Set<SpecScenario> bringDown, Verdicts verdicts) {
        this.together = together;
        this.bringDown = bringDown;
        this.verdicts = verdicts;
    }

    /** Replaces those of the results that were only reached alone, and hide what happened beside others. */
    List<ScenarioResult> explain(List<ScenarioResult> results) {
        boolean mixUpExplained = results.stream()
                .anyMatch(result -> result.status() == Status.FAILED
                        && ScenarioNeeds.of(result.scenario()).hasSeveralClients());
        Map<SpecScenario, ScenarioResult> unexplained = new HashMap<>();
        if (!mixUpExplained) {
            results.stream()
                    .filter(result -> result.status() == Status.PASSED)
                    .forEach(result ->
                            wrongBeside(result).ifPresent(wrong -> unexplained.put(result.scenario(), wrong)));
        }
        if (bringDown.isEmpty() && !mixUpExplained) {
            together.breakdowns()
                    .forEach(breakdown -> witness(breakdown, results)
                            .ifPresent(wrong -> unexplained.putIfAbsent(wrong.scenario(), wrong)));
        }
        return results.stream()
                .map(result -> unexplained.getOrDefault(result.scenario(), result))
                .toList();
    }

    /** What it met with on a server that was in good health before and after, if that can't be lateness. */
    private Optional<ScenarioResult> wrongBeside(ScenarioResult alone) {
        var needs = ScenarioNeeds.of(alone.scenario());
        if (needs.waits() || needs.hasDepartures()) {
            // Where time is the point, a late machine can make a right server look wrong; and that a client has left
            // takes time to notice.
            return Optional.empty();
        }
        return together.attempt(alone.scenario())
                .filter(beside -> together.isHealthyAfter(alone.scenario()))
                .filter(beside -> beside.evidence()
                        .filter(evidence -> !evidence.observed().canBeLateness())
                        // A number that is waited for comes late where others want the machine, too.
                        .filter(evidence ->
                                alone.scenario().alone() || !(evidence.expected() instanceof Expected.Metric))
                        .isPresent())
                .map(beside -> verdicts.ofBesideOthers(beside, WRONG, Message.of("note.wrong-beside-others")));
    }

    /** One of the scenarios that were running when the server broke down stands for all of them. */
    private Optional<ScenarioResult> witness(ConcurrentPhase.Breakdown breakdown, List<ScenarioResult> results) {
        var names =
                breakdown.witnesses().stream().map(SpecScenario::id).sorted().toList();
        return results.stream()
                .filter(result -> result.status() == Status.PASSED)
                .filter(result -> breakdown.witnesses().contains(result.scenario()))
                .min(Comparator.comparing(result -> together.attempt(result.scenario())
                        .flatMap(Attempt::evidence)
                        .isEmpty()))
                .flatMap(result -> together.attempt(result.scenario()))
                .map(beside -> verdicts.ofBesideOthers(
                        beside.with(new Outcome.Mismatched(evidence(breakdown, beside), "")),
                        CRASH,
                        Message.of("note.breaks-down-beside-others", names)));
    }

    private static Evidence evidence(ConcurrentPhase.Breakdown breakdown, Attempt beside) {
        var bytes = beside.evidence().map(Evidence::received).orElse(new byte[0]);
        var sent = beside.evidence().map(Evidence::sent).orElse(new byte[0]);
        return new Evidence(
                sent, new Expected.StillServing(), breakdown.instance().breakdown(bytes));
    }
}
