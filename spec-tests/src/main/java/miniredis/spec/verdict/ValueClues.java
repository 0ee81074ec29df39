package miniredis.spec.verdict;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiPredicate;
import miniredis.spec.wire.Reply.BulkString;

/** A value came back, but changed. */
final class ValueClues {
    private static final String REPLACEMENT = "\u00EF\u00BF\u00BD";

    static final List<Clue> ALL = List.of(
            clue(
                    "trimmed",
                    (wanted, got) -> wanted.strip().equals(got) || wanted.trim().equals(got),
                    "the value was trimmed; it has to be kept as it came"),
            Clue.of(
                    "cut at the line end",
                    ValueClues::isCutAtItsLineEnd,
                    "the value lost everything from its first CRLF on: read as many bytes as the length says"),
            clue(
                    "line ends changed",
                    (wanted, got) -> wanted.replace("\r\n", "\n").equals(got),
                    "\\r\\n became \\n: the stream is read or written as text; values are bytes"),
            clue(
                    "cut at a zero byte",
                    (wanted, got) -> wanted.contains("\0") && got.equals(wanted.substring(0, wanted.indexOf('\0'))),
                    "the value ends at its zero byte, as texts do in C; keep the length and use that"),
            clue(
                    "cut at a space",
                    (wanted, got) -> wanted.contains(" ") && got.equals(wanted.substring(0, wanted.indexOf(' '))),
                    "the value lost everything from its first space on: read as many bytes as the length says"),
            clue(
                    "quotes",
                    (wanted, got) -> got.equals('"' + wanted + '"') || got.equals("'" + wanted + "'"),
                    "quotes were added; redis-cli shows them on the screen, they do not travel"),
            clue(
                    "python repr",
                    (wanted, got) -> got.equals("b'" + wanted + "'"),
                    "b'...' is how Python shows bytes; write the bytes themselves"),
            clue(
                    "replacement characters",
                    (wanted, got) -> got.contains(REPLACEMENT) && !wanted.contains(REPLACEMENT),
                    "bytes were decoded as UTF-8 and became the replacement character (EF BF BD); keep bytes, or use"
                            + " ISO 8859-1, which has a character for each byte"),
            clue(
                    "encoded twice",
                    (wanted, got) -> got.equals(Evidence.text(wanted.getBytes(StandardCharsets.UTF_8))),
                    "each byte over 127 became two: it was read with one encoding and written with another"),
            clue(
                    "question marks",
                    ValueClues::hasQuestionMarks,
                    "bytes over 127 became question marks: they were written as ASCII; keep bytes"),
            clue(
                    "other case",
                    (wanted, got) -> wanted.equalsIgnoreCase(got),
                    "capital and small letters were changed; only the name of a command may be read without regard to them"),
            clue(
                    "normalised",
                    (wanted, got) -> isNumber(wanted)
                            && isNumber(got)
                            && new BigDecimal(wanted).compareTo(new BigDecimal(got)) == 0,
                    "the value was taken for a number and written anew; it has to be kept as it came"),
            clue(
                    "bytes lost",
                    ValueClues::isWithoutSome,
                    "some bytes of the value are missing; a value has to be kept as it came, byte by byte"));

    private ValueClues() {}

    /** For two values, one char a byte, that differ. */
    private static Clue clue(String name, BiPredicate<String, String> fits, String hint) {
        return Clue.of(
                name,
                e -> e.wantedReply() instanceof BulkString wanted
                        && e.receivedReply() instanceof BulkString got
                        && !Evidence.text(wanted.bytes()).equals(Evidence.text(got.bytes()))
                        && fits.test(Evidence.text(wanted.bytes()), Evidence.text(got.bytes())),
                hint);
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
