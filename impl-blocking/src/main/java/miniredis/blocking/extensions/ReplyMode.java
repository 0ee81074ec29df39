package miniredis.blocking.extensions;

import java.util.List;
import miniredis.blocking.Reply;

/** Which replies a client wants. See https://redis.io/docs/latest/commands/client-reply/ */
final class ReplyMode {
    private boolean off;
    private boolean skips;
    private boolean skipsNext;

    void on() {
        off = false;
        skips = false;
    }

    void off() {
        off = true;
    }

    void skipNext() {
        skipsNext = !off;
    }

    /** For RESET. If RESET's own reply is the one to be skipped, it is still skipped. */
    void reset() {
        off = false;
        skipsNext = false;
    }

    /** A request has been carried out. @return the part of its reply that is sent; a push is not a reply, and is always sent */
    Reply filter(Reply reply) {
        boolean silent = off || skips;
        skips = skipsNext;
        skipsNext = false;
        return silent && !isPush(reply) ? Replies.NOTHING : reply;
    }

    private static boolean isPush(Reply reply) {
        List<Reply> all = reply instanceof Replies.Several several ? several.replies() : List.of(reply);
        return all.stream().allMatch(Replies.Push.class::isInstance);
    }
}
