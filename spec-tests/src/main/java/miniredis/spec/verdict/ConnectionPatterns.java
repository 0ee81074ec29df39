package miniredis.spec.verdict;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import miniredis.spec.command.Requests;
import miniredis.spec.i18n.Message;

/** Something is wrong with the conversation as a whole. */
final class ConnectionPatterns {
    private static final int MANY_TIMES = 20;
    private static final String PING = "*1\r\n$4\r\nPING\r\n";

    static final List<FailurePattern> ALL = List.of(
            FailurePattern.of("HTTP", e -> e.receivedText().startsWith("HTTP/")),
            FailurePattern.of("cut into bytes", e -> e.framing() == Framing.BYTE_BY_BYTE),
            FailurePattern.of("in one packet", e -> e.framing() == Framing.ONE_PACKET),
            FailurePattern.of(
                    "echo", e -> e.sent().length > 0 && e.receivedText().startsWith(e.sentText())),
            FailurePattern.of(
                    "line end in an error",
                    e -> e.receivedText().matches("-[^\r\n]*[\r\n](?s:.*)")
                                    && e.sentText()
                                            .contains(e.receivedText().strip().replaceFirst("(?s)^.*[\r\n]", ""))
                                    && e.receivedText().strip().matches("(?s).*[\r\n].+")
                                    && !e.expectedText().matches("(?s)(.*\r\n){2,}")
                            || isTheRestOfAName(e)),
            FailurePattern.titled("without end", ConnectionPatterns::isSentWithoutEnd),
            FailurePattern.of(
                    "not closed",
                    e -> e.isSilent()
                            && e.expected() instanceof Expected.Closed
                            && (Requests.areWhole(e.sent()) || !e.hasSeveralRequests())),
            FailurePattern.of(
                    "greeting",
                    e -> e.surplus() && e.expectsNothing() && (e.sent().length == 0 || isNoAnswerToPing(e))
                            || e.sentText().equals(PING)
                                    && e.position().index() == 1
                                    && e.receivedText()
                                            .matches(
                                                    "(?:\\+(?!PONG)[^\r\n]*|\\$\\d+\r\n(?!PONG)[^\r\n]*)\r\n\\+PONG\r\n")),
            FailurePattern.of(
                    "empty request",
                    e -> e.sentText().matches("(?s)(?:\\*(?:0|-\\d+)|\\s*)\r\n(?!\\$).*")
                            && e.receivedText().startsWith("-")
                            && !e.expectedText().startsWith("-")),
            FailurePattern.of("two line ends", ConnectionPatterns::hasALineEndTooMany),
            FailurePattern.saying("answered twice", ConnectionPatterns::isAnsweredTwice),
            FailurePattern.of(
                            "unasked reply",
                            e -> e.received().length > 0 && !e.tooMuchText().startsWith("-") && e.expectsNothing())
                    .asHintOnly());

    private ConnectionPatterns() {}

    /** Whether it ends with the same error again and again, far more often than there were requests. */
    private static Optional<Message> isSentWithoutEnd(Evidence e) {
        var lines = e.receivedText().split("\r\n");
        int last = lines.length - 2; // the last one may be cut
        if (last < 0 || !lines[last].startsWith("-")) {
            return Optional.empty();
        }
        int times = 1;
        while (times <= last && lines[last - times].equals(lines[last])) {
            times++;
        }
        return times > MANY_TIMES + Requests.in(e.sent()).size()
                ? Optional.of(Message.of("hint.without-end", times))
                : Optional.empty();
    }

    /** Whether an empty line follows a reply that is one line, or comes before the reply that was waited for. */
    private static boolean hasALineEndTooMany(Evidence e) {
        var text = e.receivedText();
        return e.surplus() && e.tooMuchText().matches("(?:\r\n)+")
                || (e.surplus() || e.expectedText().length() > 2)
                        && text.matches("(?s)(?:[+:-][^\r\n]*\r\n)?\r\n(?:[+$:*-].*)?");
    }

    private static boolean isNoAnswerToPing(Evidence e) {
        return e.sentText().equals(PING)
                && !e.tooMuchText().startsWith("+PONG")
                && !e.tooMuchText().startsWith("-");
    }

    /** Whether what came begins with what a client sent after a line end, as a part of a name or an argument. */
    private static boolean isTheRestOfAName(Evidence e) {
        var line = e.receivedText().lines().findFirst().orElse("").replaceFirst("['\"`].*", "");
        // By chance a reply may be as long as the element of the request that follows its command.
        boolean isLength = line.matches("[$*]\\d+");
        return line.length() > 2
                && !isLength
                && e.sentText().matches("(?s).*[^\\d\r]\r\n" + Pattern.quote(line) + ".*");
    }

    /** Whether everything came twice, to one command; what comes after the last step may be a reply to another client. */
    private static Optional<Message> isAnsweredTwice(Evidence e) {
        var commands = Requests.in(e.sent()).stream()
                .map(request -> Evidence.text(request.get(0)))
                .distinct()
                .toList();
        if (commands.size() != 1 || !(e.actual() instanceof Actual.TooMuch tooMuch) || tooMuch.from() == 0) {
            return Optional.empty();
        }
        var asked = Evidence.text(Arrays.copyOf(e.received(), tooMuch.from()));
        var more = e.tooMuchText();
        return asked.equals(more) && !(e.expected() instanceof Expected.NoMore)
                ? Optional.of(Message.of("hint.answered-twice", commands.get(0)))
                : Optional.empty();
    }
}
