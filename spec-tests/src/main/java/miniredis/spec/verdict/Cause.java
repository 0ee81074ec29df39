package miniredis.spec.verdict;

import java.util.List;
import miniredis.spec.i18n.Message;
import miniredis.spec.i18n.Messages;

/**
 * What keeps scenarios from passing. One mistake in a server can fail a hundred scenarios; they all have the same cause.
 *
 * @param what for people, in one line
 * @param step the step in which a learner meets it; 0 where that is the step of the first scenario that fails
 * @param place where the server threw, and what kind of thing: causes at one place are one, whatever they say; empty elsewhere
 */
public record Cause(Kind kind, Message what, int step, String place) {
    /** In place of a place: to read from and to write to a client that has left fails at many. */
    static final String A_CLIENT_HAS_LEFT = "client-has-left";

    private static final int LONGEST_TITLE = 110;

    public Cause(Kind kind, Message what) {
        this(kind, what, 0, "");
    }

    /**
     * A law is broken in no known way.
     *
     * @param rule as its feature has it
     */
    public static Cause brokenRule(String rule) {
        return new Cause(Kind.BROKEN_RULE, Message.verbatim(rule));
    }

    /**
     * Commands, or options, do not exist.
     *
     * @param names as people write them, at least one
     */
    public static Cause missing(List<String> names, int step) {
        return new Cause(
                Kind.MISSING_COMMAND, Message.counted("cause.missing", names.size(), Message.listOf(names)), step, "");
    }

    /** What sort of thing it is. */
    public enum Kind {
        /** No client got a single reply. */
        NO_REPLY,
        /** A command does not exist in this server. */
        MISSING_COMMAND,
        /** The server ends, hangs, or throws. */
        CRASH,
        /** A known mistake, recognised by its bytes. */
        KNOWN_MISTAKE,
        /** A law is broken, in no known way. */
        BROKEN_RULE,
        /** Fails only while other clients are connected. */
        BESIDE_OTHERS,
        /** Correct replies only if each request comes in its own packet. */
        FRAMING,
        /** A mistake in the runner. */
        RUNNER
    }

    /** As reports name it. */
    public String title() {
        return title(Messages.ENGLISH);
    }

    public String title(Messages language) {
        var text = language.text(what);
        return kind == Kind.BROKEN_RULE ? text : shortened(text);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_TITLE
                ? text
                : text.substring(0, LONGEST_TITLE - 1).strip() + "…";
    }

    private String identity() {
        return place.isEmpty() ? title() : place;
    }

    Cause at(String thisPlace) {
        return new Cause(kind, what, step, thisPlace);
    }

    /** Whether it is an exception whose place in the server is known. */
    boolean isOfAPlace() {
        return !place.isEmpty() && !place.equals(A_CLIENT_HAS_LEFT);
    }

    /** Causes with the same text are one, and so are those of one place. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Cause cause
                && kind == cause.kind
                && step == cause.step
                && identity().equals(cause.identity());
    }

    @Override
    public int hashCode() {
        return identity().hashCode();
    }

    @Override
    public String toString() {
        return title();
    }
}
