package miniredis.nio;

import java.util.concurrent.TimeUnit;
import miniredis.nio.store.Keyspace;

/**
 * Gives the keyspace time to tidy up, in slices of a millisecond and never more than a quarter of all time. So a million
 * keys that expire together are removed within seconds, and no client has to wait for all of that.
 */
final class Tidying {
    private static final long SLICE_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
    /** After a slice, the loop serves only clients for this many times as long as the slice took. */
    private static final int REST = 3;

    private static final long PERIOD_MILLIS = 100;

    private final Keyspace keyspace;
    private long nextSweep = System.nanoTime();
    private long nextSlice = nextSweep;

    Tidying(Keyspace keyspace) {
        this.keyspace = keyspace;
    }

    /** How long the loop may sleep. */
    long waitMillis() {
        return keyspace.isTidy() ? PERIOD_MILLIS : REST;
    }

    /**
     * Tidies up if it is time to.
     *
     * @param now as {@link System#nanoTime}
     */
    void run(long now) {
        if (now - nextSweep >= 0) {
            keyspace.startSweep();
            nextSweep = now + TimeUnit.MILLISECONDS.toNanos(PERIOD_MILLIS);
        }
        if (now - nextSlice >= 0 && !keyspace.isTidy()) {
            keyspace.tidy(now + SLICE_NANOS);
            long end = System.nanoTime();
            nextSlice = end + REST * (end - now);
        }
    }
}
