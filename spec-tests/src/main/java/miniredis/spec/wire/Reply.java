package miniredis.spec.wire;

import java.util.Arrays;
import java.util.List;
import miniredis.spec.i18n.Message;
import org.jspecify.annotations.Nullable;

/** A reply in RESP2 or, after HELLO 3, in RESP3, as Redis writes it. See https://redis.io/docs/latest/develop/reference/protocol-spec/. */
public sealed interface Reply {
    /** {@code +OK\r\n} */
    record SimpleString(String text) implements Reply {}

    /** {@code -ERR syntax error\r\n}; the text is all that follows the minus. */
    record ErrorReply(String text) implements Reply {}

    /** {@code :5\r\n} */
    record IntegerReply(long value) implements Reply {}

    /** {@code $5\r\nhello\r\n} */
    record BulkString(byte[] bytes) implements Reply {
        @Override
        public boolean equals(Object other) {
            return other instanceof BulkString bulk && Arrays.equals(bytes, bulk.bytes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes);
        }
    }

    /** {@code $-1\r\n} */
    record NullBulkString() implements Reply {}

    /** {@code *2\r\n...}; the null array {@code *-1\r\n} has null items. */
    record ArrayReply(@Nullable List<Reply> items) implements Reply {}

    /** {@code _\r\n}, the null of RESP3. */
    record Null() implements Reply {}

    /** {@code %1\r\n...} of RESP3: keys and values in turn. */
    record MapReply(List<Reply> keysAndValues) implements Reply {}

    /** {@code >3\r\n...} of RESP3: what no request asked for. */
    record PushReply(List<Reply> items) implements Reply {}

    /** {@code ~2\r\n...} of RESP3. */
    record SetReply(List<Reply> items) implements Reply {}

    /** {@code =7\r\ntxt:abc\r\n} of RESP3: text for people, without the three letters that say of which kind. */
    record VerbatimString(byte[] bytes) implements Reply {}

    /** {@code #t\r\n}, {@code ,1.5\r\n} or {@code (123\r\n} of RESP3. */
    record OtherReply(String line) implements Reply {}

    /** In words: {@code the integer 5}, {@code the bulk string "hello"}. */
    default Message inWords() {
        if (this instanceof SimpleString simple) {
            return Message.of("reply.simple-string", quoted(simple.text()));
        }
        if (this instanceof ErrorReply error) {
            return Message.of("reply.error", quoted(error.text()));
        }
        if (this instanceof IntegerReply integer) {
            return Message.of("reply.integer", integer.value());
        }
        if (this instanceof BulkString bulk) {
            return bulk.bytes().length == 0
                    ? Message.of("reply.empty-bulk-string")
                    : Message.of("reply.bulk-string", ByteText.quote(bulk.bytes(), 64));
        }
        if (this instanceof ArrayReply array) {
            return array.items() == null
                    ? Message.of("reply.null-array")
                    : Message.of("reply.array", array.items().size());
        }
        if (this instanceof PushReply push) {
            return Message.of("reply.push", push.items().size());
        }
        if (this instanceof MapReply map) {
            return Message.of("reply.map", map.keysAndValues().size() / 2);
        }
        if (this instanceof SetReply set) {
            return Message.of("reply.set", set.items().size());
        }
        if (this instanceof VerbatimString verbatim) {
            return Message.of("reply.verbatim-string", ByteText.quote(verbatim.bytes(), 64));
        }
        if (this instanceof OtherReply other) {
            return Message.verbatim(quoted(other.line()));
        }
        if (this instanceof Null) {
            return Message.of("reply.null-of-resp3");
        }
        return Message.of("reply.null");
    }

    private static String quoted(String latin1) {
        return ByteText.quote(Bytes.of(latin1), 200);
    }
}
