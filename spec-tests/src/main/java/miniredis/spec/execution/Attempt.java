package miniredis.spec.execution;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import miniredis.spec.cucumber.ScenarioExecution;
import miniredis.spec.i18n.Message;
import miniredis.spec.specification.SpecScenario;
import miniredis.spec.steps.ConversationPlay.Failed;
import miniredis.spec.steps.ScenarioContext;
import miniredis.spec.verdict.Actual;
import miniredis.spec.verdict.Evidence;
import miniredis.spec.verdict.Expected;
import miniredis.spec.verdict.Framing;
import miniredis.spec.verdict.FramingMark;
import miniredis.spec.verdict.ServerException;
import miniredis.spec.wire.Recording;

/**
 * One execution of a scenario.
 *
 * @param framings what became of the conversation in other framings; empty where that was not tried
 * @param recordings what went over each connection, by the client's name, in the order of their appearance
 * @param exception the exception or panic that the server printed meanwhile
 * @param complaints what else it printed that looks like an error
 * @param conversation that of random commands that failed
 * @param endedAt in {@link System#nanoTime()}
 */
record Attempt(
        SpecScenario scenario,
        Outcome outcome,
        List<FramingMark> framings,
        Map<String, Recording> recordings,
        Optional<ServerException> exception,
        List<String> complaints,
        Optional<Failed> conversation,
        long milliseconds,
        long endedAt) {

    static Attempt of(SpecScenario scenario, ScenarioExecution execution, ScenarioContext context) {
        return new Attempt(
                scenario,
                Outcome.of(execution, context),
                context.framings(),
                context.recordings(),
                Optional.empty(),
                List.of(),
                context.failedConversation(),
                execution.milliseconds(),
                execution.endedAt());
    }

    static Attempt without(SpecScenario scenario, Message why) {
        return new Attempt(
                scenario,
                new Outcome.NoServer(why),
                List.of(),
                Map.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                0,
                System.nanoTime());
    }

    boolean passed() {
        return outcome instanceof Outcome.Passed;
    }

    /** Whether it passed, in every framing that was tried. */
    boolean isFlawless() {
        return passed() && framings.stream().allMatch(FramingMark::passed);
    }

    /** Whether it passed as it is written, but failed in another framing. */
    boolean failsByFramingOnly() {
        return passed() && !isFlawless();
    }

    Optional<Evidence> evidence() {
        return outcome instanceof Outcome.Mismatched mismatch ? Optional.of(mismatch.evidence()) : Optional.empty();
    }

    /** Whether it failed because the server worked all the time, and not by a reply, as far as can be seen. */
    boolean wasSlow() {
        return evidence()
                .filter(evidence -> evidence.actual() instanceof Actual.Slow)
                .isPresent();
    }

    /** Whether anything that came was a reply in RESP. */
    boolean heardReply() {
        return recordings.values().stream().anyMatch(Recording::beginsWithReply);
    }

    /** The last bytes that a client sent; empty where no client sent any. */
    byte[] lastSent() {
        byte[] last = {};
        for (var recording : recordings.values()) {
            for (var piece : recording.pieces()) {
                last = piece.sent() ? piece.bytes() : last;
            }
        }
        return last;
    }

    /** Whether no correct server does what was seen, even beside other clients: it need not be seen again. */
    boolean isProof() {
        return evidence()
                .filter(evidence -> evidence.expected() instanceof Expected.Explored explored
                        && explored.what() instanceof Expected.OneOrder)
                .isPresent();
    }

    /** The same failure, shown by a shorter conversation. */
    Attempt with(Failed shorter, Map<String, Recording> itsRecordings) {
        return new Attempt(
                scenario,
                new Outcome.Mismatched(
                        shorter.evidence(), shorter.conversation().shown()),
                framings,
                itsRecordings,
                exception,
                complaints,
                Optional.of(shorter),
                milliseconds,
                endedAt);
    }

    Attempt with(Outcome known) {
        return new Attempt(
                scenario, known, framings, recordings, exception, complaints, conversation, milliseconds, endedAt);
    }

    /** The same, when it has become known what really happened where another framing failed. */
    Attempt withFramings(Actual known) {
        var marks = framings.stream()
                .map(mark -> new FramingMark(mark.framing(), mark.evidence().map(evidence -> evidence.with(known))))
                .toList();
        return new Attempt(
                scenario, outcome, marks, recordings, exception, complaints, conversation, milliseconds, endedAt);
    }

    Attempt with(Optional<ServerException> printed, List<String> other) {
        return new Attempt(
                scenario, outcome, framings, recordings, printed, other, conversation, milliseconds, endedAt);
    }

    /** Whether both failed in the same step with the same reply: two independent observations of one mistake. */
    boolean failedLike(Attempt other) {
        boolean bothByFraming = failsByFramingOnly() && other.passed();
        return bothByFraming && failedFramings().equals(other.failedFramings()) || mismatchedLike(other);
    }

    private List<Framing> failedFramings() {
        return framings.stream()
                .filter(mark -> !mark.passed())
                .map(FramingMark::framing)
                .toList();
    }

    private boolean mismatchedLike(Attempt other) {
        return outcome instanceof Outcome.Mismatched mine
                && other.outcome instanceof Outcome.Mismatched theirs
                && mine.step().equals(theirs.step())
                && mine.evidence().position().equals(theirs.evidence().position())
                && mine.evidence().actual().getClass()
                        == theirs.evidence().actual().getClass()
                && received(mine).equals(received(theirs));
    }

    /** Without the random prefixes of keys, which differ from attempt to attempt. */
    private static String received(Outcome.Mismatched mismatch) {
        return new String(mismatch.evidence().received(), StandardCharsets.ISO_8859_1)
                .replaceAll("\\b[a-z0-9]{6}:", "");
    }
}
