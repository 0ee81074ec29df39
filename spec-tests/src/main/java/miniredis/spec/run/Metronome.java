package miniredis.spec.run;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Notices when this machine stops: a thread that wants to run every few milliseconds and adds up by how much it was late. What
 * keeps this thread waiting can keep a server waiting just as long.
 */
final class Metronome implements AutoCloseable {
    private static final long BEAT_NANOS = Duration.ofMillis(5).toNanos();

    /** Timers are never quite exact; that is no stop. */
    private static final long NO_STOP_NANOS = Duration.ofMillis(1).toNanos();

    private final Thread thread = new Thread(this::run, "metronome");
    private volatile long lostNanos;
    private volatile long lastBeat = System.nanoTime();
    private volatile boolean stopped;

    Metronome() {
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        while (!stopped) {
            LockSupport.parkNanos(BEAT_NANOS);
            lostNanos += late();
            lastBeat = System.nanoTime();
        }
    }

    /** Also right after a stop, when the thread itself has not run again yet. */
    private long late() {
        long late = System.nanoTime() - lastBeat - BEAT_NANOS;
        return late > NO_STOP_NANOS ? late : 0;
    }

    /** For how long, in all, this machine has kept a ready thread waiting. */
    long lostNanos() {
        return lostNanos + late();
    }

    @Override
    public void close() {
        stopped = true;
    }
}
