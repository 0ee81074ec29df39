package miniredis.spec.execution;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import miniredis.spec.cucumber.ScenarioNeeds;
import miniredis.spec.execution.ConcurrentAttempts.Breakdown;
import miniredis.spec.i18n.Message;
import miniredis.spec.specification.SpecScenario;
import miniredis.spec.verdict.Cause;
import miniredis.spec.verdict.Evidence;
import miniredis.spec.verdict.Expected;
import miniredis.spec.verdict.ScenarioResult;
import miniredis.spec.verdict.Status;

/**
 * Explains what failed in the concurrent phase but not alone. Other clients never make a correct server give a wrong reply, end a
 * connection that sent nothing wrong, or crash. Only silence and lateness are forgiven.
 *
 * <p>A scenario that fails alone may explain it: one that brings the server down explains whatever happened to others when it
 * went down, and one with several clients explains replies that went wrong between clients. A failure that nothing explains has
 * its own cause: a race, or keys that disturb each other. All this is decided from values; nothing is run here.
 */
final class Interference {
    private static final Cause WRONG = new Cause(Cause.Kind.BESIDE_OTHERS, Message.of("cause.wrong-beside-others"));
    private static final Cause CRASH =
            new Cause(Cause.Kind.BESIDE_OTHERS, Message.of("cause.breaks-down-beside-others"));

    private final ConcurrentAttempts beside;
    private final Set<SpecScenario> bringDown;
    private final Verdicts verdicts;

    /** @param bringDown those that bring the server down when they are alone */
    Interference(ConcurrentAttempts beside, Set<SpecScenario> bringDown, Verdicts verdicts) {
        this.beside = beside;
        this.bringDown = bringDown;
        this.verdicts = verdicts;
    }

    /** Replaces the results that passed only because they were alone, and so hide what happened beside others. */
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
            beside.breakdowns()
                    .forEach(breakdown -> standIn(breakdown, results)
                            .ifPresent(wrong -> unexplained.putIfAbsent(wrong.scenario(), wrong)));
        }
        return results.stream()
                .map(result -> unexplained.getOrDefault(result.scenario(), result))
                .toList();
    }

    /** What went wrong on a server that was in good health before and after, if that can't be lateness. */
    private Optional<ScenarioResult> wrongBeside(ScenarioResult alone) {
        var needs = ScenarioNeeds.of(alone.scenario());
        if (needs.waits() || needs.hasDepartures()) {
            // Where time is the point, a late machine can make a correct server look incorrect; and a server needs time
            // to notice that a client has disconnected.
            return Optional.empty();
        }
        return beside.onHealthyServer(alone.scenario())
                .filter(attempt -> attempt.evidence()
                        .filter(evidence -> !evidence.actual().canBeLateness())
                        // A metric may change late while other scenarios load the machine.
                        .filter(evidence ->
                                alone.scenario().alone() || !(evidence.expected() instanceof Expected.Metric))
                        .isPresent())
                .map(attempt -> verdicts.ofBesideOthers(attempt, WRONG, Message.of("note.wrong-beside-others")));
    }

    /** One of the scenarios that were running when the server broke down represents all of them. */
    private Optional<ScenarioResult> standIn(Breakdown breakdown, List<ScenarioResult> results) {
        var names = breakdown.running().stream().map(SpecScenario::id).sorted().toList();
        return results.stream()
                .filter(result -> result.status() == Status.PASSED)
                .map(ScenarioResult::scenario)
                .filter(breakdown.running()::contains)
                .flatMap(scenario -> beside.attempt(scenario).stream())
                // Prefers a scenario that failed to one that passed.
                .min(Comparator.comparing(attempt -> attempt.evidence().isEmpty()))
                .map(attempt -> verdicts.ofBesideOthers(
                        attempt.with(new Outcome.Mismatched(evidence(breakdown, attempt), "")),
                        CRASH,
                        Message.of("note.breaks-down-beside-others", names)));
    }

    private static Evidence evidence(Breakdown breakdown, Attempt attempt) {
        var received = attempt.evidence().map(Evidence::received).orElse(new byte[0]);
        var sent = attempt.evidence().map(Evidence::sent).orElse(new byte[0]);
        return new Evidence(
                sent, new Expected.StillServing(), breakdown.health().breakdown(received));
    }
}
