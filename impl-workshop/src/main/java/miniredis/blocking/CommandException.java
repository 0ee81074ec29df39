package miniredis.blocking;

/** A command that can't be carried out. The message is the error reply, code word first: {@code ERR syntax error}. */
public final class CommandException extends RuntimeException {
    private final String text;

    public CommandException(String message) {
        // Nobody looks at the stack trace of a client's mistake, and taking one is slow.
        super(message, null, false, false);
        text = message;
    }

    /** The error reply, without its minus sign. */
    public String text() {
        return text;
    }
}
