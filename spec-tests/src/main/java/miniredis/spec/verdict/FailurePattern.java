package miniredis.spec.verdict;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import miniredis.spec.i18n.Message;

/**
 * A pattern in what was sent, expected and received that reveals a mistake.
 *
 * @param name what tests and pages call it; the keys of its messages are made of it
 * @param title what failures with it have in common, in one line; empty where that is the hint, which is the same for all
 * @param isCause whether failures with it have one cause, whatever rule they break
 * @param hint what to tell the person who looks for the mistake; empty when the pattern is not there
 */
record FailurePattern(
        String name, Optional<Message> title, boolean isCause, Function<Evidence, Optional<Message>> hint) {

    /** A pattern whose hint depends on the evidence. */
    static FailurePattern titled(String name, Function<Evidence, Optional<Message>> hint) {
        return new FailurePattern(name, Optional.of(title(name)), true, hint);
    }

    /** A pattern whose hint depends on the evidence, and is what failures with it have in common. */
    static FailurePattern saying(String name, Function<Evidence, Optional<Message>> hint) {
        return new FailurePattern(name, Optional.empty(), true, hint);
    }

    /** A pattern whose hint is always the same. */
    static FailurePattern of(String name, Predicate<Evidence> fits) {
        var hint = Optional.of(Message.of("hint." + inKeys(name)));
        return new FailurePattern(
                name, Optional.empty(), true, evidence -> fits.test(evidence) ? hint : Optional.empty());
    }

    /** The same pattern where many mistakes look like this: it gives a hint, but what fails with it need not have one cause. */
    FailurePattern asHintOnly() {
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
