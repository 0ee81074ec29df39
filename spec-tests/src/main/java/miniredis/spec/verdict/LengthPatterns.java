package miniredis.spec.verdict;

import java.util.List;
import java.util.function.BiPredicate;
import miniredis.spec.wire.Reply.BulkString;

/** The bytes of a value are right, but the length before them is not. */
final class LengthPatterns {
    private static final int LONG = 512;

    static final List<FailurePattern> ALL = List.of(
            bulkString(
                    "length counts the line end",
                    (value, length) -> length.equals(Integer.toString(value.length() + 2))),
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

    /** For the value, one char a byte, and the text that stands where its length should. */
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
