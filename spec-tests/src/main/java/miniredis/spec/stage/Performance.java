package miniredis.spec.stage;

import java.util.Map;
import java.util.Optional;
import miniredis.spec.wire.Tape;

/**
 * What a scenario did, whatever the verdict.
 *
 * @param tapes the bytes of each connection, by the client's name, in the order of their appearance
 * @param death why the server no longer runs, if it ended
 * @param milliseconds how long it took
 * @param passed whether all of it was as it should be
 * @param onFreshServer whether nobody had used the server before
 */
public record Performance(
        Map<String, Tape> tapes, Optional<String> death, long milliseconds, boolean passed, boolean onFreshServer) {
    /** Whether a single byte came from the server. */
    public boolean heardAnything() {
        return tapes.values().stream().anyMatch(tape -> tape.receivedCount() > 0);
    }

    /** Whether anything that came was a reply in RESP. */
    public boolean heardReply() {
        return tapes.values().stream().anyMatch(Tape::beginsWithReply);
    }
}
