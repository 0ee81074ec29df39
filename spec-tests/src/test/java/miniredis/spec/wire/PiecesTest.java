package miniredis.spec.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import miniredis.spec.wire.Recording.Piece;
import org.junit.jupiter.api.Test;

/** A flood is one line. */
class PiecesTest {
    private static final String PING = "*1\r\n$4\r\nPING\r\n";

    @Test
    void piecesInOneDirectionBecomeOne() {
        var pieces = new ArrayList<>(List.of(piece(true, PING)));
        for (int i = 0; i < 500; i++) {
            pieces.add(piece(false, "+PONG\r\n"));
        }

        var folded = Pieces.folded(pieces);

        assertThat(folded).hasSize(2);
        assertThat(folded.get(1).length()).isEqualTo(500 * 7);
        assertThat(folded.get(1).period()).isEqualTo(7);
    }

    @Test
    void whatIsNotTheSameOverAndOverIsItself() {
        assertThat(piece(true, PING.repeat(20_000)).period()).isEqualTo(PING.length());
        assertThat(piece(false, ":1\r\n:2\r\n:3\r\n:4\r\n").period()).isEqualTo(16);
        assertThat(piece(false, "+PONG\r\n+PONG\r\n+PONG\r\n+PO").period()).isEqualTo(24);
    }

    @Test
    void aRecordingOfAFloodKeepsItsSize() {
        var recording = new Recording();
        for (int i = 0; i < 1000; i++) {
            recording.received("+PONG\r\n".getBytes(StandardCharsets.US_ASCII), 0, 7);
        }

        recording.shorten();

        assertThat(recording.pieces()).hasSize(1);
        assertThat(recording.pieces().get(0).length()).isEqualTo(7000);
        assertThat(recording.piecesDropped()).isZero();
    }

    private static Piece piece(boolean sent, String text) {
        var bytes = text.getBytes(StandardCharsets.US_ASCII);
        return new Piece(sent, bytes, bytes.length, 0);
    }
}
