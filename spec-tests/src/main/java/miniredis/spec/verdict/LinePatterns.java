package miniredis.spec.verdict;

import java.util.List;
import java.util.Optional;
import miniredis.spec.i18n.Message;

/** The lines of a reply are not written as RESP wants them. */
final class LinePatterns {
    static final List<FailurePattern> ALL = List.of(
            FailurePattern.of(
                    "escapes as text",
                    e -> e.receivedText().contains("\\r\\n")
                            && !e.expectedText().contains("\\r\\n")),
            FailurePattern.of(
                    "zero byte",
                    e -> e.receivedText().contains("\0")
                            && !e.expectedText().contains("\0")
                            && !e.sentText().contains("\0")),
            FailurePattern.of(
                    "LF alone",
                    e -> e.receivedText().contains("\n")
                            && !e.receivedText().contains("\r")
                            && e.expectedText().replace("\r", "").startsWith(e.receivedText())),
            FailurePattern.of(
                    "no line end",
                    e -> e.isSilent()
                            && e.received().length > 0
                            && e.expectedText().equals(e.receivedText() + "\r\n")),
            FailurePattern.titled("no type byte", LinePatterns::typeByte),
            FailurePattern.of("null with two line ends", e -> e.receivedText().startsWith("$-1\r\n\r\n")),
            FailurePattern.of(
                            "twice",
                            e -> e.surplus()
                                    && !(e.expected() instanceof Expected.Nothing)
                                    && e.receivedText().matches("(?s)[+:$-].*"))
                    .asHintOnly());

    private LinePatterns() {}

    private static Optional<Message> typeByte(Evidence e) {
        boolean missing = e.expectedText().length() > 3
                && e.receivedText().startsWith(e.expectedText().substring(1));
        return missing
                ? Optional.of(Message.of("hint.no-type-byte", e.expectedText().charAt(0)))
                : Optional.empty();
    }
}
