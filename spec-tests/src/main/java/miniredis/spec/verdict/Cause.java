package miniredis.spec.verdict;

/**
 * What keeps scenarios from passing. One mistake in a server can fail a hundred scenarios; they all have the same cause.
 *
 * @param title for people, in one line
 * @param step the step in which a learner meets it; 0 where that is the step of the first scenario that fails
 */
public record Cause(Kind kind, String title, int step) {
    public Cause(Kind kind, String title) {
        this(kind, title, 0);
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
        /** All is well while other clients are away, and not while they are there. */
        BESIDE_OTHERS,
        /** Right replies as long as requests come in packets of their own. */
        FRAMING,
        /** A mistake in the runner. */
        RUNNER
    }

    @Override
    public String toString() {
        return title;
    }
}
