package miniredis.spec.watch;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Work that the loop does not wait for, in threads that do not keep this program alive. */
final class Background {
    private final ExecutorService threads;

    private Background(ExecutorService threads) {
        this.threads = threads;
    }

    /** One piece of work after another. */
    static Background inOrder(String does) {
        return new Background(Executors.newSingleThreadExecutor(work -> thread(does, work)));
    }

    /** All at the same time. */
    static Background atOnce(String does) {
        return new Background(Executors.newCachedThreadPool(work -> thread(does, work)));
    }

    /** Something that goes on by itself. */
    static void start(String does, Runnable work) {
        thread(does, work).start();
    }

    private static Thread thread(String does, Runnable work) {
        var thread = new Thread(work, does);
        thread.setDaemon(true);
        return thread;
    }

    void execute(Runnable work) {
        threads.execute(work);
    }

    /** Waits until all is done, 10 s at most; nothing more can be done then. */
    void awaitEnd() {
        threads.shutdown();
        try {
            threads.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
