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
                            && e.receivedText().matches("(?s)[_#,%~=(>|!].*")),
            Clue.of(
                    "empty for null",
                    e -> e.wanted().equals(NULL) && e.receivedText().startsWith("$0\r\n")),
            Clue.of(
                    "null for empty",
                    e -> e.wanted().equals("$0\r\n\r\n") && e.receivedText().startsWith(NULL)),
            Clue.of(
                    "null array",
                    e -> e.wanted().equals(NULL) && e.receivedText().startsWith("*-1\r\n")),
            Clue.of(
                    "null as text",
                    e -> e.wanted().equals(NULL)
                            && e.receivedText()
                                    .matches("(?is)(\\$\\d+\r\n|\\+)\\(?(nil|null|none|undefined)\\)?\r\n.*")),
            Clue.of(
                    "error for null",
                    e -> e.wanted().equals(NULL) && e.receivedText().startsWith("-")),
            Clue.of(
                            "value for null",
                            e -> e.wanted().equals(NULL) && e.receivedText().matches("(?s)\\$[1-9].*"))
                    .ofManyMistakes(),
            Clue.of(
                            "null for a value",
                            e -> e.wanted().matches("(?s)\\$[1-9].*")
                                    && e.receivedText().startsWith(NULL))
                    .ofManyMistakes());

    private NullClues() {}
}
