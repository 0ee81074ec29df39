package miniredis.spec.verdict;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import miniredis.spec.i18n.Message;

/** Known mistakes, recognised by what they do to the bytes. The first pattern that fits gives the hint. */
final class FailurePatterns {
    private static final FailurePattern DEATH =
            FailurePattern.of("death", e -> e.actual().isBreakdown());

    /** From the most to the least specific. */
    private static final List<FailurePattern> ALL = Stream.of(
                    List.of(DEATH),
                    ConnectionPatterns.ALL,
                    LinePatterns.ALL,
                    NullPatterns.ALL,
                    NumberPatterns.ALL,
                    LengthPatterns.ALL,
                    ValuePatterns.ALL,
                    ErrorPatterns.ALL,
                    TypePatterns.ALL,
                    StreamPatterns.ALL)
            .flatMap(List::stream)
            .toList();

    private FailurePatterns() {}

    /** A pattern that fits, and its hint. */
    record Match(FailurePattern pattern, Message hint) {
        String name() {
            return pattern.name();
        }

        Message title() {
            return pattern.title().orElse(hint);
        }
    }

    static Optional<Match> in(Evidence evidence) {
        return ALL.stream()
                .flatMap(pattern -> pattern.hint().apply(evidence).stream().map(hint -> new Match(pattern, hint)))
                .findFirst();
    }
}
