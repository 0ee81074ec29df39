package miniredis.nio;

import java.util.concurrent.TimeUnit;

/**
 * How long one connection is served before the others have their turn. One read can bring thousands of requests: with
 * large values to send, that is hundreds of megabytes, and while the JVM still interprets this code, tens of milliseconds.
 */
final class Turn {
    private static final long NANOS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final int BYTES = 1024 * 1024;
    private static final int REQUESTS_PER_CLOCK = 32;

    private long sentAtMost;
    private long end;
    private int requests;

    /** @param sent the bytes that the connection has been sent so far */
    void begin(long sent) {
        sentAtMost = sent + BYTES;
        requests = 0;
    }

    /** To be asked between requests. The clock is not looked at again for the few requests that a turn has as a rule. */
    boolean isOver(long sent) {
        if (sent > sentAtMost) {
            return true;
        }
        if (requests++ == 0) {
            end = System.nanoTime() + NANOS;
            return false;
        }
        return requests % REQUESTS_PER_CLOCK == 0 && System.nanoTime() - end > 0;
    }
}
