package miniredis.spec.verdict;

import java.util.List;
import java.util.Optional;

/** The lines of a reply are not written as RESP wants them. */
final class LineClues {
    static final List<Clue> ALL = List.of(
            Clue.of(
                    "escapes as text",
                    e -> e.receivedText().contains("\\r\\n") && !e.wanted().contains("\\r\\n"),
                    "a line ends with the two bytes 13 and 10; here the letters \\, r, \\ and n were sent"),
            Clue.of(
                    "zero byte",
                    e -> e.receivedText().contains("\0")
                            && !e.wanted().contains("\0")
                            && !e.sentText().contains("\0"),
                    "a zero byte was sent; in C, sizeof of a text counts the zero at its end, strlen does not"),
            Clue.of(
                    "LF alone",
                    e -> e.receivedText().contains("\n")
                            && !e.receivedText().contains("\r")
                            && e.wanted().replace("\r", "").startsWith(e.receivedText()),
                    "a line ends with \\r\\n, not with \\n alone"),
            Clue.of(
                    "no line end",
                    e -> e.isSilent() && e.received().length > 0 && e.wanted().equals(e.receivedText() + "\r\n"),
                    "the final \\r\\n is missing, and the client waits for it"),
            new Clue(
                    "no type byte", "the first byte of a reply, which tells its type, is missing", LineClues::typeByte),
            Clue.of(
                    "null with two line ends",
                    e -> e.receivedText().startsWith("$-1\r\n\r\n"),
                    "null is $-1 and one line end: it has no bytes, so no second line end follows"),
            Clue.of(
                            "twice",
                            e -> e.surplus()
                                    && !(e.expected() instanceof Expected.Nothing)
                                    && e.receivedText().matches("(?s)[+:$-].*"),
                            "more came than was asked for: each request has exactly one reply, and none what follows a request that cannot be read")
                    .ofManyMistakes());

    private LineClues() {}

    private static Optional<String> typeByte(Evidence e) {
        boolean missing = e.wanted().length() > 3
                && e.receivedText().startsWith(e.wanted().substring(1));
        return missing
                ? Optional.of("the first byte is missing: %s tells the type of the reply"
                        .formatted(e.wanted().charAt(0)))
                : Optional.empty();
    }
}
