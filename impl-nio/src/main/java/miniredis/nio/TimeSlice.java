package miniredis.nio;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * How much is done for one connection before the others have their turn: for how long, how much is read and how much is
 * sent. One read can bring thousands of requests, and with large values to send those are hundreds of megabytes; while
 * the JVM still interprets this code, each takes many times as long.
 *
 * <p>When many connections have that much to do each gets less, so that all together take no longer. How many they are is
 * known from the turn before. Hundreds that begin all at once are not, so there is an end for the turn, too: whoever
 * comes behind it gets the smallest slice, which is enough for those who want little.
 */
final class TimeSlice {
    private static final long NANOS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final int BYTES_SENT = 1024 * 1024;
    private static final int BYTES_READ = ReadBuffer.SIZE;
    /** As many may have a whole slice each. */
    private static final int FEW = 8;
    /** The smallest slice is this part of a whole one. */
    private static final int PARTS = 64;
    /** A turn that has taken as long has no more than smallest slices left. */
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

    /** A turn of the loop begins; so many as needed more than a slice in the last one will need one again. */
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
        if (!begun) { // waiting for the first of the turn has taken none of its time
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

    /** The connection has been served, so many bytes were read, and it has been sent so many since it is there. */
    void end(int read, long sent) {
        if (over || sent >= sentAtMost || read > readAtMost() / 2) { // as a rule there is more where so much came from
            used++;
        }
    }

    /** To be asked where there is more to do. */
    boolean isOver(long sent) {
        over = sent >= sentAtMost || nanoTime.getAsLong() - end > 0;
        return over;
    }
}
