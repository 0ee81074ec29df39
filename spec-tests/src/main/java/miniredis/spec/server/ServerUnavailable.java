package miniredis.spec.server;

/** The server could not be started or reached; the message is for the person who wrote the command line. */
public final class ServerUnavailable extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;

    public ServerUnavailable(String message) {
        super(message);
        reason = message;
    }

    public ServerUnavailable(String message, Throwable cause) {
        super(message, cause);
        reason = message;
    }

    /** The message. */
    public String reason() {
        return reason;
    }
}
