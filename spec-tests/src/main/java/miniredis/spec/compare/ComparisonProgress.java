package miniredis.spec.compare;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import miniredis.spec.execution.Progress;
import miniredis.spec.report.Results;
import miniredis.spec.report.Style;
import miniredis.spec.specification.SpecScenario;
import miniredis.spec.verdict.Status;

/** One line a server; on a terminal it shows how far the server is, and how long all of them may still take. */
final class ComparisonProgress implements Progress {
    private static final String CLEAR = "\r" + " ".repeat(100) + "\r";

    private final PrintStream out;
    private final Style style;
    private final int servers;
    private final LongSupplier nanoTime;
    private final long began;
    private int index;
    private long serverBegan;
    private String name = "";
    private String stage = "";
    private int played;
    private int expected;

    ComparisonProgress(PrintStream out, Style style, int servers, LongSupplier nanoTime) {
        this.out = out;
        this.style = style;
        this.servers = servers;
        this.nanoTime = nanoTime;
        this.began = nanoTime.getAsLong();
    }

    synchronized void begins(int serverIndex, String serverName) {
        index = serverIndex;
        name = serverName;
        serverBegan = nanoTime.getAsLong();
        stage = "starting";
        played = 0;
        expected = 0;
        show();
    }

    @Override
    public synchronized void begins(int scenarios) {
        next("side by side", scenarios);
    }

    @Override
    public synchronized void againAlone(int scenarios) {
        next("again, alone", scenarios);
    }

    private void next(String what, int scenarios) {
        stage = what;
        played = 0;
        expected = scenarios;
        show();
    }

    @Override
    public synchronized void ran(SpecScenario scenario, boolean passed) {
        played++;
        show();
    }

    @Override
    public synchronized void judgedAlone(SpecScenario scenario, boolean passed) {
        ran(scenario, passed);
    }

    /** The line that stays. */
    synchronized void ends(Results server) {
        clear();
        var verdict = server.started()
                ? "%d/%d passed"
                        .formatted(
                                server.count(Status.PASSED), server.scenarios().size())
                : "not started: " + server.remark().lines().findFirst().orElse("");
        out.printf("  [%d/%d] %s  %s  %.1f s%s%n", index + 1, servers, name, verdict, since(serverBegan), left());
        out.flush();
    }

    synchronized void stopped(List<Results> done, Path folder) {
        clear();
        out.printf("%nStopped. %d of %d servers are done; their results are in %s%n", done.size(), servers, folder);
        out.flush();
    }

    private void show() {
        if (style.isTerminal()) {
            var text = "  [%d/%d] %s  %s %s"
                    .formatted(index + 1, servers, name, stage, expected == 0 ? "" : played + "/" + expected);
            out.print(CLEAR + (text.length() > 98 ? text.substring(0, 98) : text));
            out.flush();
        }
    }

    private void clear() {
        if (style.isTerminal()) {
            out.print(CLEAR);
        }
    }

    /** Estimated from the servers so far: the rest are assumed to be like them. */
    private String left() {
        int finished = index + 1;
        int rest = servers - finished;
        return rest == 0
                ? ""
                : ", about %s left".formatted(inWords(Duration.ofSeconds(Math.round(since(began) / finished * rest))));
    }

    static String inWords(Duration time) {
        if (time.toMinutes() < 2) {
            return Math.max(1, time.toSeconds()) + " s";
        }
        return time.toHours() < 2 ? time.toMinutes() + " min" : time.toHours() + " h";
    }

    private double since(long moment) {
        return (nanoTime.getAsLong() - moment) / 1e9;
    }
}
