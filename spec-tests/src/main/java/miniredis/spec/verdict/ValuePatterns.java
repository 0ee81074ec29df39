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
            clue(
                    "trimmed",
                    (wanted, got) -> wanted.strip().equals(got) || wanted.trim().equals(got)),
            FailurePattern.of("cut at the line end", ValuePatterns::isCutAtItsLineEnd),
            clue(
                    "line ends changed",
                    (wanted, got) -> wanted.replace("\r\n", "\n").equals(got)),
            clue(
                    "cut at a zero byte",
                    (wanted, got) -> wanted.contains("\0") && got.equals(wanted.substring(0, wanted.indexOf('\0')))),
            clue(
                    "cut at a space",
                    (wanted, got) -> wanted.contains(" ") && got.equals(wanted.substring(0, wanted.indexOf(' ')))),
            clue("quotes", (wanted, got) -> got.equals('"' + wanted + '"') || got.equals("'" + wanted + "'")),
            clue("python repr", (wanted, got) -> got.equals("b'" + wanted + "'")),
            clue("replacement characters", (wanted, got) -> got.contains(REPLACEMENT) && !wanted.contains(REPLACEMENT)),
            clue("encoded twice", (wanted, got) -> got.equals(Evidence.text(wanted.getBytes(StandardCharsets.UTF_8)))),
            clue("question marks", ValuePatterns::hasQuestionMarks),
            clue("other case", (wanted, got) -> wanted.equalsIgnoreCase(got)),
            clue(
                    "normalised",
                    (wanted, got) -> isNumber(wanted)
                            && isNumber(got)
                            && new BigDecimal(wanted).compareTo(new BigDecimal(got)) == 0),
            clue("bytes lost", ValuePatterns::isWithoutSome));

    private ValuePatterns() {}

    /** For two values, one char a byte, that differ. */
    private static FailurePattern clue(String name, BiPredicate<String, String> fits) {
        return FailurePattern.of(
                name,
                e -> e.wantedReply() instanceof BulkString wanted
                        && e.receivedReply() instanceof BulkString got
                        && !Evidence.text(wanted.bytes()).equals(Evidence.text(got.bytes()))
                        && fits.test(Evidence.text(wanted.bytes()), Evidence.text(got.bytes())));
    }

    /** What follows the line end may have been taken for a request, and been answered first. */
    private static boolean isCutAtItsLineEnd(Evidence e) {
        if (!(e.wantedReply() instanceof BulkString wanted)) {
            return false;
        }
        String value = Evidence.text(wanted.bytes());
        int end = value.indexOf("\r\n");
        return end > 0 && e.receivedText().contains("$%d\r\n%s\r\n".formatted(end, value.substring(0, end)));
    }

    private static boolean isNumber(String text) {
        return text.matches("[+-]?\\d{1,30}(\\.\\d{1,30})?");
    }

    private static boolean hasQuestionMarks(String wanted, String got) {
        return wanted.length() == got.length()
                && wanted.chars().anyMatch(c -> c > 127)
                && wanted.replaceAll("[^\\x00-\\x7F]", "?").equals(got);
    }

    private static boolean isWithoutSome(String wanted, String got) {
        int found = 0;
        for (int i = 0; i < wanted.length() && found < got.length(); i++) {
            if (wanted.charAt(i) == got.charAt(found)) {
                found++;
            }
        }
        return got.length() < wanted.length() && found == got.length();
    }
}
