package miniredis.spec.verdict;

import java.util.List;

/** Null, the empty value and a value are taken for one another. */
final class NullClues {
    private static final String NULL = "$-1\r\n";

    static final List<Clue> ALL = List.of(
            Clue.of(
                    "RESP3",
                    e -> !e.wanted().isEmpty()
                            && !e.sentText().contains("HELLO")
                            && e.receivedText().matches("(?s)[_#,%~=(>|!].*"),
                    "this is RESP3; until a client asks for it with HELLO 3, the server has to speak RESP2"),
            Clue.of(
                    "empty for null",
                    e -> e.wanted().equals(NULL) && e.receivedText().startsWith("$0\r\n"),
                    "null ($-1) and the empty string ($0) are two different answers"),
            Clue.of(
                    "null for empty",
                    e -> e.wanted().equals("$0\r\n\r\n") && e.receivedText().startsWith(NULL),
                    "an empty value is a value: it is answered with $0, not with null"),
            Clue.of(
                    "null array",
                    e -> e.wanted().equals(NULL) && e.receivedText().startsWith("*-1\r\n"),
                    "*-1 is the null of arrays; a value that does not exist is $-1"),
            Clue.of(
                    "null as text",
                    e -> e.wanted().equals(NULL)
                            && e.receivedText()
                                    .matches("(?is)(\\$\\d+\r\n|\\+)\\(?(nil|null|none|undefined)\\)?\r\n.*"),
                    "null is $-1; this is a text that spells a word for it"),
            Clue.of(
                    "error for null",
                    e -> e.wanted().equals(NULL) && e.receivedText().startsWith("-"),
                    "a key that does not exist is no error; GET answers null"),
            Clue.of(
                            "value for null",
                            e -> e.wanted().equals(NULL) && e.receivedText().matches("(?s)\\$[1-9].*"),
                            "the key has a value although it should not exist (any more); if it had a lifetime, that is over")
                    .ofManyMistakes(),
            Clue.of(
                            "null for a value",
                            e -> e.wanted().matches("(?s)\\$[1-9].*")
                                    && e.receivedText().startsWith(NULL),
                            "the key is not there, or is not found: did it go too early, has each connection keys of its own, or are"
                                    + " keys compared as objects instead of byte by byte?")
                    .ofManyMistakes());

    private NullClues() {}
}
