package miniredis.blocking;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Work repeated on a thread of its own until it is closed. */
final class BackgroundTask implements AutoCloseable {
    private final ScheduledExecutorService timer;

    private BackgroundTask(ScheduledExecutorService timer) {
        this.timer = timer;
    }

    static BackgroundTask every(Duration pause, String name, Runnable work) {
        var timer = Executors.newSingleThreadScheduledExecutor(runnable -> {
            var thread = new Thread(runnable, name);
            thread.setDaemon(true);
            return thread;
        });
        timer.scheduleWithFixedDelay(() -> guarded(name, work), 0, pause.toMillis(), TimeUnit.MILLISECONDS);
        return new BackgroundTask(timer);
    }

    /** The timer silently forgets a task that throws. One failure must not be the end of it. */
    private static void guarded(String name, Runnable work) {
        try {
            work.run();
        } catch (Throwable failure) {
            Log.failure(name, failure);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
