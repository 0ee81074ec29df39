package miniredis.spec.verdict;

import java.io.ByteArrayOutputStream;
import miniredis.spec.command.Requests;
import miniredis.spec.wire.Recording;
import miniredis.spec.wire.ReplyReader;

/** Whether a connection got more replies than it sent requests. */
final class ReplyCount {
    private ReplyCount() {}

    static boolean isTooLarge(ScenarioResult result) {
        return result.recordings().values().stream().anyMatch(ReplyCount::isTooLarge);
    }

    /** Nothing is known of a conversation that a report does not keep whole. */
    private static boolean isTooLarge(Recording recording) {
        var sent = new ByteArrayOutputStream();
        var received = new ByteArrayOutputStream();
        for (var piece : recording.pieces()) {
            (piece.sent() ? sent : received).writeBytes(piece.bytes());
            if (piece.length() > piece.bytes().length) {
                return false;
            }
        }
        return recording.piecesDropped() == 0
                && ReplyReader.wholeReplies(received.toByteArray()).size()
                        > Requests.in(sent.toByteArray()).size();
    }
}
