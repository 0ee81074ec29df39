package miniredis.nio;

import static java.util.Objects.requireNonNull;

/**
 * Bytes that are not a request. It is unknown where the next request would begin, so the client gets this text as its last
 * reply, and the connection is closed.
 */
final class ProtocolError extends Exception {
    private static final long serialVersionUID = 1;

    ProtocolError(String mistake) {
        super("ERR Protocol error: " + mistake, null, false, false);
    }

    /** The error reply, without its minus sign. */
    String text() {
        return requireNonNull(getMessage());
    }
}
