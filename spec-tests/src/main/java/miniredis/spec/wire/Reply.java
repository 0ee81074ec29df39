package miniredis.spec.wire;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** A reply in RESP2, as Redis writes it. See https://redis.io/docs/latest/develop/reference/protocol-spec/. */
public sealed interface Reply {
    /** {@code +OK\r\n} */
    record SimpleString(String text) implements Reply {}

    /** {@code -ERR syntax error\r\n}; the text is all that follows the minus. */
    record ErrorReply(String text) implements Reply {}

    /** {@code :5\r\n} */
    record IntegerReply(long value) implements Reply {}

    /** {@code $5\r\nhello\r\n} */
    record BulkString(byte[] bytes) implements Reply {}

    /** {@code $-1\r\n} */
    record NullBulkString() implements Reply {}

    /** {@code *2\r\n...}; the null array {@code *-1\r\n} has null items. */
    record ArrayReply(List<Reply> items) implements Reply {}

    /** In words: {@code the integer 5}, {@code the bulk string "hello"}. */
    default String inWords() {
        if (this instanceof SimpleString simple) {
            return "the simple string " + quoted(simple.text());
        }
        if (this instanceof ErrorReply error) {
            return "the error " + quoted(error.text());
        }
        if (this instanceof IntegerReply integer) {
            return "the integer " + integer.value();
        }
        if (this instanceof BulkString bulk) {
            return bulk.bytes().length == 0
                    ? "an empty bulk string"
                    : "the bulk string " + ByteText.quote(bulk.bytes(), 64);
        }
        if (this instanceof ArrayReply array) {
            return array.items() == null
                    ? "the null array"
                    : "an array of " + array.items().size();
        }
        return "null (a bulk string of length -1)";
    }

    private static String quoted(String latin1) {
        return ByteText.quote(latin1.getBytes(StandardCharsets.ISO_8859_1), 200);
    }
}
