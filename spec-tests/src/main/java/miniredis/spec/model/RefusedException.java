package miniredis.spec.model;

/** Arguments that a command refuses. */
final class RefusedException extends Exception {
    private static final long serialVersionUID = 1;

    RefusedException(String error) {
        super(error, null, false, false);
    }

    /** The error that the client gets. */
    String error() {
        return String.valueOf(getMessage());
    }
}
