package miniredis.nio;

/**
 * Bytes that are not a request. Where the next request would begin is unknown, so the connection gets this text as its
 * last reply and is closed.
 */
final class ProtocolError extends Exception {
    private static final long serialVersionUID = 1;

    ProtocolError(String message) {
        super("ERR Protocol error: " + message, null, false, false);
    }
}
