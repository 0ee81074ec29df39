package miniredis.spec.report;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.Timer;
import java.util.TimerTask;
import java.util.stream.Collectors;

/** Which scenarios run at the moment, and a clock that asks for a word when nothing was said for a while. */
final class Waiting {
    private static final long TICK_MILLISECONDS = 1000;
    private static final long SILENCE_NANOS = 9_000_000_000L;
    private static final int NAMED = 3;

    private final Set<String> running = new LinkedHashSet<>();
    private final Timer timer = new Timer("progress", true);
    private long lastWord = System.nanoTime();

    /** @param speak called when it is time, from a thread of its own */
    Waiting(Runnable speak) {
        timer.schedule(
                new TimerTask() {
                    @Override
                    public void run() {
                        if (isDue()) {
                            speak.run();
                        }
                    }
                },
                TICK_MILLISECONDS,
                TICK_MILLISECONDS);
    }

    private synchronized boolean isDue() {
        boolean due = !running.isEmpty() && System.nanoTime() - lastWord > SILENCE_NANOS;
        lastWord = due ? System.nanoTime() : lastWord;
        return due;
    }

    /** Something was said. */
    synchronized void hasSpoken() {
        lastWord = System.nanoTime();
    }

    synchronized void begins(String id) {
        running.add(id);
    }

    synchronized void ends(String id) {
        running.remove(id);
    }

    /** Those that have run the longest. */
    synchronized String names() {
        return running.stream().limit(NAMED).collect(Collectors.joining(", "))
                + (running.size() > NAMED ? ", ..." : "");
    }

    void stop() {
        timer.cancel();
    }
}
