package miniredis.blocking.extensions;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import miniredis.blocking.Bytes;
import miniredis.blocking.Reply;
import miniredis.blocking.RespWriter;

/** Kinds of replies beyond the workshop's, and how they look in RESP2. {@link Resp3} writes them in RESP3. */
final class Replies {
    /** Keys and values, alternating: a map, or in RESP2 an array of all of them. */
    record Pairs(List<Reply> keysAndValues) implements Reply.Extended {
        @Override
        public void writeTo(RespWriter writer) throws IOException {
            writer.write(new Reply.Array(keysAndValues));
        }
    }

    /** Unordered: a set, or in RESP2 an array. */
    record Unordered(List<Reply> elements) implements Reply.Extended {
        @Override
        public void writeTo(RespWriter writer) throws IOException {
            writer.write(new Reply.Array(elements));
        }
    }

    /** A message or the confirmation of a subscription, not a reply: a push, or in RESP2 an array. */
    record Push(List<Reply> elements) implements Reply.Extended {
        @Override
        public void writeTo(RespWriter writer) throws IOException {
            writer.write(new Reply.Array(elements));
        }
    }

    /** Text for people: a verbatim string, or in RESP2 a bulk string. */
    record Text(String content) implements Reply.Extended {
        @Override
        public void writeTo(RespWriter writer) throws IOException {
            writer.write(text(content));
        }
    }

    /** Null in the place of an array: null, or in RESP2 the array of length -1. */
    record NoArray() implements Reply.Extended {
        @Override
        public void writeTo(RespWriter writer) throws IOException {
            writer.line('*', "-1");
        }
    }

    /** A reply, and the protocol that the client used when it was made; the client may have changed it since. */
    record In(int protocol, Reply reply) implements Reply.Extended {
        @Override
        public void writeTo(RespWriter writer) throws IOException {
            if (protocol == 3) {
                new Resp3(writer).write(reply);
            } else {
                writer.write(reply);
            }
        }
    }

    /** Several replies to one request, or no reply. */
    record Several(List<Reply> replies) implements Reply.Extended {
        @Override
        public void writeTo(RespWriter writer) throws IOException {
            for (var each : replies) {
                writer.write(each);
            }
        }
    }

    static final Reply NOTHING = new Several(List.of());

    private Replies() {}

    static Reply text(String content) {
        return Reply.bulk(Bytes.of(content));
    }

    /** An error reply. */
    static Reply error(String text) {
        return new Reply.ErrorMessage(text);
    }

    /** @param keysAndValues keys and values, alternating: each a string, a number or a reply */
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
