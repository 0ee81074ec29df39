package miniredis.nio;

/** What the server counts. */
final class Stats {
    private static final double SECOND_NANOS = 1e9;

    long commands;
    long connections;
    long hits;
    long misses;
    private long mark; // commands a second or two ago
    private long markedAt = System.nanoTime();
    private long nextMark;
    private long nextMarkedAt = markedAt;

    /** To be called every second. */
    void everySecond(long nanoTime) {
        mark = nextMark;
        markedAt = nextMarkedAt;
        nextMark = commands;
        nextMarkedAt = nanoTime;
    }

    /** Commands per second, over the last second or two. */
    long rate(long nanoTime) {
        double seconds = Math.max(1, (nanoTime - markedAt) / SECOND_NANOS);
        return Math.round((commands - mark) / seconds);
    }

    void read(boolean found) {
        if (found) {
            hits++;
        } else {
            misses++;
        }
    }
}
