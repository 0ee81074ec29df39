package miniredis.spec.verdict;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import miniredis.spec.message.Message;

/** Known mistakes, recognised by what they do to the bytes. The first clue that fits gives the hint. */
final class Clues {
    private static final Clue DEATH = Clue.of("death", e -> e.observed().isBreakdown());

    /** From the most to the least specific. */
    private static final List<Clue> CLUES = Stream.of(
                    List.of(DEATH),
                    ConnectionClues.ALL,
                    LineClues.ALL,
                    NullClues.ALL,
                    NumberClues.ALL,
                    ValueClues.ALL,
                    LengthClues.ALL,
                    ErrorClues.ALL,
                    TypeClues.ALL,
                    StreamClues.ALL)
            .flatMap(List::stream)
            .toList();

    private Clues() {}

    /** A clue that fits, and its hint. */
    record Found(Clue clue, Message hint) {
        String name() {
            return clue.name();
        }

        Message title() {
            return clue.title().orElse(hint);
        }
    }

    static Optional<Found> in(Evidence whole) {
        var evidence = whole.beginning();
        return CLUES.stream()
                .flatMap(clue -> clue.hint().apply(evidence).stream().map(hint -> new Found(clue, hint)))
                .findFirst();
    }
}
