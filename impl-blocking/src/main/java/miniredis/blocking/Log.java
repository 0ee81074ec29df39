package miniredis.blocking;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Says on standard error what went wrong. Standard output belongs to the one line that tells where the server listens. Whoever
 * attacks the server shall not fill the disk: the same line is written once a minute, and a stack trace once for each place.
 */
final class Log {
    private static final long PAUSE_NANOS = TimeUnit.MINUTES.toNanos(1);
    private static final int MOST = 100;

    private static final Map<String, Long> WRITTEN = new HashMap<>();
    private static final Set<String> TRACED = new HashSet<>();

    private Log() {}

    static synchronized void note(String what) {
        long now = System.nanoTime();
        long last = WRITTEN.getOrDefault(what, now - PAUSE_NANOS);
        if (now - last >= PAUSE_NANOS) {
            if (WRITTEN.size() >= MOST) {
                WRITTEN.clear(); // a failure's text may be another one every time
            }
            WRITTEN.put(what, now);
            System.err.println(Program.NAME + ": " + what);
        }
    }

    /** Never throws, so that it is safe where a failure has to be survived. */
    static void failure(String where, Throwable failure) {
        try {
            if (failure instanceof OutOfMemoryError) {
                Reserve.release();
            }
            note(where + ": " + failure);
            if (failure instanceof RuntimeException && isFromAnotherPlace(failure)) {
                failure.printStackTrace();
            }
        } catch (OutOfMemoryError noRoomForWords) {
            // Whoever called goes on without them.
        }
    }

    private static synchronized boolean isFromAnotherPlace(Throwable failure) {
        var trace = failure.getStackTrace();
        return TRACED.size() < MOST && TRACED.add(failure.getClass() + (trace.length > 0 ? trace[0].toString() : ""));
    }
}
