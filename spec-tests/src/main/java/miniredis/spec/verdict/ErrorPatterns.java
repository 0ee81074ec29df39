package miniredis.spec.verdict;

import java.math.BigInteger;
import java.util.List;
import java.util.regex.Pattern;
import miniredis.spec.command.Requests;

/** An error was expected or came. */
final class ErrorPatterns {
    private static final Pattern UNKNOWN_NAME = Pattern.compile("(?is)^-.*unknown command[^'\"`]*['\"`]([^'\"`]*)");

    private static final Pattern UNKNOWN = Pattern.compile("(?is)^-.*(?:unknown|unrecognized|unsupported) command");

    static final List<FailurePattern> ALL = List.of(
            FailurePattern.of(
                    "no minus",
                    e -> e.expectedText().startsWith("-") && e.receivedText().matches("(?is)[+$].*err.*")),
            FailurePattern.of(
                    "no ERR",
                    e -> e.expectedText().startsWith("-ERR ")
                            && e.receivedText().equals("-" + e.expectedText().substring("-ERR ".length()))),
            FailurePattern.of(
                    "space at the end",
                    e -> e.expectedText().contains(" \r\n")
                            && e.receivedText().equals(e.expectedText().replace(" \r\n", "\r\n"))),
            FailurePattern.of(
                    "reply in other case",
                    e -> e.expected().wire().isPresent()
                            && e.expectedText().equalsIgnoreCase(e.receivedText())
                            && !e.expectedText().equals(e.receivedText())),
            FailurePattern.of(
                    "taken for unknown",
                    e -> e.expectedText().matches("(?s)-.+")
                            && !UNKNOWN.matcher(e.expectedText()).find()
                            && UNKNOWN.matcher(e.receivedText()).find()),
            FailurePattern.of(
                    "error in own words",
                    e -> e.expectedText().matches("(?s)-.+")
                            && e.receivedText().startsWith("-")
                            && afterTheFirstLine(e.receivedText()).equals(afterTheFirstLine(e.expectedText()))),
            FailurePattern.of(
                    "end overflows",
                    e -> e.expectedText().startsWith("-") && e.receivedText().startsWith(":") && endsTooLate(e)),
            FailurePattern.of(
                    "integer for error",
                    e -> e.expectedText().startsWith("-")
                            && e.receivedText().startsWith(":")
                            && e.sentText().matches("(?is)\\*(2\r\n\\$4\r\nincr|3\r\n\\$6\r\nexpire)\r\n.*")),
            FailurePattern.of("part of a request", ErrorPatterns::namesAPart));

    private ErrorPatterns() {}

    private static String afterTheFirstLine(String text) {
        int end = text.indexOf("\r\n");
        return end < 0 ? "" : text.substring(end + 2);
    }

    /** Whether the lifetime is an integer as Redis writes them, and only its end, in milliseconds, is too large for one. */
    private static boolean endsTooLate(Evidence e) {
        return Requests.in(e.sent()).stream()
                .filter(request ->
                        request.size() == 3 && Evidence.text(request.get(0)).equalsIgnoreCase("EXPIRE"))
                .map(request -> Evidence.text(request.get(2)))
                .anyMatch(seconds ->
                        seconds.matches("-?[1-9]\\d{15,18}") && new BigInteger(seconds).bitLength() < Long.SIZE);
    }

    /** Whether the name that the error complains of was sent only as a part of an element of the request. */
    private static boolean namesAPart(Evidence e) {
        var unknown = UNKNOWN_NAME.matcher(e.receivedText());
        return e.expectedText().length() > 0
                && !e.expectedText().startsWith("-")
                && unknown.find()
                && !unknown.group(1).isEmpty()
                && unknown.group(1).indexOf('\t') < 0
                && e.sentText().contains(unknown.group(1))
                && !e.sentText().contains("\r\n" + unknown.group(1) + "\r\n");
    }
}
