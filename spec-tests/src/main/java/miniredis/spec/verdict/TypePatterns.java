package miniredis.spec.verdict;

import java.util.List;
import java.util.Optional;
import miniredis.spec.i18n.Message;
import miniredis.spec.wire.Reply;
import org.jspecify.annotations.Nullable;

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
                    && e.receivedText().startsWith(Character.toString(received))
                    && isTheSameOtherwise(e);
            return fits
                    ? Optional.of(Message.of("hint.other-type", expected(e), received(e), FailurePattern.title(name)))
                    : Optional.empty();
        });
    }

    /**
     * Whether the same text came as another type. Another text may be another mistake, such as the value that the key had
     * before, or what this server replies to every command that it does not know.
     */
    private static boolean isTheSameOtherwise(Evidence e) {
        var expected = text(e.expectedReply());
        var received = text(e.receivedReply());
        if (e.receivedText().startsWith(":")) {
            // Not every text that is sent as an integer is one.
            return expected == null || expected.matches("(?s).*\\d.*");
        }
        if (received == null) {
            return false;
        }
        if (expected == null) {
            return received.matches("-?\\d+");
        }
        // A line ends at its first line end, whatever the value has behind it.
        return received.equals(expected.lines().findFirst().orElse(""))
                || e.expectedReply() instanceof Reply.IntegerReply && received.equals("OK");
    }

    private static @Nullable String text(@Nullable Reply reply) {
        if (reply instanceof Reply.BulkString bulk) {
            return Evidence.text(bulk.bytes());
        }
        if (reply instanceof Reply.IntegerReply integer) {
            return Long.toString(integer.value());
        }
        return reply instanceof Reply.SimpleString simple ? simple.text() : null;
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
