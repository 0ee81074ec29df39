package miniredis.spec.verdict;

import java.util.List;
import java.util.Optional;
import miniredis.spec.command.Requests;
import miniredis.spec.i18n.Message;
import miniredis.spec.wire.Reply.BulkString;

/** The lines of a reply are not written as RESP wants them. */
final class LinePatterns {
    static final List<FailurePattern> ALL = List.of(
            FailurePattern.of(
                    "escapes as text",
                    e -> e.receivedText().contains("\\r\\n")
                            && !e.receivedText().contains("\r\n")
                            && !e.expectedText().contains("\\r\\n")),
            FailurePattern.of(
                    "zero byte",
                    e -> e.surplus() && e.tooMuchText().startsWith("\0")
                            || isWithZero(e, e.expectedText())
                            || e.expectedReply() instanceof BulkString bulk
                                    && isWithZero(e, Evidence.text(bulk.bytes()) + "\r\n")),
            FailurePattern.of("short read", LinePatterns::isFilledWithZeros),
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
                                    && e.fitsIntoOneRead()
                                    && !(e.expected() instanceof Expected.Nothing)
                                    && e.tooMuchText().matches("(?s)[+:$-].*"))
                    .asHintOnly());

    private LinePatterns() {}

    /** Whether a text came that ends where it should, but for a zero byte before or after its line end. */
    private static boolean isWithZero(Evidence e, String expected) {
        var text = expected.endsWith("\r\n") ? expected.substring(0, expected.length() - 2) : expected;
        return text.length() > 2
                && !expected.contains("\0")
                && (e.receivedText().contains(text + "\0\r\n")
                        || e.receivedText().startsWith(text + "\r\n\0"));
    }

    /** Whether an element of the request came back, or was complained of, with zeros in the place of its end. */
    private static boolean isFilledWithZeros(Evidence e) {
        var text = e.receivedText();
        int zero = text.indexOf('\0');
        if (zero < 1 || e.sentText().contains("\0")) {
            return false;
        }
        int end = zero;
        while (end < text.length() && text.charAt(end) == '\0') {
            end++;
        }
        var zeros = text.substring(zero, end);
        var before = text.substring(0, zero);
        return Requests.in(e.sent()).stream()
                .flatMap(List::stream)
                .map(Evidence::text)
                .anyMatch(word -> word.length() > zeros.length()
                        && before.endsWith(word.substring(0, word.length() - zeros.length())));
    }

    private static Optional<Message> typeByte(Evidence e) {
        boolean missing = e.expectedText().length() > 3
                && e.receivedText().startsWith(e.expectedText().substring(1));
        return missing
                ? Optional.of(Message.of("hint.no-type-byte", e.expectedText().charAt(0)))
                : Optional.empty();
    }
}
