package miniredis.spec.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import miniredis.spec.wire.Reply.ArrayReply;
import miniredis.spec.wire.Reply.BulkString;
import miniredis.spec.wire.Reply.ErrorReply;
import miniredis.spec.wire.Reply.IntegerReply;
import miniredis.spec.wire.Reply.NullBulkString;
import miniredis.spec.wire.Reply.SimpleString;

/**
 * Reads replies as strictly as Redis writes them: what a forgiving client would let pass ({@code \n} alone, {@code :+5},
 * {@code $05}) is not a reply here.
 */
public final class ReplyReader {
    private static final int LONGEST_LINE = 64 * 1024;
    private static final int DEEPEST_ARRAY = 32;

    private final byte[] bytes;
    private final int limit;
    private final Protocol protocol;
    private int at;
    private int depth;

    /** What a connection speaks. */
    public enum Protocol {
        RESP2,
        /** After HELLO 3: all of RESP2, and more types. */
        RESP3
    }

    private ReplyReader(byte[] bytes, int from, int limit, Protocol protocol) {
        this.protocol = protocol;
        this.bytes = bytes;
        this.at = from;
        this.limit = limit;
    }

    /** What the bytes begin with. */
    public sealed interface Reading {
        /** A whole reply; it ends before the byte {@code end}. */
        record Whole(Reply reply, int end) implements Reading {}

        /** The beginning of a reply, correct so far. */
        record Partial() implements Reading {}

        /** Something that can never become a reply: what is wrong with it, and at which byte. */
        record Broken(String reason, int at) implements Reading {}
    }

    /** Reads the reply that begins at {@code from}; bytes from {@code limit} on have not arrived. */
    public static Reading read(byte[] bytes, int from, int limit) {
        return read(bytes, from, limit, Protocol.RESP2);
    }

    /** The same on a connection that speaks this protocol. */
    public static Reading read(byte[] bytes, int from, int limit, Protocol protocol) {
        var reader = new ReplyReader(bytes, from, limit, protocol);
        try {
            var reply = reader.reply();
            return new Reading.Whole(reply, reader.at);
        } catch (NotYet partial) {
            return new Reading.Partial();
        } catch (NotResp broken) {
            return new Reading.Broken(String.valueOf(broken.getMessage()), broken.at);
        }
    }

    private Reply reply() {
        int start = at;
        byte type = next();
        return switch (type) {
            case '+' -> new SimpleString(line());
            case '-' -> new ErrorReply(line());
            case ':' -> new IntegerReply(number("an integer"));
            case '$' -> bulkString();
            case '*' -> array();
            default -> protocol == Protocol.RESP3 ? newReply(type, start) : neither(type, start);
        };
    }

    /** The types that RESP3 adds. */
    private Reply newReply(byte type, int start) {
        return switch (type) {
            case '_' -> nothing(start);
            case '%' -> new Reply.MapReply(items(2));
            case '>' -> new Reply.PushReply(items(1));
            case '~' -> new Reply.SetReply(items(1));
            case '=' -> verbatim(start);
            case '#', ',', '(' -> new Reply.OtherReply((char) type + line());
            default -> neither(type, start);
        };
    }

    private Reply neither(byte type, int start) {
        throw new NotResp(notAType(type, start), start);
    }

    private Reply nothing(int start) {
        if (!line().isEmpty()) {
            throw new NotResp("null in RESP3 is `_\\r\\n`", start);
        }
        return new Reply.Null();
    }

    private Reply verbatim(int start) {
        if (bulkString() instanceof BulkString text && text.bytes().length >= 4 && text.bytes()[3] == ':') {
            return new Reply.VerbatimString(Arrays.copyOfRange(text.bytes(), 4, text.bytes().length));
        }
        throw new NotResp("a verbatim string begins with three letters and a colon", start);
    }

    private String notAType(byte type, int start) {
        return switch (type) {
            case '_' -> "`_` is the null of RESP3; in RESP2 null is `$-1\\r\\n`";
            case '%', '#', ',', '(', '=', '~', '>', '!', '|' ->
                "`%c` is a type of RESP3; this connection speaks RESP2".formatted((char) type);
            default ->
                startsWith(start, "HTTP/")
                        ? "this is HTTP, not RESP"
                        : "`%s` is not a RESP type: a reply begins with one of + - : $ *"
                                .formatted(ByteText.escape(new byte[] {type}));
        };
    }

    private Reply bulkString() {
        int start = at;
        long length = number("the length of a bulk string");
        if (length == -1) {
            return new NullBulkString();
        }
        if (length < -1 || length > 512L * 1024 * 1024) {
            throw new NotResp("%d can't be the length of a bulk string".formatted(length), start);
        }
        if (limit - at < length) {
            throw new NotYet();
        }
        var payload = Arrays.copyOfRange(bytes, at, at + (int) length);
        at += (int) length;
        expect('\r', "the bulk string should end with \\r\\n here, after the %,d bytes it announced".formatted(length));
        expect('\n', "after \\r comes \\n");
        return new BulkString(payload);
    }

    private Reply array() {
        long count = number("the length of an array");
        return count == -1 ? new ArrayReply(null) : new ArrayReply(items(count));
    }

    /** As many items as the next line says, times {@code each}. */
    private List<Reply> items(int each) {
        return items(each * number("a length"));
    }

    private List<Reply> items(long count) {
        if (count < 0 || count > 1024 * 1024) {
            throw new NotResp("%d can't be the length of an array".formatted(count), at);
        }
        if (++depth > DEEPEST_ARRAY) {
            throw new NotResp("arrays in arrays, more than %d deep".formatted(DEEPEST_ARRAY), at);
        }
        var items = new ArrayList<Reply>();
        for (long i = 0; i < count; i++) {
            items.add(reply());
        }
        depth--;
        return items;
    }

    private long number(String what) {
        int start = at;
        String text = line();
        if (!text.matches("0|-?[1-9][0-9]{0,18}")) {
            throw new NotResp("\"%s\" is not %s".formatted(printable(text), what), start);
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException tooLarge) {
            throw new NotResp("%s does not fit into 64 bits".formatted(text), start);
        }
    }

    private String line() {
        int start = at;
        while (true) {
            byte b = next();
            if (b == '\n') {
                throw new NotResp("a line ends with \\r\\n, not with \\n alone", at - 1);
            }
            if (b == '\r') {
                break;
            }
            if (at - start > LONGEST_LINE) {
                throw new NotResp("a line of more than 64 KiB", at);
            }
        }
        int end = at - 1;
        expect('\n', "after \\r comes \\n");
        return new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
    }

    private byte next() {
        if (at >= limit) {
            throw new NotYet();
        }
        return bytes[at++];
    }

    private void expect(char wanted, String otherwise) {
        if (next() != wanted) {
            throw new NotResp(otherwise, at - 1);
        }
    }

    private boolean startsWith(int start, String text) {
        var wanted = text.getBytes(StandardCharsets.ISO_8859_1);
        return limit - start >= wanted.length
                && Arrays.equals(bytes, start, start + wanted.length, wanted, 0, wanted.length);
    }

    private static String printable(String latin1) {
        return ByteText.excerpt(latin1.getBytes(StandardCharsets.ISO_8859_1), 40);
    }

    /** The bytes end before the reply does. */
    private static final class NotYet extends RuntimeException {
        NotYet() {
            super(null, null, false, false);
        }
    }

    private static final class NotResp extends RuntimeException {
        private final int at;

        NotResp(String reason, int at) {
            super(reason, null, false, false);
            this.at = at;
        }
    }
}
