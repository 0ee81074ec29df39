package miniredis.nio;

import java.util.concurrent.TimeUnit;

/**
 * How long one connection is served before the others have their turn. One read can bring thousands of requests: with
 * large values to send, that is hundreds of megabytes, and while the JVM still interprets this code, tens of milliseconds.
 * When many connections have that much to do each gets less, so that all together take no longer.
 */
final class TimeSlice {
    private static final long NANOS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final int BYTES = 1024 * 1024;
    /** As many may have a whole slice each. */
    private static final int FEW = 8;
    /** The shortest slice is this part of a whole one. */
    private static final int PARTS = 16;

    private int parts = PARTS; // of a slice
    private int used; // slices that were too short, since the last turn of the loop
    private long sentAtMost;
    private long end;
    private boolean timed;
    private boolean over;

    /** A turn of the loop begins; so many as needed more than a slice in the last one will need one again. */
    void beginTurn() {
        parts = used <= FEW ? PARTS : Math.max(1, PARTS * FEW / used);
        used = 0;
    }

    /**
     * @param sent the bytes that the connection has been sent so far
     * @return how many it may have been sent when its slice ends
     */
    long begin(long sent) {
        sentAtMost = sent + (long) BYTES / PARTS * parts;
        timed = false;
        over = false;
        return sentAtMost;
    }

    /** The connection has been served, and been sent so many bytes. */
    void end(long sent) {
        if (over || sent >= sentAtMost) {
            used++;
        }
    }

    /** To be asked where there is more to do. The time counts from the first question: most turns end without one. */
    boolean isOver(long sent) {
        if (sent >= sentAtMost) {
            over = true;
        } else if (timed) {
            over = System.nanoTime() - end > 0;
        } else {
            timed = true;
            end = System.nanoTime() + NANOS / PARTS * parts;
        }
        return over;
    }
}
