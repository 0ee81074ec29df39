package miniredis.spec.verdict;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import miniredis.spec.i18n.Message;
import miniredis.spec.specification.SpecScenario;
import miniredis.spec.wire.Recording;

/**
 * One scenario and what became of it, complete: reports only read it.
 *
 * @param failure present when it failed because the server deviated
 * @param cause present when it failed; or when another failure explains why it does not pass in another framing
 * @param note why it could not be judged, or what else there is to say about the verdict; may be empty
 * @param framings what became of its conversation in other framings; empty where that was not tried
 * @param recordings what went over each connection, by the client's name
 * @param again the command that runs it again
 */
public record ScenarioResult(
        SpecScenario scenario,
        Status status,
        long milliseconds,
        Optional<Failure> failure,
        Optional<Cause> cause,
        Message note,
        List<FramingMark> framings,
        Map<String, Recording> recordings,
        String again) {

    /** The same failure, for which another scenario's cause is more likely; which one is known when all root causes are. */
    public ScenarioResult withoutCause(Message otherNote) {
        return with(failure, Optional.empty(), otherNote);
    }

    ScenarioResult with(Cause known) {
        return with(failure, Optional.of(known), note);
    }

    /** The same, where the failure of a simpler scenario has shown the cause. */
    ScenarioResult waitingForAnother(Cause known) {
        return with(failure.map(Failure::waitingForAnother), Optional.of(known), note);
    }

    private ScenarioResult with(Optional<Failure> itsFailure, Optional<Cause> itsCause, Message itsNote) {
        return new ScenarioResult(
                scenario, status, milliseconds, itsFailure, itsCause, itsNote, framings, recordings, again);
    }

    /** What it waits for: its cause; where it passed as it is written, that of the framing in which it does not. */
    public Optional<Cause> waitsFor() {
        return cause.or(() ->
                framings.stream().filter(mark -> !mark.passed()).findFirst().map(FramingMark::cause));
    }

    /** What a report shows of it: how it failed; where it passed as it is written, what another framing of its requests got. */
    public Optional<Failure> shownFailure() {
        return failure.or(() -> framings.stream()
                .flatMap(mark -> mark.evidence().stream())
                .findFirst()
                .map(evidence -> new Failure(evidence, "", Optional.empty())));
    }

    /** Whether another framing of the same requests got other replies. */
    public boolean failsInAnotherFraming() {
        return framings.stream().anyMatch(mark -> !mark.passed());
    }
}
