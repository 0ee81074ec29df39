package miniredis.blocking;

/** Says on standard error what went wrong. Standard output belongs to the one line that tells where the server listens. */
final class Log {
    private Log() {}

    static void note(String what) {
        System.err.println(Program.NAME + ": " + what);
    }

    /** Never throws, so that it is safe where a failure has to be survived. */
    static void failure(String where, Throwable failure) {
        try {
            note(where + ": " + failure);
            if (failure instanceof RuntimeException) {
                failure.printStackTrace();
            }
        } catch (OutOfMemoryError noRoomForWords) {
            // Whoever called goes on without them.
        }
    }
}
