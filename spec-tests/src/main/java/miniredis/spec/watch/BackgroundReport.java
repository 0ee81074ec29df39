package miniredis.spec.watch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import miniredis.spec.report.ComparisonPage;
import miniredis.spec.report.ReportFolder;
import miniredis.spec.verdict.RunResult;

/** Writes reports while the author reads the verdict on the screen. */
final class BackgroundReport {
    private final Path folder;
    private final ExecutorService writer = Executors.newSingleThreadExecutor(task -> {
        var thread = new Thread(task, "writes the report");
        thread.setDaemon(true);
        return thread;
    });

    BackgroundReport(Path folder) {
        this.folder = folder;
    }

    void write(RunResult run) {
        writer.execute(() -> {
            try {
                ComparisonPage.write(
                        ReportFolder.write(run, folder), folder, run.selection().specification());
            } catch (IOException unwritable) {
                // The verdict is on the screen; the next run writes again.
            }
        });
    }

    /** Waits until all is written, 10 s at most. */
    void awaitEnd() {
        writer.shutdown();
        try {
            writer.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
