package miniredis.blocking.extensions;

import java.util.function.LongSupplier;

/** How often something happens, over the last second: what this second has counted so far, and of the one before the rest. */
final class Rate {
    private static final long SECOND = 1_000_000_000L;

    private final LongSupplier nanoTime;
    private long second;
    private long inThisSecond;
    private long inTheOneBefore;

    Rate() {
        this(System::nanoTime);
    }

    /** @param nanoTime as {@link System#nanoTime()} */
    Rate(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.second = Math.floorDiv(nanoTime.getAsLong(), SECOND);
    }

    void count() {
        turn(nanoTime.getAsLong());
        inThisSecond++;
    }

    long perSecond() {
        long now = nanoTime.getAsLong();
        turn(now);
        double left = 1 - Math.floorMod(now, SECOND) / (double) SECOND;
        return inThisSecond + Math.round(inTheOneBefore * left);
    }

    private void turn(long now) {
        long current = Math.floorDiv(now, SECOND);
        if (current != second) {
            inTheOneBefore = current == second + 1 ? inThisSecond : 0;
            inThisSecond = 0;
            second = current;
        }
    }
}
