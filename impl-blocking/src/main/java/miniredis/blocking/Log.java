package miniredis.blocking;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Reports failures on standard error. Standard output is for the one line that says where the server listens. So that an attack
 * can't fill the disk, the same line is written at most once a minute, and a stack trace once for each place in the code.
 */
public final class Log {
    /** The name of this program. It is in the manifest of its jar, so that two modules can have the same source. */
    public static final String PROGRAM = program();

    private static final long PAUSE_NANOS = TimeUnit.MINUTES.toNanos(1);
    private static final int MOST = 100;

    private static final Map<String, Long> WRITTEN = new HashMap<>();
    private static final Set<String> TRACED = new HashSet<>();

    private static volatile Consumer<Throwable> listener = failure -> {};

    private Log() {}

    private static String program() {
        String title = Log.class.getPackage().getImplementationTitle();
        return title == null ? "mini-redis" : title;
    }

    /** Sets the listener that gets each failure, before anything is written about it. */
    public static void tell(Consumer<Throwable> whom) {
        listener = whom;
    }

    public static synchronized void note(String what) {
        long now = System.nanoTime();
        long last = WRITTEN.getOrDefault(what, now - PAUSE_NANOS);
        if (now - last >= PAUSE_NANOS) {
            if (WRITTEN.size() >= MOST) {
                WRITTEN.clear(); // a failure's text may differ every time
            }
            WRITTEN.put(what, now);
            System.err.println(PROGRAM + ": " + what);
        }
    }

    /** Does not throw even when memory is gone, so that it is safe to call where the program must survive a failure. */
    public static void failure(String where, Throwable failure) {
        try {
            listener.accept(failure);
            note(where + ": " + failure);
            if (failure instanceof RuntimeException && isFromAnotherPlace(failure)) {
                failure.printStackTrace();
            }
        } catch (OutOfMemoryError noRoomForWords) {
            // Nothing is written, and the caller continues.
        }
    }

    private static synchronized boolean isFromAnotherPlace(Throwable failure) {
        var trace = failure.getStackTrace();
        return TRACED.size() < MOST && TRACED.add(failure.getClass() + (trace.length > 0 ? trace[0].toString() : ""));
    }
}
