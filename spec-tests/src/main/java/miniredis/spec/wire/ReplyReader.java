package miniredis.spec.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import miniredis.spec.i18n.Message;
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
    private static final Pattern NUMBER = Pattern.compile("0|-?[1-9][0-9]{0,18}");
    private static final Message NO_LF = Message.of("unreadable.no-lf");

    private final byte[] bytes;
    private final int limit;
    private final Protocol protocol;
    private int at;
    private int depth;

    /** The protocol of a connection. */
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
        record Broken(Message reason, int at) implements Reading {}
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
            return new Reading.Broken(broken.reason, broken.at);
        }
    }

    /** The whole replies that these bytes begin with, in RESP2. */
    public static List<Reply> wholeReplies(byte[] bytes) {
        var replies = new ArrayList<Reply>();
        int at = 0;
        while (read(bytes, at, bytes.length) instanceof Reading.Whole whole) {
            replies.add(whole.reply());
            at = whole.end();
        }
        return replies;
    }

    private Reply reply() {
        int start = at;
        byte type = next();
        return switch (type) {
            case '+' -> new SimpleString(line());
            case '-' -> new ErrorReply(line());
            case ':' -> new IntegerReply(number("unreadable.not-an-integer"));
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
            throw new NotResp(Message.of("unreadable.null-of-resp3"), start);
        }
        return new Reply.Null();
    }

    private Reply verbatim(int start) {
        if (bulkString() instanceof BulkString text && text.bytes().length >= 4 && text.bytes()[3] == ':') {
            return new Reply.VerbatimString(Arrays.copyOfRange(text.bytes(), 4, text.bytes().length));
        }
        throw new NotResp(Message.of("unreadable.verbatim-string"), start);
    }

    private Message notAType(byte type, int start) {
        return switch (type) {
            case '_' -> Message.of("unreadable.null-of-resp3-in-resp2");
            case '%', '#', ',', '(', '=', '~', '>', '!', '|' -> Message.of("unreadable.type-of-resp3", (char) type);
            default ->
                startsWith(start, "HTTP/")
                        ? Message.of("unreadable.http")
                        : Message.of("unreadable.no-type", ByteText.escape(new byte[] {type}));
        };
    }

    private Reply bulkString() {
        int start = at;
        long length = number("unreadable.not-a-length-of-a-bulk-string");
        if (length == -1) {
            return new NullBulkString();
        }
        if (length < -1 || length > 512L * 1024 * 1024) {
            throw new NotResp(Message.of("unreadable.length-of-a-bulk-string", length), start);
        }
        if (limit - at < length) {
            throw new NotYet();
        }
        var payload = Arrays.copyOfRange(bytes, at, at + (int) length);
        at += (int) length;
        if (next() != '\r') {
            throw new NotResp(Message.of("unreadable.end-of-a-bulk-string", "%,d".formatted(length)), at - 1);
        }
        expect('\n', NO_LF);
        return new BulkString(payload);
    }

    private Reply array() {
        long count = number("unreadable.not-a-length-of-an-array");
        return count == -1 ? new ArrayReply(null) : new ArrayReply(items(count));
    }

    /** As many items as the next line says, times {@code each}. */
    private List<Reply> items(int each) {
        return items(each * number("unreadable.not-a-length"));
    }

    private List<Reply> items(long count) {
        if (count < 0 || count > 1024 * 1024) {
            throw new NotResp(Message.of("unreadable.length-of-an-array", count), at);
        }
        if (++depth > DEEPEST_ARRAY) {
            throw new NotResp(Message.of("unreadable.too-deep", DEEPEST_ARRAY), at);
        }
        var items = new ArrayList<Reply>();
        for (long i = 0; i < count; i++) {
            items.add(reply());
        }
        depth--;
        return items;
    }

    /** @param otherwise the key of what to say where there is none */
    private long number(String otherwise) {
        int start = at;
        String text = line();
        if (!NUMBER.matcher(text).matches()) {
            throw new NotResp(Message.of(otherwise, printable(text)), start);
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException tooLarge) {
            throw new NotResp(Message.of("unreadable.too-large", text), start);
        }
    }

    private String line() {
        int start = at;
        while (true) {
            byte b = next();
            if (b == '\n') {
                throw new NotResp(Message.of("unreadable.lf-alone"), at - 1);
            }
            if (b == '\r') {
                break;
            }
            if (at - start > LONGEST_LINE) {
                throw new NotResp(Message.of("unreadable.long-line"), at);
            }
        }
        int end = at - 1;
        expect('\n', NO_LF);
        return new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
    }

    private byte next() {
        if (at >= limit) {
            throw new NotYet();
        }
        return bytes[at++];
    }

    private void expect(char wanted, Message otherwise) {
        if (next() != wanted) {
            throw new NotResp(otherwise, at - 1);
        }
    }

    private boolean startsWith(int start, String text) {
        var wanted = Bytes.of(text);
        return limit - start >= wanted.length
                && Arrays.equals(bytes, start, start + wanted.length, wanted, 0, wanted.length);
    }

    private static String printable(String latin1) {
        return ByteText.excerpt(Bytes.of(latin1), 40);
    }

    /** The bytes end before the reply does. */
    private static final class NotYet extends RuntimeException {
        NotYet() {
            super(null, null, false, false);
        }
    }

    private static final class NotResp extends RuntimeException {
        private final transient Message reason;
        private final int at;

        NotResp(Message reason, int at) {
            super(reason.key(), null, false, false);
            this.reason = reason;
            this.at = at;
        }
    }
}
