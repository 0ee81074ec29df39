package miniredis.blocking;

import static java.util.Objects.requireNonNull;

import java.io.IOException;

/**
 * The bytes are not a request, and it is unknown where the next request would begin. The client gets the message as an error
 * reply, then the connection ends.
 */
public final class ProtocolException extends IOException {
    ProtocolException(String mistake) {
        super("ERR Protocol error: " + mistake);
    }

    /** The error reply, without its minus sign. */
    public String text() {
        return requireNonNull(getMessage());
    }
}
