package miniredis.spec.verdict;

import java.util.List;
import java.util.Optional;
import miniredis.spec.wire.Reply;

/** A reply of another type came. */
final class TypeClues {
    static final List<Clue> ALL = List.of(
            type("bulk for simple", '+', '$', "+OK and +PONG are simple strings"),
            type("simple for bulk", '$', '+', "a value is a bulk string, with its length before it"),
            type("integer for bulk", '$', ':', "what GET answers is a bulk string, also when it looks like a number"),
            type("bulk for integer", ':', '$', "a number that a command answers is sent with :"),
            type("simple for integer", ':', '+', "a number that a command answers is sent with :"));

    private TypeClues() {}

    private static Clue type(String name, char wanted, char got, String because) {
        return new Clue(name, because, e -> {
            boolean fits = e.isOfOneReply()
                    && e.wanted().startsWith(Character.toString(wanted))
                    && e.receivedText().startsWith(Character.toString(got));
            return fits
                    ? Optional.of("expected %s, got %s: %s".formatted(wantedInWords(e), gotInWords(e), because))
                    : Optional.empty();
        });
    }

    private static String wantedInWords(Evidence e) {
        var reply = e.wantedReply();
        return reply == null ? e.expected().inWords() : reply.inWords();
    }

    private static String gotInWords(Evidence e) {
        Reply reply = e.receivedReply();
        return reply == null ? "something that begins with " + e.receivedText().charAt(0) : reply.inWords();
    }
}
