package miniredis.nio;

import java.io.PrintStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Reports failures to the operator of the server. So that an attack can't fill the disk, each kind of line is written at
 * most once a minute, and says how often it was left out. Nothing here throws, so it is safe to call where the program
 * must survive a failure.
 */
final class Log {
    private static final long PAUSE_NANOS = TimeUnit.MINUTES.toNanos(1);
    private static final int MOST_TRACES = 100;

    private final PrintStream out;
    private final LongSupplier nanoTime;
    private final Map<String, Line> lines = new HashMap<>();
    private final Set<String> traced = new HashSet<>();

    /** A kind of line: when it was written last, and how often it was left out since. */
    private static final class Line {
        private long at;
        private int leftOut;
    }

    Log() {
        this(System.err, System::nanoTime);
    }

    Log(PrintStream out, LongSupplier nanoTime) {
        this.out = out;
        this.nanoTime = nanoTime;
    }

    /** @param what the event, without the parts that differ each time: it is the kind of the line */
    void note(String what) {
        try {
            write(what);
        } catch (Throwable noRoomForWords) {
            // nothing is written, and the caller continues
        }
    }

    /**
     * An unexpected failure. The first time it comes from a place in the code, a stack trace follows. When memory is short,
     * a stack trace would not show what took the memory.
     */
    void failure(String consequence, Throwable failure) {
        try {
            write(consequence + " after " + failure);
            if (!(failure instanceof OutOfMemoryError) && isNew(failure)) {
                failure.printStackTrace(out);
            }
        } catch (Throwable noRoomForWords) {
            // nothing is written, and the caller continues
        }
    }

    private void write(String what) {
        long now = nanoTime.getAsLong();
        var line = lines.get(what);
        if (line == null) {
            line = new Line();
            lines.put(what, line);
        } else if (now - line.at < PAUSE_NANOS) {
            line.leftOut++;
            return;
        }
        out.println("impl-nio: " + what + (line.leftOut == 0 ? "" : " (and " + line.leftOut + " times before)"));
        line.at = now;
        line.leftOut = 0;
        if (lines.size() > MOST_TRACES) {
            lines.clear(); // a failure's text may differ every time
        }
    }

    private boolean isNew(Throwable failure) {
        var trace = failure.getStackTrace();
        var place = failure.getClass().getName() + (trace.length == 0 ? "" : " " + trace[0]);
        return traced.size() < MOST_TRACES && traced.add(place);
    }
}
