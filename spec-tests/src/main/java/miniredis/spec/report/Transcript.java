package miniredis.spec.report;

import java.util.ArrayList;
import java.util.List;
import miniredis.spec.i18n.Messages;
import miniredis.spec.verdict.RunResult;
import miniredis.spec.verdict.ScenarioResult;
import miniredis.spec.wire.ByteText;
import miniredis.spec.wire.Recording;

/** A scenario as it is written, and everything that was sent and received while it was played. */
public final class Transcript {
    private static final int MOST_PIECES = 60;
    private static final int LONGEST_PIECE = 160;
    private static final int A_FLOOD = 10_000;

    private final Messages language;
    private final List<String> lines = new ArrayList<>();

    private Transcript(Messages language) {
        this.language = language;
    }

    /** The lines for all scenarios of the run. */
    public static List<String> of(RunResult run, Messages language) {
        var transcript = new Transcript(language);
        run.scenarios().forEach(transcript::add);
        return transcript.lines;
    }

    private void add(ScenarioResult result) {
        var scenario = result.scenario();
        lines.addAll(List.of("", scenario.id() + "  " + language.ofFeature(scenario.title())));
        scenario.text().indent(2).stripTrailing().lines().forEach(lines::add);
        result.recordings().forEach(this::add);
    }

    private void add(String client, Recording recording) {
        lines.addAll(List.of("", "  " + client));
        var pieces = isFlood(recording.pieces()) ? recording.piecesFolded() : recording.pieces();
        pieces.stream()
                .limit(MOST_PIECES)
                .map(piece -> "  %9.3f ms  %s  %s"
                        .formatted(
                                piece.microseconds() / 1000.0, piece.sent() ? "sent    " : "received", inWords(piece)))
                .forEach(lines::add);
        int more = Math.max(0, pieces.size() - MOST_PIECES) + recording.piecesDropped();
        if (more > 0) {
            lines.add("  " + language.text("transcript.more", "%,d".formatted(more)));
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
