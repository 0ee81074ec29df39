package miniredis.spec.verdict;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import miniredis.spec.i18n.Message;

/**
 * A pattern in what came that gives a mistake away.
 *
 * @param name how tests and pages call it; the keys of its messages are made of it
 * @param title what failures with it have in common, in one line; empty where that is the hint, which is the same for all
 * @param tellsTheMistake whether failures with this clue have one cause, whatever rule they break
 * @param hint what to tell the person who looks for the mistake; empty when the pattern is not there
 */
record FailurePattern(
        String name, Optional<Message> title, boolean tellsTheMistake, Function<Evidence, Optional<Message>> hint) {

    /** A clue whose hint depends on what came. */
    static FailurePattern titled(String name, Function<Evidence, Optional<Message>> hint) {
        return new FailurePattern(name, Optional.of(title(name)), true, hint);
    }

    /** A clue whose hint is always the same. */
    static FailurePattern of(String name, Predicate<Evidence> fits) {
        var hint = Optional.of(Message.of("hint." + inKeys(name)));
        return new FailurePattern(
                name, Optional.empty(), true, evidence -> fits.test(evidence) ? hint : Optional.empty());
    }

    /** The same clue, where it can come from many mistakes: what fails with it need not have the same cause. */
    FailurePattern ofManyMistakes() {
        return new FailurePattern(name, title, false, hint);
    }

    static Message title(String name) {
        return Message.of("title." + inKeys(name));
    }

    /** {@code one read, one request} is {@code one-read-one-request} there. */
    private static String inKeys(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }
}
