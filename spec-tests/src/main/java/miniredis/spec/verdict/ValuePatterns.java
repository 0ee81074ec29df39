package miniredis.spec.verdict;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import miniredis.spec.i18n.Message;
import miniredis.spec.wire.Reply.BulkString;

/** A value came back, but changed. */
final class ValuePatterns {
    private static final int A_FEW = 10;
    private static final String REPLACEMENT = "\u00EF\u00BF\u00BD";

    static final List<FailurePattern> ALL = List.of(
            bulkString("trimmed", ValuePatterns::isTrimmed),
            FailurePattern.of("cut at the line end", ValuePatterns::isCutAtItsLineEnd),
            bulkString(
                    "line ends changed",
                    (expected, received) -> expected.replace("\r\n", "\n").equals(received)),
            bulkString(
                    "cut at a zero byte",
                    (expected, received) ->
                            expected.contains("\0") && received.equals(expected.substring(0, expected.indexOf('\0')))),
            bulkString(
                    "cut at a space",
                    (expected, received) ->
                            expected.contains(" ") && received.equals(expected.substring(0, expected.indexOf(' ')))),
            bulkString(
                    "quotes",
                    (expected, received) ->
                            received.equals('"' + expected + '"') || received.equals("'" + expected + "'")),
            bulkString("python repr", (expected, received) -> received.equals("b'" + expected + "'")),
            bulkString(
                    "replacement characters",
                    (expected, received) -> received.contains(REPLACEMENT) && !expected.contains(REPLACEMENT)),
            FailurePattern.of("encoded twice", ValuePatterns::isEncodedTwice),
            bulkString("question marks", ValuePatterns::hasQuestionMarks),
            bulkString("other case", (expected, received) -> expected.equalsIgnoreCase(received)),
            bulkString(
                    "normalised",
                    (expected, received) -> isNumber(expected)
                            && isNumber(received)
                            && new BigDecimal(expected).compareTo(new BigDecimal(received)) == 0),
            FailurePattern.titled("cut short", ValuePatterns::cutShort),
            bulkString("bytes lost", ValuePatterns::isWithoutSome));

    private ValuePatterns() {}

    /** For two values, one char a byte, that differ. */
    private static FailurePattern bulkString(String name, BiPredicate<String, String> fits) {
        return FailurePattern.of(
                name,
                e -> e.expectedReply() instanceof BulkString expected
                        && e.receivedReply() instanceof BulkString received
                        && !Evidence.text(expected.bytes()).equals(Evidence.text(received.bytes()))
                        && fits.test(Evidence.text(expected.bytes()), Evidence.text(received.bytes())));
    }

    /**
     * Whether blanks are missing at its ends, or what else Java's trim takes for blank. Where nothing but a line end or a zero
     * byte is missing, it may also have been cut there.
     */
    private static boolean isTrimmed(String expected, String received) {
        boolean isShorter = received.length() < expected.length() && expected.contains(received);
        return isShorter
                && (expected.strip().equals(received.strip())
                        || expected.trim().equals(received) && !expected.contains("\0"))
                && !expected.equals(received + "\r\n");
    }

    /** What follows the line end may have been taken for a request, and been answered first. */
    private static boolean isCutAtItsLineEnd(Evidence e) {
        if (!(e.expectedReply() instanceof BulkString expected)) {
            return false;
        }
        String value = Evidence.text(expected.bytes());
        int end = value.indexOf("\r\n");
        return end > 0
                && end + 2 < value.length()
                && e.receivedText().contains("$%d\r\n%s\r\n".formatted(end, value.substring(0, end)));
    }

    /** The length may be that of the value before, so that this is no whole reply. */
    private static boolean isEncodedTwice(Evidence e) {
        if (!(e.expectedReply() instanceof BulkString expected)) {
            return false;
        }
        var value = Evidence.text(expected.bytes());
        var twice = Evidence.text(value.getBytes(StandardCharsets.UTF_8));
        return !twice.equals(value) && e.receivedText().matches("(?s)\\$\\d+\r\n" + Pattern.quote(twice) + "\r\n");
    }

    /** A few bytes at the end of a short value may be missing for what they are, not for where they are. */
    private static Optional<Message> cutShort(Evidence e) {
        return e.expectedReply() instanceof BulkString expected
                        && e.receivedReply() instanceof BulkString received
                        && received.bytes().length > 0
                        && received.bytes().length <= expected.bytes().length - A_FEW
                        && Evidence.text(expected.bytes()).startsWith(Evidence.text(received.bytes()))
                ? Optional.of(Message.of("hint.cut-short", received.bytes().length))
                : Optional.empty();
    }

    private static boolean isNumber(String text) {
        return text.matches("[+-]?\\d{1,30}(\\.\\d{1,30})?");
    }

    private static boolean hasQuestionMarks(String expected, String received) {
        return expected.replaceAll("[^\\x00-\\x7F]", "?").equals(received);
    }

    private static boolean isWithoutSome(String expected, String received) {
        int found = 0;
        for (int i = 0; i < expected.length() && found < received.length(); i++) {
            if (expected.charAt(i) == received.charAt(found)) {
                found++;
            }
        }
        return found == received.length() && found > 0;
    }
}
