package miniredis.spec.compare;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import miniredis.spec.report.ComparisonTable;
import miniredis.spec.report.Results;
import miniredis.spec.report.Style;
import miniredis.spec.specification.Selection;
import miniredis.spec.specification.Specification;
import miniredis.spec.speed.RedisBenchmark;

/** Many servers side by side: run here, or joined from the report folders of other machines. */
public final class Comparison {
    private final PrintStream out;
    private final Style style;
    private final Path report;
    private List<Results> compared = List.of();

    /** @param report the folder for results.json, comparison.md, index.html and each server's own report */
    public Comparison(PrintStream out, Style style, Path report) {
        this.out = out;
        this.style = style;
        this.report = report;
    }

    /**
     * Runs every server of a servers.yaml, one after another. Returns the exit code: 0 if every server passed, 1 if not, 2 if no
     * server could be run.
     *
     * @param bench whether to measure each server's speed, too
     * @throws IllegalArgumentException when the file or the selection is wrong, saying what to do
     */
    public int run(Path servers, Selection selection, boolean bench) throws IOException {
        var entries = ServersFile.read(servers);
        if (bench) {
            RedisBenchmark.ensureInstalled();
        }
        var progress = new ComparisonProgress(out, style, entries.size(), System::nanoTime);
        var run = new ComparisonRun(entries, selection, report, progress, bench);
        out.printf("%nMini-Redis Spec   comparing %s%n%n", inWords(entries.size()));
        return conclude(run.execute());
    }

    /**
     * Joins report folders of runs and comparisons; nothing is run.
     *
     * @param specification the features that the page shows
     */
    public int merge(List<Path> folders, Specification specification) throws IOException {
        var servers = ComparisonFolder.merge(folders);
        var unknown = ComparisonFolder.unknownIds(servers, specification);
        if (!unknown.isEmpty()) {
            out.printf(
                    "Another edition of the specification made some of these results. The page leaves out what this one doesn't have: %s%n",
                    String.join(", ", unknown));
        }
        ComparisonFolder.write(report, servers, specification);
        return conclude(servers);
    }

    /** The names of the servers that ran, and did not pass everything. */
    public List<String> notPassed() {
        return compared.stream()
                .filter(server -> server.started() && !server.passed())
                .map(Results::server)
                .toList();
    }

    private int conclude(List<Results> servers) {
        compared = servers;
        out.printf("%n%s%nPage: %s%n", new ComparisonTable(servers).forTerminal(), report.resolve("index.html"));
        long passed = servers.stream().filter(Results::passed).count();
        long notStarted = servers.stream().filter(server -> !server.started()).count();
        out.printf(
                "%s: %d passed everything, %d did not%s%n",
                inWords(servers.size()),
                passed,
                servers.size() - passed - notStarted,
                notStarted == 0 ? "" : ", %d could not be started".formatted(notStarted));
        out.flush();
        return exitCode(servers);
    }

    private static String inWords(int servers) {
        return servers == 1 ? "1 server" : servers + " servers";
    }

    static int exitCode(List<Results> servers) {
        if (servers.stream().noneMatch(Results::started)) {
            return 2;
        }
        return servers.stream().allMatch(Results::passed) ? 0 : 1;
    }
}
