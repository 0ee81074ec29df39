package miniredis.spec.report;

import java.io.PrintStream;
import miniredis.spec.verdict.RunResult;
import miniredis.spec.verdict.ScenarioResult;
import miniredis.spec.wire.Recording;

/** A scenario as it is written, and everything that was sent and received while it was played. */
public record Transcript(PrintStream out) {
    private static final int MOST_PIECES = 60;
    private static final int LONGEST_PIECE = 160;

    public void print(RunResult run) {
        run.scenarios().forEach(this::print);
    }

    private void print(ScenarioResult result) {
        var scenario = result.scenario();
        out.printf("%n%s  %s%n", scenario.id(), scenario.title());
        out.println(scenario.text().indent(2).stripTrailing());
        result.recordings().forEach(this::print);
    }

    private void print(String client, Recording recording) {
        out.printf("%n  %s%n", client);
        var pieces = recording.pieces();
        pieces.stream()
                .limit(MOST_PIECES)
                .forEach(piece -> out.printf(
                        "  %9.3f ms  %s  %s%n",
                        piece.microseconds() / 1000.0,
                        piece.sent() ? "sent    " : "received",
                        piece.excerpt(LONGEST_PIECE)));
        if (pieces.size() > MOST_PIECES) {
            out.printf("  and %,d more%n", pieces.size() - MOST_PIECES);
        }
    }
}
