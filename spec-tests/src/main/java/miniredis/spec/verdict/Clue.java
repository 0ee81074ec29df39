package miniredis.spec.verdict;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A pattern in what came that gives a mistake away.
 *
 * @param name how tests and pages call it
 * @param title what failures with it have in common, in one line; empty where that is the hint, which is the same for all
 * @param tellsTheMistake whether failures with this clue have one cause, whatever rule they break
 * @param hint what to tell the person who looks for the mistake; empty when the pattern is not there
 */
record Clue(String name, String title, boolean tellsTheMistake, Function<Evidence, Optional<String>> hint) {

    /** A clue whose hint depends on what came. */
    Clue(String name, String title, Function<Evidence, Optional<String>> hint) {
        this(name, title, true, hint);
    }

    /** A clue whose hint is always the same. */
    static Clue of(String name, Predicate<Evidence> fits, String hint) {
        return new Clue(name, "", evidence -> fits.test(evidence) ? Optional.of(hint) : Optional.empty());
    }

    /** The same clue, where it can come from many mistakes: what fails with it need not have the same cause. */
    Clue ofManyMistakes() {
        return new Clue(name, title, false, hint);
    }
}
