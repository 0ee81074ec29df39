package miniredis.spec.speed;

/** One measurement that could not be made; the others go on. The message says why. */
public final class BenchmarkFailed extends Exception {
    private static final long serialVersionUID = 1L;

    BenchmarkFailed(String message) {
        super(message);
    }

    BenchmarkFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
