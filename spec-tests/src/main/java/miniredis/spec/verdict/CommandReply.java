package miniredis.spec.verdict;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import miniredis.spec.command.Requests;
import miniredis.spec.i18n.Message;
import miniredis.spec.wire.Bytes;
import miniredis.spec.wire.Reply;
import miniredis.spec.wire.ReplyReader;

/**
 * What a request was answered with, where something else was expected; of several, the first.
 *
 * @param command in capitals
 * @param expected the reply that should have come, as far as it is known
 * @param reply in words, without what differs from one scenario to the next
 */
record CommandReply(String command, String expected, Message reply) {
    /** Empty where the mistake is not in a whole reply to one of the requests. */
    static Optional<CommandReply> in(Failure failure) {
        var evidence = failure.evidence();
        var requests = Requests.in(evidence.sent());
        var received = ReplyReader.wholeReplies(Bytes.of(evidence.receivedText()));
        var expected = ReplyReader.wholeReplies(Bytes.of(evidence.expectedText()));
        if (evidence.surplus() || received.isEmpty()) {
            return Optional.empty();
        }
        if (expected.size() < 2) {
            int at = evidence.position().index() - 1;
            return evidence.position().count() == requests.size() && at < requests.size()
                    ? Optional.of(of(requests.get(at), evidence.expectedText(), received.get(0)))
                    : Optional.empty();
        }
        for (int at = 0; at < Math.min(expected.size(), received.size()) && expected.size() == requests.size(); at++) {
            if (!expected.get(at).equals(received.get(at))) {
                return Optional.of(of(requests.get(at), wire(expected.get(at)), received.get(at)));
            }
        }
        return Optional.empty();
    }

    private static CommandReply of(List<byte[]> request, String expected, Reply received) {
        return new CommandReply(name(request), expected, words(received));
    }

    /** The command of the only request that was sent. */
    static Optional<String> command(Failure failure) {
        var requests = Requests.in(failure.evidence().sent());
        return requests.size() == 1 ? Optional.of(name(requests.get(0))) : Optional.empty();
    }

    private static String name(List<byte[]> request) {
        return Bytes.text(request.get(0)).toUpperCase(Locale.ROOT);
    }

    private static Message words(Reply reply) {
        if (reply instanceof Reply.BulkString) {
            return Message.of("reply.some-bulk-string");
        }
        return reply instanceof Reply.ErrorReply error
                ? Message.of(
                        "reply.error",
                        error.text().replaceAll("\\b[a-z0-9]{6}:", "").replaceAll("'[^']*'", "'…'"))
                : reply.inWords();
    }

    private static String wire(Reply reply) {
        return reply instanceof Reply.SimpleString simple
                ? "+" + simple.text() + "\r\n"
                : words(reply).toString();
    }

    Cause cause() {
        return new Cause(Cause.Kind.KNOWN_MISTAKE, Message.of("cause.answered-with", command, reply));
    }
}
