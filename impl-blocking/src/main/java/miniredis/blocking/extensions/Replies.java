package miniredis.blocking.extensions;

import java.util.ArrayList;
import java.util.List;
import miniredis.blocking.Bytes;
import miniredis.blocking.Reply;

/** Replies that look different in RESP2 and RESP3, and those that are no single reply. {@link ReplyWriter} writes them. */
final class Replies {
    /** Keys and their values in turn: a map, or in RESP2 an array of all of them. */
    record Pairs(List<Reply> keysAndValues) implements Reply.Extended {}

    /** Unordered: a set, or in RESP2 an array. */
    record Unordered(List<Reply> elements) implements Reply.Extended {}

    /** Nobody asked for it: a push, or in RESP2 an array. */
    record Push(List<Reply> elements) implements Reply.Extended {}

    /** For people: a verbatim string, or in RESP2 a bulk string. */
    record Text(String content) implements Reply.Extended {}

    /** No array: null, or in RESP2 the array of length -1. */
    record NoArray() implements Reply.Extended {}

    /** A reply that was made while the client spoke this protocol, which it need not any more. */
    record In(int protocol, Reply reply) implements Reply.Extended {}

    /** Several replies to one request, perhaps none. */
    record Several(List<Reply> replies) implements Reply.Extended {}

    static final Reply NOTHING = new Several(List.of());

    private Replies() {}

    static Reply text(String content) {
        return Reply.bulk(Bytes.of(content));
    }

    /** @param keysAndValues strings, numbers and replies in turn */
    static Reply pairs(Object... keysAndValues) {
        var replies = new ArrayList<Reply>();
        for (var each : keysAndValues) {
            replies.add(
                    each instanceof Reply reply
                            ? reply
                            : each instanceof Number number ? Reply.number(number.longValue()) : text(each.toString()));
        }
        return new Pairs(replies);
    }
}
