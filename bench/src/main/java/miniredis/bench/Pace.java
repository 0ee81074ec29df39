package miniredis.bench;

import java.util.function.Consumer;

/** How far a benchmark is, and how long it will still take, judged by how well the plan was kept so far. */
final class Pace {
    private final double planned;
    private final Consumer<String> progress;
    private final long started = System.nanoTime();
    private double done;

    /** @param planned seconds that all of it is expected to take */
    Pace(double planned, Consumer<String> progress) {
        this.planned = Math.max(planned, 0.001);
        this.progress = progress;
    }

    void announce(String doing) {
        progress.accept("[%3.0f %%, %s left] %s".formatted(100 * Math.min(1, done / planned), left(), doing));
    }

    void done(double expectedSeconds) {
        done += expectedSeconds;
    }

    private String left() {
        double used = (System.nanoTime() - started) / 1e9;
        double factor = done < 5 ? 1 : Math.max(0.5, Math.min(5, used / done));
        double seconds = Math.max(0, planned - done) * factor;
        return seconds < 90 ? "%.0f s".formatted(seconds) : "%.0f min".formatted(seconds / 60);
    }
}
