package miniredis.blocking;

import java.time.Duration;

/**
 * Repeats some work on a separate thread until it is closed.
 *
 * <p>A ScheduledExecutorService would do this in two lines, but it silently drops a task that throws once, and its own thread may
 * die when memory runs out.
 */
public final class BackgroundTask implements AutoCloseable {
    private final Duration pause;
    private final Runnable work;
    private final Thread thread;

    private BackgroundTask(Duration pause, String name, Runnable work) {
        this.pause = pause;
        this.work = work;
        this.thread = new Thread(this::repeat, name);
    }

    public static BackgroundTask every(Duration pause, String name, Runnable work) {
        var task = new BackgroundTask(pause, name, work);
        task.thread.setDaemon(true);
        task.thread.start();
        return task;
    }

    private void repeat() {
        while (true) {
            try {
                Thread.sleep(pause.toMillis());
                work.run();
            } catch (InterruptedException closed) {
                return;
            } catch (Throwable failure) {
                Log.failure(thread.getName(), failure);
            }
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
