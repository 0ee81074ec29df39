package miniredis.spec.watch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import miniredis.spec.report.ComparisonPage;
import miniredis.spec.report.LastVerdicts;
import miniredis.spec.report.ReportFolder;
import miniredis.spec.verdict.RunResult;

/** Writes what a run leaves behind, while its author reads the verdict already. */
final class BackgroundReport {
    private static final ExecutorService WRITER = Executors.newSingleThreadExecutor(task -> {
        var thread = new Thread(task, "writes the report");
        thread.setDaemon(true);
        return thread;
    });

    private BackgroundReport() {}

    /**
     * Keeps the verdicts now, and writes the report soon.
     *
     * @param whole whether this was everything that is selected
     */
    static void write(LastVerdicts last, RunResult run, Path folder, boolean whole) {
        try {
            last.keep(run);
        } catch (IOException full) {
            // The next comparison is with an older run; that is no reason to stop.
        }
        if (whole) {
            WRITER.execute(() -> writeReport(run, folder));
        }
    }

    private static void writeReport(RunResult run, Path folder) {
        try {
            ComparisonPage.write(ReportFolder.write(run, folder), folder);
        } catch (IOException unwritable) {
            // The verdict is on the screen; the next run writes again.
        }
    }

    /** Waits until all is written, but not for ever. */
    static void awaitEnd() {
        WRITER.shutdown();
        try {
            WRITER.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
