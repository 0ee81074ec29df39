package miniredis.spec.verdict;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import miniredis.spec.wire.Ending;

/** Known mistakes, recognised by what they do to the bytes. The first clue that fits gives the hint. */
final class Clues {
    private record Clue(Predicate<Evidence> fits, String hint) {}

    private static final List<Clue> CLUES = List.of(
            clue(
                    e -> e.receivedText().startsWith("HTTP/"),
                    "this server speaks HTTP; is the right program listening on this port?"),
            clue(
                    e -> e.expectedText().startsWith("+") && e.receivedText().startsWith("$"),
                    "expected a simple string (+OK, +PONG), got a bulk string; a client tells them apart by the first byte"),
            clue(
                    e -> e.expectedText().startsWith(":") && e.receivedText().startsWith("$"),
                    "expected an integer reply (:1), got a bulk string: numbers that commands answer are sent with `:`"),
            clue(
                    e -> e.expectedText().equals("$-1\r\n") && e.receivedText().startsWith("$0\r\n"),
                    "null ($-1) and the empty string ($0) are two different answers"),
            clue(
                    e -> e.expectedText().startsWith("$0\r\n") && e.receivedText().startsWith("$-1"),
                    "an empty value is a value: it is answered with $0, not with null"));

    private Clues() {}

    private static Clue clue(Predicate<Evidence> fits, String hint) {
        return new Clue(fits, hint);
    }

    static Optional<String> hint(Evidence evidence, boolean serverDied) {
        if (serverDied) {
            return Optional.of("whatever a client sends or does, the server has to live on");
        }
        if (evidence.ending() == Ending.REFUSED) {
            return Optional.empty();
        }
        return CLUES.stream()
                .filter(clue -> clue.fits().test(evidence))
                .map(Clue::hint)
                .findFirst();
    }
}
