package miniredis.spec.verdict;

import java.util.List;
import java.util.stream.Stream;
import miniredis.spec.command.Requests;
import miniredis.spec.wire.Reply.BulkString;

/** Nothing came, or less than should. */
final class StreamPatterns {
    static final List<FailurePattern> ALL = List.of(
            FailurePattern.of(
                    "one read, one request",
                    e -> e.isSilent()
                            && e.fitsIntoOneRead()
                            && Requests.areWhole(e.sent())
                            && (beganWell(e) || isBehindTheFirst(e))),
            FailurePattern.of("line end inside", StreamPatterns::getsNothingForALineEnd)
                    .asHintOnly(),
            FailurePattern.of(
                            "passed over",
                            e -> isSilenceAnd(e, Actual.Afterwards.PASSED_OVER) && !e.hasSeveralRequests())
                    .asHintOnly(),
            FailurePattern.of("answered in one piece", e -> isSilenceAnd(e, Actual.Afterwards.ANSWERED_IN_ONE_PIECE))
                    .asHintOnly(),
            FailurePattern.of(
                            "no inline commands",
                            e -> e.sentText().equals("PING\r\n")
                                    && (e.received().length == 0
                                            || e.receivedText().matches("(?s)-.*rotocol.*")))
                    .asHintOnly(),
            FailurePattern.of("silence", e -> isSilenceAnd(e, Actual.Afterwards.CONNECTION_HANGS))
                    .asHintOnly(),
            FailurePattern.of("waits for the rest", e -> isSilenceAnd(e, Actual.Afterwards.TAKEN_FOR_THE_REST))
                    .asHintOnly(),
            FailurePattern.of("answered late", e -> isSilenceAnd(e, Actual.Afterwards.ANSWERED_LATE))
                    .asHintOnly(),
            FailurePattern.of("silence for all", e -> isSilenceAnd(e, Actual.Afterwards.SERVER_HANGS))
                    .asHintOnly(),
            FailurePattern.of(
                            "closed",
                            e -> isLeft(e) && e.received().length == 0 && e.sent().length > 0 && e.fitsIntoOneRead())
                    .asHintOnly());

    private StreamPatterns() {}

    private static boolean isSilenceAnd(Evidence e, Actual.Afterwards afterwards) {
        return e.actual() instanceof Actual.Silence silence
                && silence.bytes().length == 0
                && silence.afterwards() == afterwards
                && e.sent().length > 0;
    }

    /** Whether several requests went out together, and it is not the first that has no reply. */
    private static boolean isBehindTheFirst(Evidence e) {
        return e.position().index() > 1 && e.hasSeveralRequests();
    }

    /** What is left of such a value on the connection can be anything: a request that is waited for, or one that is refused. */
    private static boolean getsNothingForALineEnd(Evidence e) {
        return e.received().length == 0 && (e.isSilent() || isLeft(e)) && hasLineEndInside(e);
    }

    private static boolean hasLineEndInside(Evidence e) {
        var stored = e.expectedReply() instanceof BulkString value ? Stream.of(value.bytes()) : Stream.<byte[]>of();
        var sent = Requests.areWhole(e.sent())
                ? Requests.in(e.sent()).stream().flatMap(List::stream)
                : Stream.<byte[]>of();
        return Stream.concat(stored, sent)
                .anyMatch(bytes -> Evidence.text(bytes).contains("\r\n"));
    }

    private static boolean isLeft(Evidence e) {
        return e.actual().isEndOfConnection() && !(e.expected() instanceof Expected.Closed);
    }

    private static boolean beganWell(Evidence e) {
        return e.received().length > 0
                && e.expectedText().length() > e.receivedText().length()
                && e.expectedText().startsWith(e.receivedText());
    }
}
