package miniredis.proof.faults;

import static miniredis.proof.mistakes.ClockMistake.ONE_TIMER;
import static miniredis.proof.mistakes.ClockMistake.TIMERS_OF_32_BITS;
import static miniredis.proof.mistakes.ClockMistake.TIMER_TAKES_THE_LAST_KEY;
import static miniredis.proof.mistakes.LifetimeMistake.FIRST_TIMER_GOES_OFF;
import static miniredis.proof.mistakes.LifetimeMistake.OLD_TIMER_HITS_THE_NEW_VALUE;
import static miniredis.proof.mistakes.LifetimeMistake.REMOVED_KEY_LEAVES_ITS_TIMER;
import static miniredis.proof.mistakes.LifetimeMistake.TIMER_REPEATS;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Timers that remove keys. The correct server has no timers; some of the mistakes use them, each in another wrong way. */
final class Timers {
    private final Keyspace keyspace;
    private final Fault slip;
    private final Map<String, Future<?>> timers = new HashMap<>();
    private ScheduledThreadPoolExecutor executor;
    private String lastKey;

    Timers(Keyspace keyspace, Fault slip) {
        this.keyspace = keyspace;
        this.slip = slip;
    }

    void start(String key, long seconds) {
        if (!slip.isOneOf(
                ONE_TIMER,
                TIMERS_OF_32_BITS,
                TIMER_TAKES_THE_LAST_KEY,
                FIRST_TIMER_GOES_OFF,
                OLD_TIMER_HITS_THE_NEW_VALUE,
                REMOVED_KEY_LEAVES_ITS_TIMER,
                TIMER_REPEATS)) {
            return;
        }
        if (slip.is(ONE_TIMER) && lastKey != null) {
            stop(lastKey);
        }
        if (!slip.is(FIRST_TIMER_GOES_OFF)) {
            stop(key);
        }
        lastKey = key;
        timers.put(key, schedule(key, seconds * 1000));
    }

    private Future<?> schedule(String key, long milliseconds) {
        if (executor == null) {
            executor = new ScheduledThreadPoolExecutor(1, task -> {
                var thread = new Thread(task, "timers of the switchable server");
                thread.setDaemon(true);
                return thread;
            });
        }
        boolean runsOver = slip.is(TIMERS_OF_32_BITS) && milliseconds > Integer.MAX_VALUE;
        long delay = runsOver ? 1 : milliseconds;
        return slip.is(TIMER_REPEATS)
                ? executor.scheduleAtFixedRate(() -> goOff(key), delay, delay, TimeUnit.MILLISECONDS)
                : executor.schedule(() -> goOff(key), delay, TimeUnit.MILLISECONDS);
    }

    private void goOff(String key) {
        synchronized (keyspace) {
            if (slip.is(TIMER_REPEATS)) {
                // The timer is forgotten, so it can no longer be stopped.
                timers.remove(key);
            }
            keyspace.remove(slip.is(TIMER_TAKES_THE_LAST_KEY) ? lastKey : key);
        }
    }

    /** By mistake: the timer continues, and can no longer be stopped. */
    void forget(String key) {
        timers.remove(key);
    }

    void stop(String key) {
        var timer = timers.remove(key);
        if (timer != null) {
            timer.cancel(false);
        }
    }

    void close() {
        if (executor != null) {
            executor.shutdownNow();
        }
    }
}
