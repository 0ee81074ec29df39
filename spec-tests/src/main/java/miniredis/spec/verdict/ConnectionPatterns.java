package miniredis.spec.verdict;

import java.util.List;

/** Something is wrong with the conversation as a whole. */
final class ConnectionPatterns {
    static final List<FailurePattern> ALL = List.of(
            FailurePattern.of("HTTP", e -> e.receivedText().startsWith("HTTP/")),
            FailurePattern.of("cut into bytes", e -> e.framing() == Framing.BYTE_BY_BYTE),
            FailurePattern.of("in one packet", e -> e.framing() == Framing.ONE_PACKET),
            FailurePattern.of(
                    "echo", e -> e.sent().length > 0 && e.receivedText().startsWith(e.sentText())),
            FailurePattern.of(
                    "line end in an error",
                    e -> e.receivedText().matches("-[^\r\n]*[\r\n](?s:.*)")
                            && e.sentText().contains(e.receivedText().strip().replaceFirst("(?s)^.*[\r\n]", ""))
                            && e.receivedText().strip().matches("(?s).*[\r\n].+")
                            && !e.expectedText().matches("(?s)(.*\r\n){2,}")),
            FailurePattern.of("not closed", e -> e.isSilent() && e.expected() instanceof Expected.Closed),
            FailurePattern.of(
                    "greeting",
                    e -> e.surplus() && e.expectsNothing() && (e.sent().length == 0 || isNoAnswerToPing(e))),
            FailurePattern.of(
                            "unasked reply",
                            e -> e.received().length > 0 && !e.receivedText().startsWith("-") && e.expectsNothing())
                    .asHintOnly(),
            FailurePattern.of(
                    "more before the reply",
                    e -> !e.expectedText().isEmpty()
                            && e.receivedText().endsWith(e.expectedText())
                            && !e.receivedText().startsWith(firstTwo(e.expectedText()))));

    private ConnectionPatterns() {}

    private static boolean isNoAnswerToPing(Evidence e) {
        return e.sentText().equals("*1\r\n$4\r\nPING\r\n")
                && !e.receivedText().startsWith("+PONG")
                && !e.receivedText().startsWith("-");
    }

    /** Of an error or an integer perhaps only the first is known. */
    private static String firstTwo(String text) {
        return text.substring(0, Math.min(2, text.length()));
    }
}
