package miniredis.spec.verdict;

import java.util.List;
import java.util.Optional;
import miniredis.spec.i18n.Message;
import miniredis.spec.wire.Reply;

/** A reply of another type came. */
final class TypePatterns {
    static final List<FailurePattern> ALL = List.of(
            type("bulk for simple", '+', '$'),
            type("simple for bulk", '$', '+'),
            type("integer for bulk", '$', ':'),
            type("bulk for integer", ':', '$'),
            type("simple for integer", ':', '+'));

    private TypePatterns() {}

    private static FailurePattern type(String name, char wanted, char got) {
        return FailurePattern.titled(name, e -> {
            boolean fits = e.isOfOneReply()
                    && e.wanted().startsWith(Character.toString(wanted))
                    && e.receivedText().startsWith(Character.toString(got));
            return fits
                    ? Optional.of(Message.of("hint.other-type", wanted(e), got(e), FailurePattern.title(name)))
                    : Optional.empty();
        });
    }

    private static Message wanted(Evidence e) {
        var reply = e.wantedReply();
        return reply == null ? Message.verbatim(e.expected().inWords()) : reply.inWords();
    }

    private static Message got(Evidence e) {
        Reply reply = e.receivedReply();
        return reply == null
                ? Message.of("hint.other-type.unknown", e.receivedText().charAt(0))
                : reply.inWords();
    }
}
