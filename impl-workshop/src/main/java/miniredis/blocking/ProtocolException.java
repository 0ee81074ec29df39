package miniredis.blocking;

import static java.util.Objects.requireNonNull;

import java.io.IOException;

/**
 * The bytes are not a request, and nobody can tell where the next request would begin. The client is told the message as an
 * error, then the connection ends.
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
