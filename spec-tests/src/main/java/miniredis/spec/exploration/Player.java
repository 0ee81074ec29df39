package miniredis.spec.exploration;

import java.util.ArrayList;
import java.util.Optional;

/**
 * Plays conversations, and says which reply the rules do not allow.
 *
 * @param exact whether errors have to be equal to Redis's
 * @param slack by how many milliseconds the server's clock may be coarser than this one
 */
public record Player(Target target, boolean exact, long slack) {
    /**
     * Plays a conversation until something is wrong.
     *
     * @param own the beginning of this play's keys: letters and digits that no other play has
     * @param carefully whether to wait after a client has disconnected, as is necessary before a server is blamed
     * @param until when to stop, as {@link System#nanoTime} counts; what comes later in the conversation is left out
     */
    public Optional<WrongReply> play(
            Conversation conversation, String own, Preparation preparation, boolean carefully, long until)
            throws InterruptedException {
        var steps = new ArrayList<>(preparation.steps(conversation));
        int prepared = steps.size();
        steps.addAll(conversation.steps());
        try (var play = new Play(this, own)) {
            for (int at = 0; at < steps.size() && play.isDecided() && System.nanoTime() < until; ) {
                at = play.next(steps, at, carefully);
            }
            play.end(steps.size());
            return Optional.empty();
        } catch (WrongReplyException found) {
            return Optional.of(found.wrong().earlier(prepared));
        }
    }
}
