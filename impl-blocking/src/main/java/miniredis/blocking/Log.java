package miniredis.blocking;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Says on standard error what went wrong. Standard output belongs to the one line that tells where the server listens. Whoever
 * attacks the server shall not fill the disk: the same line is written once a minute, and a stack trace once for each place.
 */
public final class Log {
    /** What this program is called. The manifest of its jar says it, so that the same source can be two modules. */
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

    /** Whom to tell of a failure first, before a word of it is written. */
    public static void tell(Consumer<Throwable> whom) {
        listener = whom;
    }

    public static synchronized void note(String what) {
        long now = System.nanoTime();
        long last = WRITTEN.getOrDefault(what, now - PAUSE_NANOS);
        if (now - last >= PAUSE_NANOS) {
            if (WRITTEN.size() >= MOST) {
                WRITTEN.clear(); // a failure's text may be another one every time
            }
            WRITTEN.put(what, now);
            System.err.println(PROGRAM + ": " + what);
        }
    }

    /** Never throws, so that it is safe where a failure has to be survived. */
    public static void failure(String where, Throwable failure) {
        try {
            listener.accept(failure);
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
