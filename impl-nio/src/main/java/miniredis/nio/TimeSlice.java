package miniredis.nio;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Limits what is done for one connection before the others are served: how long it takes, and how many bytes are read
 * and sent. One read can bring thousands of requests, and their replies can be hundreds of megabytes; while the JVM still
 * interprets this code, each request takes many times as long.
 *
 * <p>When many connections have that much to do, each gets a smaller slice, so that the turn takes no longer. Their number
 * is known from the turn before. Hundreds may begin in the same turn, so the turn has a limit, too: a connection that is
 * served after it gets the smallest slice, which is enough for a few requests.
 */
final class TimeSlice {
    private static final long NANOS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final int BYTES_SENT = 1024 * 1024;
    private static final int BYTES_READ = ReadBuffer.SIZE;
    /** So many connections in one turn may have a whole slice each. */
    private static final int FEW = 8;
    /** The smallest slice is this part of a whole one. */
    private static final int PARTS = 64;
    /** After this time a turn hands out smallest slices only. */
    private static final long LONG_TURN_NANOS = 2 * FEW * NANOS;

    private final LongSupplier nanoTime;
    private int share = PARTS; // of a slice, for each in this turn
    private int used; // slices that were too small, since the turn began
    private boolean begun;
    private long late;
    private int parts = PARTS; // of a slice, for the connection that is being served
    private long sentAtMost;
    private long end;
    private boolean over;

    TimeSlice() {
        this(System::nanoTime);
    }

    /** @param nanoTime a clock that counts as {@link System#nanoTime} does */
    TimeSlice(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** A turn of the loop begins. As many connections as in the last one are expected to use up their slice. */
    void beginTurn() {
        share = used <= FEW ? PARTS : Math.max(1, PARTS * FEW / used);
        used = 0;
        begun = false;
    }

    /**
     * @param sent the bytes that the connection has been sent so far
     * @return how many it may have been sent when its slice ends
     */
    long begin(long sent) {
        long now = nanoTime.getAsLong();
        if (!begun) { // the wait for the turn's first connection does not count
            begun = true;
            late = now + LONG_TURN_NANOS;
        }
        parts = now - late > 0 ? 1 : share;
        end = now + NANOS / PARTS * parts;
        sentAtMost = sent + (long) BYTES_SENT / PARTS * parts;
        over = false;
        return sentAtMost;
    }

    /** How many bytes may be read for the connection. */
    int readAtMost() {
        return BYTES_READ / PARTS * parts;
    }

    /**
     * The connection has been served.
     *
     * @param read bytes read for it in this slice
     * @param sent bytes it has been sent so far
     */
    void end(int read, long sent) {
        if (over || sent >= sentAtMost || read > readAtMost() / 2) { // then more has probably arrived
            used++;
        }
    }

    /** Whether the connection must wait for its next turn, if it has more to do. */
    boolean isOver(long sent) {
        over = sent >= sentAtMost || nanoTime.getAsLong() - end > 0;
        return over;
    }
}
