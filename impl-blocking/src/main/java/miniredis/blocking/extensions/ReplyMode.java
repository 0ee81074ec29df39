package miniredis.blocking.extensions;

import java.util.List;
import miniredis.blocking.Reply;

/** Which replies a client wants to get. See https://redis.io/docs/latest/commands/client-reply/ */
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

    /** After RESET, whose own reply may be the one that is skipped. */
    void reset() {
        off = false;
        skipsNext = false;
    }

    /** The request has been carried out; @return what of its reply is sent. A push is no reply, and is always sent. */
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
