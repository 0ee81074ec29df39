package miniredis.spec.server;

/** How a process ended, as the predicate of a sentence about the server. */
final class ExitDescription {
    private static final int SIGNALS = 128;

    private ExitDescription() {}

    /** @param exitValue as Java gives it: 128 and the number of the signal for a process that a signal ended */
    static String of(int exitValue) {
        return exitValue > SIGNALS && exitValue < SIGNALS + 32
                ? "was killed by signal %d%s".formatted(exitValue - SIGNALS, signalName(exitValue - SIGNALS))
                : "exited with code %d".formatted(exitValue);
    }

    private static String signalName(int signal) {
        return switch (signal) {
            case 4 -> " (SIGILL)";
            case 6 -> " (SIGABRT)";
            case 7 -> " (SIGBUS)";
            case 8 -> " (SIGFPE)";
            case 9 -> " (SIGKILL; out of memory?)";
            case 11 -> " (SIGSEGV)";
            case 13 -> " (SIGPIPE: a write to a client that had left)";
            case 15 -> " (SIGTERM)";
            default -> "";
        };
    }
}
