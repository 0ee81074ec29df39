package miniredis.spec.verdict;

import java.util.List;
import java.util.function.BiPredicate;
import miniredis.spec.wire.Reply.BulkString;

/** The bytes of a value are right, but the length before them is not. */
final class LengthClues {
    private static final int LONG = 512;

    static final List<Clue> ALL = List.of(
            clue(
                    "length counts the line end",
                    (value, length) -> length.equals(Integer.toString(value.length() + 2)),
                    "the length counts the final \\r\\n; it should count the value alone"),
            clue(
                    "characters counted",
                    (value, length) -> length.matches("\\d{1,9}")
                            && Integer.parseInt(length) < value.length()
                            && value.chars().anyMatch(c -> c > 127),
                    "the length counts characters, not bytes"),
            clue(
                    "length in another notation",
                    (value, length) -> !length.equals(Integer.toString(value.length())),
                    "the length before the value is not its number of bytes, written in decimal digits"),
            Clue.of(
                    "reply cut",
                    e -> e.isSilent()
                            && e.received().length >= LONG
                            && e.received().length < e.wanted().length()
                            && e.wanted().startsWith(e.receivedText()),
                    "the reply ends in the middle: perhaps a write took less than it was given, or a buffer was not flushed"));

    private LengthClues() {}

    /** For the value, one char a byte, and the text that stands where its length should. */
    private static Clue clue(String name, BiPredicate<String, String> fits, String hint) {
        return Clue.of(
                name,
                e -> {
                    if (!(e.wantedReply() instanceof BulkString wanted)
                            || !e.receivedText().startsWith("$")) {
                        return false;
                    }
                    String value = Evidence.text(wanted.bytes());
                    int end = e.receivedText().indexOf("\r\n");
                    return end > 0
                            && e.receivedText().startsWith(value + "\r\n", end + 2)
                            && fits.test(value, e.receivedText().substring(1, end));
                },
                hint);
    }
}
