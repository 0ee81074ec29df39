package miniredis.spec.wire;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import miniredis.spec.wire.Recording.Piece;

/** Many pieces as few: what a flood was cut into on its way says nothing about who sent it. */
final class Pieces {
    private static final int BYTES_KEPT = 1000;

    private Pieces() {}

    /** Each row of pieces in one direction becomes one piece, as long as all of them, with the time of the first. */
    static List<Piece> folded(List<Piece> pieces) {
        var folded = new ArrayList<Piece>();
        for (int from = 0; from < pieces.size(); ) {
            int to = from;
            while (to < pieces.size()
                    && pieces.get(to).sent() == pieces.get(from).sent()) {
                to++;
            }
            folded.add(joined(pieces.subList(from, to)));
            from = to;
        }
        return folded;
    }

    private static Piece joined(List<Piece> row) {
        var bytes = new ByteArrayOutputStream();
        boolean gap = false;
        int length = 0;
        for (var piece : row) {
            int room = BYTES_KEPT - bytes.size();
            if (room > 0 && !gap) {
                bytes.write(piece.bytes(), 0, Math.min(room, piece.bytes().length));
                // What follows bytes that are no longer there would be read as following those that are.
                gap = piece.bytes().length < piece.length();
            }
            length += piece.length();
        }
        return new Piece(
                row.get(0).sent(), bytes.toByteArray(), length, row.get(0).microseconds());
    }
}
