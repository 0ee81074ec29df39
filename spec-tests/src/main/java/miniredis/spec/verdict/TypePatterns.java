package miniredis.spec.verdict;

import java.util.List;
import java.util.Optional;
import miniredis.spec.i18n.Message;
import miniredis.spec.wire.Reply;

/** A reply of another type came. */
final class TypePatterns {
    static final List<FailurePattern> ALL = List.of(
            FailurePattern.of(
                    "message ignored",
                    e -> e.sentText().matches("(?is)\\*2\r\n\\$4\r\nping\r\n.*")
                            && e.receivedText().matches("\\+PONG\r\n|\\$4\r\nPONG\r\n")),
            type("bulk for simple", '+', '$'),
            type("simple for bulk", '$', '+'),
            type("integer for bulk", '$', ':'),
            type("bulk for integer", ':', '$'),
            type("simple for integer", ':', '+'));

    private TypePatterns() {}

    private static FailurePattern type(String name, char expected, char received) {
        return FailurePattern.titled(name, e -> {
            boolean fits = e.isOfOneReply()
                    && e.expectedText().startsWith(Character.toString(expected))
                    && e.receivedText().startsWith(Character.toString(received));
            return fits
                    ? Optional.of(Message.of("hint.other-type", expected(e), received(e), FailurePattern.title(name)))
                    : Optional.empty();
        });
    }

    private static Message expected(Evidence e) {
        var reply = e.expectedReply();
        return reply == null ? e.expected().inWords() : reply.inWords();
    }

    private static Message received(Evidence e) {
        Reply reply = e.receivedReply();
        return reply == null
                ? Message.of("hint.other-type.unknown", e.receivedText().charAt(0))
                : reply.inWords();
    }
}
