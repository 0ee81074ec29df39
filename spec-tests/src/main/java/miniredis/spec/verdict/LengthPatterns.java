package miniredis.spec.verdict;

import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import miniredis.spec.command.Requests;
import miniredis.spec.i18n.Message;
import miniredis.spec.wire.Reply.BulkString;

/** The bytes of a value are right, but the length before them is not. */
final class LengthPatterns {
    private static final int LONG = 512;

    static final List<FailurePattern> ALL = List.of(
            bulkString(
                    "length counts the line end",
                    (value, length) -> length.equals(Integer.toString(value.length() + 2))),
            FailurePattern.of("cut by strlen", LengthPatterns::isCutByStrlen),
            FailurePattern.of("characters of the request", LengthPatterns::isOneCharacterLonger),
            FailurePattern.saying("a buffer's size", LengthPatterns::bufferSize),
            bulkString(
                    "characters counted",
                    (value, length) -> length.matches("\\d{1,9}")
                            && Integer.parseInt(length) < value.length()
                            && value.chars().anyMatch(c -> c > 127)),
            bulkString(
                    "length in another notation", (value, length) -> !length.equals(Integer.toString(value.length()))),
            FailurePattern.of(
                    "reply cut",
                    e -> e.isSilent()
                            && e.receivedText().length() >= LONG
                            && e.receivedText().length() < e.expectedText().length()
                            && e.expectedText().startsWith(e.receivedText())));

    private LengthPatterns() {}

    /** The value that was expected, one char a byte; empty where none was. */
    private static String value(Evidence e) {
        return e.expectedReply() instanceof BulkString expected ? Evidence.text(expected.bytes()) : "";
    }

    private static boolean isCutByStrlen(Evidence e) {
        var value = value(e);
        int zero = value.indexOf('\0');
        return zero >= 0
                && e.receivedText().equals("$%d\r\n%s\r\n".formatted(value.length(), value.substring(0, zero)));
    }

    /** As many characters were read as the length has bytes, and so the value has got a part of its line end. */
    private static boolean isOneCharacterLonger(Evidence e) {
        var value = value(e);
        return value.chars().anyMatch(c -> c > 127)
                && e.receivedText().matches("(?s)\\$\\d+\r\n" + Pattern.quote(value) + "\r\n?\r\n");
    }

    /** A value ends after this many bytes of its SET: a power of two, so a buffer's size and not the value's. */
    private static Optional<Message> bufferSize(Evidence e) {
        var requests = Requests.in(e.sent());
        var value = value(e);
        if (requests.size() != 1
                || requests.get(0).size() != 2
                || !(e.receivedReply() instanceof BulkString received)
                || received.bytes().length == 0
                || received.bytes().length >= value.length()
                || !value.startsWith(Evidence.text(received.bytes()))) {
            return Optional.empty();
        }
        int key = requests.get(0).get(1).length;
        int size = "*3\r\n$3\r\nSET\r\n$%d\r\n\r\n$%d\r\n"
                        .formatted(key, value.length())
                        .length()
                + key
                + received.bytes().length;
        boolean isBuffer = Integer.bitCount(size) == 1 || Integer.bitCount(size + 1) == 1;
        return isBuffer ? Optional.of(Message.of("hint.a-buffer-s-size", size)) : Optional.empty();
    }

    /** For the value, one char a byte, and the text in the place of its length. */
    private static FailurePattern bulkString(String name, BiPredicate<String, String> fits) {
        return FailurePattern.of(name, e -> {
            if (!(e.expectedReply() instanceof BulkString expected)
                    || !e.receivedText().startsWith("$")) {
                return false;
            }
            String value = Evidence.text(expected.bytes());
            int end = e.receivedText().indexOf("\r\n");
            return end > 0
                    && e.receivedText().startsWith(value + "\r\n", end + 2)
                    && fits.test(value, e.receivedText().substring(1, end));
        });
    }
}
