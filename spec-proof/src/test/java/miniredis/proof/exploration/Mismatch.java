package miniredis.proof.exploration;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import miniredis.proof.model.Reply;
import miniredis.proof.model.Text;
import org.jspecify.annotations.Nullable;

/**
 * A reply that the rules do not allow.
 *
 * @param step which step of the conversation it was, from 0; behind the last for what came when all was over
 * @param client who got the reply, or should have
 * @param message what had been sent
 * @param allowed what the rules allow, or empty where they allow nothing at all
 * @param actual what came; null for nothing
 * @param end how the connection was: open, silent or closed
 */
public record Mismatch(
        int step,
        int client,
        Message message,
        List<Reply> allowed,
        @Nullable Reply actual,
        End end) {
    /** What was heard last on the connection. */
    public enum End {
        ANSWERED,
        SILENT,
        CLOSED
    }

    /**
     * Two failures of the same kind are taken for one: the same command got the same sort of wrong reply. So a conversation that is
     * made shorter does not turn into the example of another mistake.
     */
    public String kind() {
        if (actual != null && actual.isMessage()) {
            return "message";
        }
        var command = message.isRequest() ? Text.lower(message.words().get(0)) : "bytes";
        return command + " " + (actual == null ? end.name() : actual.getClass().getSimpleName());
    }

    /** The same, with so many steps fewer before it. */
    Mismatch earlier(int steps) {
        return new Mismatch(step - steps, client, message, allowed, actual, end);
    }

    /** For people. */
    public String shown() {
        return "client %d sent %s%n  expected %s%n  received %s"
                .formatted(
                        client,
                        message.shown(),
                        allowed.isEmpty()
                                ? "nothing"
                                : allowed.stream().map(Reply::shown).distinct().collect(Collectors.joining(" or ")),
                        actual == null ? end.name().toLowerCase(Locale.ROOT) : actual.shown());
    }
}
