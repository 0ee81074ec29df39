package miniredis.spec.verdict;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A pattern in what came that gives a mistake away.
 *
 * @param name how tests and pages call it
 * @param hint what to tell the person who looks for the mistake; empty when the pattern is not there
 */
record Clue(String name, Function<Evidence, Optional<String>> hint) {

    /** A clue whose hint is always the same. */
    static Clue of(String name, Predicate<Evidence> fits, String hint) {
        return new Clue(name, evidence -> fits.test(evidence) ? Optional.of(hint) : Optional.empty());
    }
}
