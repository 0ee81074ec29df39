package miniredis.proof.stress;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The times when this machine had no core for a thread that was ready to run: a thread of this JVM that wanted to sleep only for
 * a moment, or a thread of the server. The kernel counts the latter, see "run delay" in its sched-stats.
 */
final class MachineStalls {
    private static final long LOOK_MILLIS = 5;
    private static final int REMEMBERED = 20_000;

    /** How long a thread waited for a core between two checks. */
    private record Stall(long from, long to, long nanos) {}

    private final List<Path> threads = new ArrayList<>();
    private final List<Long> delays = new ArrayList<>();
    private final Deque<Stall> stalls = new ArrayDeque<>();
    private final Thread watching = new Thread(this::watch, "stalls");
    private volatile boolean over;
    private volatile long lookedAt;

    /** Watches the threads that the process has now. */
    MachineStalls(long pid) throws IOException {
        try (var tasks = Files.list(Path.of("/proc", String.valueOf(pid), "task"))) {
            tasks.filter(MachineStalls::matters)
                    .map(task -> task.resolve("schedstat"))
                    .forEach(threads::add);
        }
        threads.forEach(thread -> delays.add(delay(thread)));
        lookedAt = System.nanoTime();
        watching.setDaemon(true);
        watching.start();
    }

    /** For how long the machine had no core for a thread between these moments of {@link System#nanoTime}. */
    long between(long from, long to) throws InterruptedException {
        while (lookedAt - to < 0 && !over) {
            Thread.sleep(1); // a stall is known when it is over
        }
        synchronized (this) {
            return stalls.stream()
                    .filter(stall -> stall.to() > from && stall.from() < to)
                    .mapToLong(stall -> Math.min(stall.nanos(), to - from))
                    .sum();
        }
    }

    void stop() {
        over = true;
    }

    private void watch() {
        try {
            while (!over) {
                long begin = lookedAt;
                Thread.sleep(LOOK_MILLIS);
                long late = System.nanoTime() - begin - LOOK_MILLIS * 2_000_000; // a look takes time, too
                long waited = longestDelay();
                note(new Stall(begin, System.nanoTime(), Math.max(0, late) + waited));
            }
        } catch (InterruptedException impossible) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void note(Stall stall) {
        stalls.addLast(stall);
        if (stalls.size() > REMEMBERED) {
            stalls.removeFirst();
        }
        lookedAt = stall.to();
    }

    private long longestDelay() {
        long longest = 0;
        for (int i = 0; i < threads.size(); i++) {
            long delay = delay(threads.get(i));
            longest = Math.max(longest, delay - delays.get(i));
            delays.set(i, delay);
        }
        return longest;
    }

    /** Without the threads that no request waits for: the JVM's compilers, and the collector's concurrent work. */
    private static boolean matters(Path task) {
        try {
            return !Files.readString(task.resolve("comm")).matches("(?s)(C[12] Comp|G1 (Conc|Main|Refine|Service)).*");
        } catch (IOException ended) {
            return false;
        }
    }

    private static long delay(Path thread) {
        try {
            return Long.parseLong(Files.readString(thread).split(" ")[1]);
        } catch (IOException | RuntimeException ended) {
            return 0;
        }
    }
}
