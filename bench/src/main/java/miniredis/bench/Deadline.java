package miniredis.bench;

import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Closes a connection when its time is up, which ends a read or write that would never return. */
final class Deadline {
    private static final ScheduledThreadPoolExecutor CLOCK = clock();

    private final ScheduledFuture<?> closing;

    private Deadline(ScheduledFuture<?> closing) {
        this.closing = closing;
    }

    static Deadline of(Closeable connection, double seconds) {
        return new Deadline(CLOCK.schedule(() -> end(connection), (long) (seconds * 1000), TimeUnit.MILLISECONDS));
    }

    private static void end(Closeable connection) {
        try {
            connection.close();
        } catch (IOException alreadyBroken) {
            // The read or write fails in any case.
        }
    }

    private static ScheduledThreadPoolExecutor clock() {
        var clock = new ScheduledThreadPoolExecutor(1, task -> {
            var thread = new Thread(task, "deadlines");
            thread.setDaemon(true);
            return thread;
        });
        clock.setRemoveOnCancelPolicy(true);
        return clock;
    }

    void cancel() {
        closing.cancel(false);
    }
}
