package miniredis.spec.verdict;

import java.util.List;
import miniredis.spec.command.Requests;

/** Nothing came, or less than should. */
final class StreamPatterns {
    static final List<FailurePattern> ALL = List.of(
            FailurePattern.of(
                    "one read, one request",
                    e -> e.isSilent() && Requests.areWhole(e.sent()) && (beganWell(e) || isBehindTheFirst(e))),
            FailurePattern.of(
                            "passed over",
                            e -> e.actual() instanceof Actual.Silence silence
                                    && silence.bytes().length == 0
                                    && silence.afterwards() == Actual.Afterwards.PASSED_OVER)
                    .asHintOnly(),
            FailurePattern.of(
                            "no inline commands",
                            e -> e.sentText().equals("PING\r\n")
                                    && (e.received().length == 0
                                            || e.receivedText().matches("(?s)-.*rotocol.*")))
                    .asHintOnly(),
            FailurePattern.of("silence", e -> e.isSilent() && e.received().length == 0 && e.sent().length > 0)
                    .asHintOnly(),
            FailurePattern.of("closed", e -> isLeft(e) && e.received().length == 0 && e.sent().length > 0)
                    .asHintOnly());

    private StreamPatterns() {}

    /** Whether several requests went out together, and it is not the first that has no reply. */
    private static boolean isBehindTheFirst(Evidence e) {
        return e.position().index() > 1 && e.sentText().split("\\*\\d+\r\n\\$", -1).length > 2;
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
