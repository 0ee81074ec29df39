package miniredis.blocking;

/** A command that can't be carried out. The message is the error reply, code word first: {@code ERR syntax error}. */
final class CommandException extends RuntimeException {
    CommandException(String message) {
        // Nobody looks at the stack trace of a client's mistake, and taking one is slow.
        super(message, null, false, false);
    }
}
