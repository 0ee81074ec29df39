package miniredis.spec.verdict;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Known mistakes, recognised by what they do to the bytes. The first clue that fits gives the hint. */
final class Clues {
    private static final String DEATH = "death";

    /** From the most to the least specific. */
    private static final List<Clue> CLUES = Stream.of(
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

    /** The name of a clue that fits, and its hint. */
    record Found(String name, String hint) {}

    static Optional<Found> in(Failure failure) {
        if (failure.death().isPresent()) {
            return Optional.of(new Found(DEATH, "whatever a client sends or does, the server has to live on"));
        }
        var evidence = failure.evidence().beginning();
        return CLUES.stream()
                .flatMap(clue -> clue.hint().apply(evidence).stream().map(hint -> new Found(clue.name(), hint)))
                .findFirst();
    }
}
