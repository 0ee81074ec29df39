package miniredis.spec.run;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Notices when this machine stops: a thread that wants to run every few milliseconds and takes down by how much it was late.
 * What keeps this thread waiting can keep a server waiting just as long.
 */
final class Metronome implements AutoCloseable {
    private static final long BEAT_NANOS = Duration.ofMillis(5).toNanos();

    private final Thread thread = new Thread(this::run, "metronome");
    private volatile long longestStallNanos;
    private volatile boolean stopped;

    Metronome() {
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        long last = System.nanoTime();
        while (!stopped) {
            LockSupport.parkNanos(BEAT_NANOS);
            long now = System.nanoTime();
            longestStallNanos = Math.max(longestStallNanos, now - last - BEAT_NANOS);
            last = now;
        }
    }

    Duration longestStall() {
        return Duration.ofNanos(longestStallNanos);
    }

    @Override
    public void close() {
        stopped = true;
    }
}
