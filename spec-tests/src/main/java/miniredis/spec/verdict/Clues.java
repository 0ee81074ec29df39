package miniredis.spec.verdict;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Known mistakes, recognised by what they do to the bytes. The first clue that fits gives the hint. */
final class Clues {
    private static final Clue DEATH = Clue.of(
            "death", e -> e.observed().isBreakdown(), "whatever a client sends or does, the server has to live on");

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
    record Found(Clue clue, String hint) {
        String name() {
            return clue.name();
        }

        String title() {
            return clue.title().isEmpty() ? hint : clue.title();
        }
    }

    static Optional<Found> in(Evidence whole) {
        var evidence = whole.beginning();
        return CLUES.stream()
                .flatMap(clue -> clue.hint().apply(evidence).stream().map(hint -> new Found(clue, hint)))
                .findFirst();
    }
}
