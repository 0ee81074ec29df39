package miniredis.blocking;

/** Says on standard error what went wrong. Standard output belongs to the one line that tells where the server listens. */
final class Log {
    private Log() {}

    static void note(String what) {
        System.err.println("impl-blocking: " + what);
    }

    static void failure(String where, Throwable failure) {
        note(where + ": " + failure);
        if (failure instanceof RuntimeException) {
            failure.printStackTrace();
        }
    }
}
