package miniredis.nio;

import java.util.concurrent.TimeUnit;

/**
 * How long one connection is served before the others have their turn. One read can bring thousands of requests: with
 * large values to send, that is hundreds of megabytes, and while the JVM still interprets this code, tens of milliseconds.
 */
final class TimeSlice {
    private static final long NANOS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final int BYTES = 1024 * 1024;

    private long sentAtMost;
    private long end;
    private boolean timed;

    /** @param sent the bytes that the connection has been sent so far */
    void begin(long sent) {
        sentAtMost = sent + BYTES;
        timed = false;
    }

    /** To be asked where there is more to do. The time counts from the first question: most turns end without one. */
    boolean isOver(long sent) {
        if (sent > sentAtMost) {
            return true;
        }
        if (timed) {
            return System.nanoTime() - end > 0;
        }
        timed = true;
        end = System.nanoTime() + NANOS;
        return false;
    }
}
