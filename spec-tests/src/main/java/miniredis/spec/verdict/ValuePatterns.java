package miniredis.spec.verdict;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiPredicate;
import miniredis.spec.wire.Reply.BulkString;

/** A value came back, but changed. */
final class ValuePatterns {
    private static final String REPLACEMENT = "\u00EF\u00BF\u00BD";

    static final List<FailurePattern> ALL = List.of(
            bulkString(
                    "trimmed",
                    (expected, received) ->
                            expected.strip().equals(received) || expected.trim().equals(received)),
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
            bulkString(
                    "encoded twice",
                    (expected, received) -> received.equals(Evidence.text(expected.getBytes(StandardCharsets.UTF_8)))),
            bulkString("question marks", ValuePatterns::hasQuestionMarks),
            bulkString("other case", (expected, received) -> expected.equalsIgnoreCase(received)),
            bulkString(
                    "normalised",
                    (expected, received) -> isNumber(expected)
                            && isNumber(received)
                            && new BigDecimal(expected).compareTo(new BigDecimal(received)) == 0),
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

    /** What follows the line end may have been taken for a request, and been answered first. */
    private static boolean isCutAtItsLineEnd(Evidence e) {
        if (!(e.expectedReply() instanceof BulkString expected)) {
            return false;
        }
        String value = Evidence.text(expected.bytes());
        int end = value.indexOf("\r\n");
        return end > 0 && e.receivedText().contains("$%d\r\n%s\r\n".formatted(end, value.substring(0, end)));
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
        return found == received.length();
    }
}
