package miniredis.blocking;

import static java.util.Objects.requireNonNull;

/** A command that can't be carried out. The message is the error reply, code word first: {@code ERR syntax error}. */
public final class CommandException extends RuntimeException {
    public CommandException(String message) {
        // No stack trace: for a client's mistake it is not needed, and taking one is slow.
        super(message, null, false, false);
    }

    /** The error reply, without its minus sign. */
    public String text() {
        return requireNonNull(getMessage());
    }
}
