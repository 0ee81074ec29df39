package miniredis.spec.compare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import miniredis.spec.execution.SpecificationRun;
import miniredis.spec.report.CucumberMessages;
import miniredis.spec.report.OutputTail;
import miniredis.spec.report.ReportFolder;
import miniredis.spec.report.Results;
import miniredis.spec.report.ResultsJson;
import miniredis.spec.server.ServerUnavailable;
import miniredis.spec.specification.Selection;
import miniredis.spec.specification.SpecScenario;

/**
 * Servers one after another (two at a time would disturb each other's timing), each by an ordinary run. What is done stays
 * done: when the process is told to end, the results so far are written before it does.
 */
final class ComparisonRun {
    private final List<ServerEntry> entries;
    private final Selection selection;
    private final Path folder;
    private final ComparisonProgress progress;
    private final boolean bench;
    private final List<SpecScenario> scenarios;
    private final List<Results> done = new ArrayList<>();
    private boolean concluded;

    /** @throws IllegalArgumentException when nothing is selected */
    ComparisonRun(
            List<ServerEntry> entries, Selection selection, Path folder, ComparisonProgress progress, boolean bench) {
        this.entries = entries;
        this.selection = selection;
        this.folder = folder;
        this.progress = progress;
        this.bench = bench;
        this.scenarios = selection.scenarios();
    }

    /** Runs all; returns what there is in the end. */
    List<Results> execute() throws IOException {
        ReportFolder.prepare(folder);
        var lastWords = new Thread(this::stop, "results so far");
        Runtime.getRuntime().addShutdownHook(lastWords);
        for (int i = 0; i < entries.size(); i++) {
            progress.begins(i, entries.get(i).name());
            var server = compare(i, entries.get(i));
            if (!add(server)) {
                return done;
            }
            progress.ends(server);
        }
        // If the process is ended now, it waits until the files are whole: stop() and conclude() exclude each other.
        conclude();
        try {
            Runtime.getRuntime().removeShutdownHook(lastWords);
        } catch (IllegalStateException alreadyEnding) {
            return done;
        }
        return done;
    }

    private Results compare(int index, ServerEntry entry) throws IOException {
        var own = folderOf(index, entry.name());
        try {
            var server = entry.server();
            var messages = new CucumberMessages();
            var run = new SpecificationRun(server, selection, own, progress)
                    .toldTo(messages)
                    .execute();
            var results = ReportFolder.write(run, messages, own);
            return results.compared(
                    entry.note(),
                    OutputTail.ofFirstServer(own),
                    bench ? QuickSpeed.measure(server, own.resolve("bench")) : List.of());
        } catch (ServerUnavailable unavailable) {
            return ResultsJson.notStarted(
                    entry.name(),
                    entry.what(),
                    entry.note(),
                    unavailable.message().toString(),
                    selection,
                    scenarios);
        }
    }

    /** The folder for one server's own run. */
    private Path folderOf(int index, String name) {
        var readable =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._-]+", "-").replaceAll("^[-.]+|-+$", "");
        return folder.resolve("servers")
                .resolve("%03d-%s".formatted(index + 1, readable.isEmpty() ? "server" : readable));
    }

    private synchronized boolean add(Results server) {
        if (!concluded) {
            done.add(server);
        }
        return !concluded;
    }

    private synchronized void conclude() throws IOException {
        if (!concluded) {
            concluded = true;
            ComparisonFolder.write(folder, done, selection.specification());
        }
    }

    /** Ctrl-C: the server that is being judged is left out: half a verdict says nothing. */
    private synchronized void stop() {
        try {
            if (!concluded && !done.isEmpty()) {
                conclude();
                progress.stopped(done, folder);
            }
            concluded = true;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
