package miniredis.spec.execution;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/** Threads that run scenarios. */
final class Workers {
    private Workers() {}

    /** Takes no more work, and waits until all that was given is done: every scenario ends by itself. */
    static void awaitEnd(ExecutorService workers) {
        workers.shutdown();
        try {
            while (!workers.awaitTermination(1, TimeUnit.MINUTES)) {
                // The method requires a time limit.
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
