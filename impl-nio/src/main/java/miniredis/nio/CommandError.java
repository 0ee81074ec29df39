package miniredis.nio;

import static java.util.Objects.requireNonNull;

/**
 * A request that is well formed but cannot be carried out. It ends the command, never the connection: its text
 * becomes the reply.
 */
@SuppressWarnings("StaticAssignmentOfThrowable") // it has no stack trace, so one object is enough
final class CommandError extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** How many bytes of a client's request an error repeats. */
    static final int MAX_ECHO = 128;

    static final CommandError SYNTAX = new CommandError("ERR syntax error");
    static final CommandError NOT_AN_INTEGER = new CommandError("ERR value is not an integer or out of range");
    static final CommandError OVERFLOW = new CommandError("ERR increment or decrement would overflow");
    static final CommandError EXPIRE_TIME = new CommandError("ERR invalid expire time in 'expire' command");
    static final CommandError OUT_OF_MEMORY =
            new CommandError("OOM command not allowed when used memory > 'maxmemory'.");

    /** @param message the error's code and text, as they follow the minus sign; one character for each byte */
    CommandError(String message) {
        super(message, null, false, false); // no stack trace: a client's mistake is normal, and should be cheap
    }

    /** The error reply, without its minus sign. */
    String text() {
        return requireNonNull(getMessage());
    }
}
