package miniredis.spec.report;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.Timer;
import java.util.TimerTask;
import java.util.stream.Collectors;

/** Which scenarios run at the moment, and a timer for a message after a while without output. */
final class Waiting {
    private static final int NAMED = 3;
    private static final int LOOKS = 10;

    private final Duration silence;
    private final Set<String> running = new LinkedHashSet<>();
    private final Timer timer = new Timer("progress", true);
    private long lastWord = System.nanoTime();

    /**
     * @param speak called when it is time, from a separate thread
     * @param silence after which it is time
     */
    Waiting(Runnable speak, Duration silence) {
        this.silence = silence;
        timer.schedule(
                new TimerTask() {
                    @Override
                    public void run() {
                        if (isDue()) {
                            speak.run();
                        }
                    }
                },
                silence.toMillis(),
                Math.max(1, silence.toMillis() / LOOKS));
    }

    private synchronized boolean isDue() {
        boolean due = !running.isEmpty() && System.nanoTime() - lastWord >= silence.toNanos();
        lastWord = due ? System.nanoTime() : lastWord;
        return due;
    }

    /** Something was printed. */
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
