package miniredis.spec.execution;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Notices when this machine stops: a thread that wants to run every few milliseconds and adds up by how much it was late. What
 * keeps this thread waiting can keep a server waiting just as long.
 */
final class PauseDetector implements AutoCloseable {
    private static final long TICK_NANOS = Duration.ofMillis(5).toNanos();

    /** Timers are never quite exact; that is not a stop. */
    private static final long NO_STOP_NANOS = Duration.ofMillis(1).toNanos();

    private final Thread thread = new Thread(this::run, "pause detector");
    private volatile long lostNanos; // written by its own thread alone
    private volatile long lastTick = System.nanoTime();
    private volatile boolean stopped;

    PauseDetector() {
        thread.setDaemon(true);
        thread.start();
    }

    @SuppressWarnings("NonAtomicVolatileUpdate")
    private void run() {
        while (!stopped) {
            LockSupport.parkNanos(TICK_NANOS);
            lostNanos += late(System.nanoTime() - lastTick);
            lastTick = System.nanoTime();
        }
    }

    /** @param nanos between two ticks */
    static long late(long nanos) {
        long late = nanos - TICK_NANOS;
        return late > NO_STOP_NANOS ? late : 0;
    }

    /** For how long, in all, this machine has kept a ready thread waiting; also when the thread itself has not run again yet. */
    long lostNanos() {
        return lostNanos + late(System.nanoTime() - lastTick);
    }

    @Override
    public void close() {
        stopped = true;
    }
}
