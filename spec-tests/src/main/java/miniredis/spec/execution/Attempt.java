package miniredis.spec.execution;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import miniredis.spec.cucumber.ScenarioExecution;
import miniredis.spec.i18n.Message;
import miniredis.spec.specification.SpecScenario;
import miniredis.spec.steps.ScenarioContext;
import miniredis.spec.verdict.Actual;
import miniredis.spec.verdict.Evidence;
import miniredis.spec.verdict.Framing;
import miniredis.spec.verdict.FramingMark;
import miniredis.spec.verdict.ServerException;
import miniredis.spec.wire.Recording;

/**
 * One execution of a scenario.
 *
 * @param framings what became of the conversation in other framings; empty where that was not tried
 * @param recordings what went over each connection, by the client's name, in the order of their appearance
 * @param trouble the exception or panic that the server printed meanwhile
 * @param endedAt in {@link System#nanoTime()}
 */
record Attempt(
        SpecScenario scenario,
        Outcome outcome,
        List<FramingMark> framings,
        Map<String, Recording> recordings,
        Optional<ServerException> trouble,
        long milliseconds,
        long endedAt) {

    static Attempt of(SpecScenario scenario, ScenarioExecution execution, ScenarioContext context) {
        return new Attempt(
                scenario,
                Outcome.of(execution),
                context.framings(),
                context.recordings(),
                Optional.empty(),
                execution.milliseconds(),
                execution.endedAt());
    }

    static Attempt without(SpecScenario scenario, Message why) {
        return new Attempt(
                scenario, new Outcome.NoServer(why), List.of(), Map.of(), Optional.empty(), 0, System.nanoTime());
    }

    boolean passed() {
        return outcome instanceof Outcome.Passed;
    }

    /** Whether it passed, in every framing that was tried. */
    boolean isFlawless() {
        return passed() && framings.stream().allMatch(FramingMark::passed);
    }

    Optional<Evidence> evidence() {
        return outcome instanceof Outcome.Mismatched deviated ? Optional.of(deviated.evidence()) : Optional.empty();
    }

    /** Whether it failed because the server worked all the time, and not on an answer as far as can be seen. */
    boolean wasSlow() {
        return evidence()
                .filter(evidence -> evidence.observed() instanceof Actual.Slow)
                .isPresent();
    }

    /** Whether anything that came was a reply in RESP. */
    boolean heardReply() {
        return recordings.values().stream().anyMatch(Recording::beginsWithReply);
    }

    Attempt with(Outcome known) {
        return new Attempt(scenario, known, framings, recordings, trouble, milliseconds, endedAt);
    }

    /** The same, when it has become known what really happened where another framing failed. */
    Attempt withFramings(Actual known) {
        var marks = framings.stream()
                .map(mark -> new FramingMark(mark.framing(), mark.evidence().map(evidence -> evidence.with(known))))
                .toList();
        return new Attempt(scenario, outcome, marks, recordings, trouble, milliseconds, endedAt);
    }

    Attempt with(Optional<ServerException> printed) {
        return new Attempt(scenario, outcome, framings, recordings, printed, milliseconds, endedAt);
    }

    /** Whether both failed in the same step with the same reply: two independent observations of one mistake. */
    boolean failedLike(Attempt other) {
        boolean bothByFraming = passed() && other.passed() && !isFlawless();
        return bothByFraming && failedFramings().equals(other.failedFramings()) || deviatedLike(other);
    }

    private List<Framing> failedFramings() {
        return framings.stream()
                .filter(mark -> !mark.passed())
                .map(FramingMark::framing)
                .toList();
    }

    private boolean deviatedLike(Attempt other) {
        return outcome instanceof Outcome.Mismatched mine
                && other.outcome instanceof Outcome.Mismatched theirs
                && mine.step().equals(theirs.step())
                && mine.evidence().position().equals(theirs.evidence().position())
                && mine.evidence().observed().getClass()
                        == theirs.evidence().observed().getClass()
                && received(mine).equals(received(theirs));
    }

    /** Without the random prefixes of keys, which differ from attempt to attempt. */
    private static String received(Outcome.Mismatched deviated) {
        return new String(deviated.evidence().received(), StandardCharsets.ISO_8859_1)
                .replaceAll("\\b[a-z0-9]{6}:", "");
    }
}
