package miniredis.spec.verdict;

import java.util.List;
import java.util.regex.Pattern;
import miniredis.spec.wire.Reply;

/** Null, the empty value and a value are taken for one another. */
final class NullPatterns {
    private static final String NULL = "$-1\r\n";

    /** Such an error says nothing about a key. */
    private static final Pattern IS_ABOUT_THE_REQUEST =
            Pattern.compile("(?i)unknown|wrong number|protocol|not (?:written|implemented|supported|yet)|unsupported");

    static final List<FailurePattern> ALL = List.of(
            FailurePattern.of(
                    "RESP3",
                    e -> !e.expectedText().isEmpty()
                            && !e.sentText().contains("HELLO")
                            && e.receivedText().matches("(?s)[_#,%~=(>|!].*")),
            FailurePattern.of(
                    "empty for null",
                    e -> e.expectedText().equals(NULL) && e.receivedText().startsWith("$0\r\n")),
            FailurePattern.of(
                    "null for empty",
                    e -> e.expectedText().equals("$0\r\n\r\n")
                            && e.receivedText().startsWith(NULL)),
            FailurePattern.of(
                    "null array",
                    e -> e.expectedText().equals(NULL) && e.receivedText().startsWith("*-1\r\n")),
            FailurePattern.of(
                    "null as text",
                    e -> e.expectedText().equals(NULL)
                            && e.receivedText()
                                    .matches("(?is)(\\$\\d+\r\n|\\+)\\(?(nil|null|none|undefined)\\)?\r\n.*")),
            FailurePattern.of(
                    "error for null",
                    e -> e.expectedText().equals(NULL)
                            && e.receivedText().startsWith("-")
                            && !IS_ABOUT_THE_REQUEST.matcher(e.receivedText()).find()),
            FailurePattern.of(
                            "value for null",
                            e -> e.expectedText().equals(NULL)
                                    && e.receivedText().matches("(?s)\\$[1-9].*"))
                    .asHintOnly(),
            FailurePattern.of(
                            "null for a value",
                            e -> e.expectedReply() instanceof Reply.BulkString value
                                    && Evidence.text(value.bytes()).matches("[ -~]{1,99}")
                                    && !e.sentText().contains("$0\r\n")
                                    && e.receivedText().startsWith(NULL)
                                    && !e.receivedText().contains(e.expectedText()))
                    .asHintOnly());

    private NullPatterns() {}
}
