package miniredis.spec.report;

import java.io.PrintStream;
import java.util.List;
import miniredis.spec.i18n.Messages;
import miniredis.spec.verdict.RunResult;
import miniredis.spec.verdict.ScenarioResult;
import miniredis.spec.wire.ByteText;
import miniredis.spec.wire.Recording;

/** A scenario as it is written, and everything that was sent and received while it was played. */
public record Transcript(PrintStream out, Messages language) {
    private static final int MOST_PIECES = 60;
    private static final int LONGEST_PIECE = 160;
    private static final int A_FLOOD = 10_000;

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
        var pieces = isFlood(recording.pieces()) ? recording.piecesFolded() : recording.pieces();
        pieces.stream()
                .limit(MOST_PIECES)
                .forEach(piece -> out.printf(
                        "  %9.3f ms  %s  %s%n",
                        piece.microseconds() / 1000.0, piece.sent() ? "sent    " : "received", inWords(piece)));
        int more = Math.max(0, pieces.size() - MOST_PIECES) + recording.piecesDropped();
        if (more > 0) {
            out.println("  " + language.text("transcript.more", "%,d".formatted(more)));
        }
    }

    /** Where so much was sent, it does not matter any more into which packets it was cut. */
    private static boolean isFlood(List<Recording.Piece> pieces) {
        return pieces.size() > MOST_PIECES
                || pieces.stream().mapToLong(Recording.Piece::length).sum() > A_FLOOD;
    }

    /** A flood is one request and how often it was sent. */
    private String inWords(Recording.Piece piece) {
        int period = piece.period();
        if (piece.length() <= LONGEST_PIECE || period > LONGEST_PIECE || period == piece.length()) {
            return piece.excerpt(LONGEST_PIECE);
        }
        return language.text(
                "transcript.times",
                ByteText.escape(piece.bytes(), 0, period),
                "%,d".formatted(piece.length() / period));
    }
}
