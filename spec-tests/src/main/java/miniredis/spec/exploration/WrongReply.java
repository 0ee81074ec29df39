package miniredis.spec.exploration;

import java.util.List;
import java.util.Objects;
import miniredis.spec.model.Reply;
import miniredis.spec.model.Text;
import org.jspecify.annotations.Nullable;

/**
 * A reply that the rules do not allow.
 *
 * @param step which step of the conversation it was, from 0; after the last for what came when all was over
 * @param client that got the reply, or should have
 * @param message what had been sent
 * @param allowed what the rules allow, or empty where they allow nothing at all
 * @param actual what came; null for nothing
 * @param end how the connection was: open, silent or closed
 */
public record WrongReply(
        int step,
        int client,
        Message message,
        List<Reply> allowed,
        @Nullable Reply actual,
        End end) {
    /** What was received last on the connection. */
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

    /** Whether another server has given the same reply at the same place. */
    public boolean isLike(WrongReply other) {
        return step == other.step() && end == other.end() && Objects.equals(actual, other.actual());
    }

    /** Whether a message of another client was expected, or came. */
    public boolean isAboutAMessage() {
        return allowed.stream().anyMatch(Reply::isMessage) || actual != null && actual.isMessage();
    }

    /** The same, with so many steps fewer before it. */
    WrongReply earlier(int steps) {
        return new WrongReply(step - steps, client, message, allowed, actual, end);
    }
}
