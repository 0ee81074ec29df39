package miniredis.spec.verdict;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import miniredis.spec.i18n.Message;

/** Known mistakes, recognised by what they do to the bytes. The first clue that fits gives the hint. */
final class FailurePatterns {
    private static final FailurePattern DEATH =
            FailurePattern.of("death", e -> e.observed().isBreakdown());

    /** From the most to the least specific. */
    private static final List<FailurePattern> CLUES = Stream.of(
                    List.of(DEATH),
                    ConnectionPatterns.ALL,
                    LinePatterns.ALL,
                    NullPatterns.ALL,
                    NumberPatterns.ALL,
                    ValuePatterns.ALL,
                    LengthPatterns.ALL,
                    ErrorPatterns.ALL,
                    TypePatterns.ALL,
                    StreamPatterns.ALL)
            .flatMap(List::stream)
            .toList();

    private FailurePatterns() {}

    /** A clue that fits, and its hint. */
    record Found(FailurePattern clue, Message hint) {
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
