package miniredis.spec.verdict;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import miniredis.spec.wire.ByteText;
import miniredis.spec.wire.Reply;
import miniredis.spec.wire.Reply.ErrorReply;
import miniredis.spec.wire.Reply.IntegerReply;
import miniredis.spec.wire.Reply.SimpleString;
import miniredis.spec.wire.ReplyReader;
import miniredis.spec.wire.ReplyReader.Reading;

/** What a scenario says the server does. */
public sealed interface Expected {
    /** How a failure text names it. */
    String inWords();

    /** Its one form on the wire; empty where several would do, or where it is not about bytes. */
    default Optional<byte[]> wire() {
        return Optional.empty();
    }

    /** What is known of its form on the wire, one char a byte: of an error or an integer perhaps its first byte alone. */
    default String knownOfWire() {
        return wire().map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1))
                .orElse("");
    }

    /** One reply. */
    sealed interface OneReply extends Expected {
        boolean accepts(Reply reply);

        default boolean accepts(Reading reading) {
            return reading instanceof Reading.Whole whole && accepts(whole.reply());
        }
    }

    /** Exactly this reply. */
    record Exactly(String inWords, Reply reply, byte[] bytes) implements OneReply {
        @Override
        public Optional<byte[]> wire() {
            return Optional.of(bytes);
        }

        @Override
        public boolean accepts(Reply got) {
            return reply.equals(got);
        }
    }

    /** PONG as a simple string or as a bulk string. */
    record Pong() implements OneReply {
        private static final byte[] TEXT = "PONG".getBytes(StandardCharsets.US_ASCII);

        @Override
        public String inWords() {
            return "PONG";
        }

        @Override
        public String knownOfWire() {
            return "+PONG\r\n";
        }

        @Override
        public boolean accepts(Reply reply) {
            return reply instanceof SimpleString simple && simple.text().equals("PONG")
                    || reply instanceof Reply.BulkString bulk && Arrays.equals(bulk.bytes(), TEXT);
        }
    }

    /** An error, whatever its text. */
    record AnyError() implements OneReply {
        @Override
        public String inWords() {
            return "an error: a line that begins with -";
        }

        @Override
        public String knownOfWire() {
            return "-";
        }

        @Override
        public boolean accepts(Reply reply) {
            return reply instanceof ErrorReply;
        }
    }

    /** Any integer from {@code low} to {@code high}, both included. */
    record IntegerFrom(long low, long high) implements OneReply {
        @Override
        public String inWords() {
            return "an integer from %d to %d".formatted(low, high);
        }

        @Override
        public String knownOfWire() {
            return ":";
        }

        @Override
        public boolean accepts(Reply reply) {
            return reply instanceof IntegerReply integer && integer.value() >= low && integer.value() <= high;
        }
    }

    /**
     * A reply of some form: with parts that may be anything, or in any order.
     *
     * @param begins the byte with which it certainly begins; empty where that is not known
     */
    record Shaped(String inWords, Predicate<Reply> form, String begins) implements OneReply {
        @Override
        public String knownOfWire() {
            return begins;
        }

        @Override
        public boolean accepts(Reply reply) {
            return form.test(reply);
        }
    }

    /**
     * A number that the server tells of itself.
     *
     * @param value what it should be, in words
     */
    record Metric(String name, String value) implements Expected {
        @Override
        public String inWords() {
            return "%s is %s".formatted(name, value);
        }
    }

    /** A reply, whatever it says. */
    record AnyReply() implements OneReply {
        @Override
        public String inWords() {
            return "a reply";
        }

        @Override
        public boolean accepts(Reply reply) {
            return true;
        }
    }

    /** So many replies, which have been judged one by one. */
    record Replies(int count) implements Expected {
        @Override
        public String inWords() {
            return count == 1 ? "1 reply" : count + " replies";
        }
    }

    /** Exactly these bytes. */
    record TheseBytes(byte[] bytes) implements Expected {
        @Override
        public String inWords() {
            return "these bytes";
        }

        @Override
        public Optional<byte[]> wire() {
            return Optional.of(bytes);
        }
    }

    /** What came when the requests were cut into packets as the scenario has them. */
    record SameReplies(byte[] bytes, Framing framing) implements Expected {
        @Override
        public String inWords() {
            return "the same replies as before, now with " + framing.inWords();
        }

        @Override
        public Optional<byte[]> wire() {
            return Optional.of(bytes);
        }
    }

    /** Not a byte. */
    record Nothing() implements Expected {
        @Override
        public String inWords() {
            return "no reply at all";
        }
    }

    /** Not a byte after the scenario's last reply. */
    record NoMore() implements Expected {
        @Override
        public String inWords() {
            return "no more than was asked for";
        }
    }

    /** The end of the connection, by the server. */
    record Closed() implements Expected {
        @Override
        public String inWords() {
            return "the connection closed by the server";
        }
    }

    /** A connection that goes on. */
    record StaysOpen() implements Expected {
        @Override
        public String inWords() {
            return "the connection stays open";
        }
    }

    /** A server that still serves the next client. */
    record StillServing() implements Expected {
        @Override
        public String inWords() {
            return "a server that still answers the next client afterwards";
        }

        @Override
        public String knownOfWire() {
            return "+PONG\r\n";
        }
    }

    Exactly OK = exactly("OK", "+OK\r\n");
    Exactly PONG = exactly("PONG", "+PONG\r\n");
    Exactly NULL = exactly("null", "$-1\r\n");

    static Exactly integer(long value) {
        return exactly("the integer " + value, ":" + value + "\r\n");
    }

    static Exactly simpleString(String text) {
        return exactly("the simple string " + text, line("+", text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    /** @param wire one whole reply of RESP3, so perhaps of RESP2 */
    static Exactly exactlyInResp3(String inWords, byte[] wire) {
        return new Exactly(
                inWords,
                ((Reading.Whole) ReplyReader.read(wire, 0, wire.length, ReplyReader.Protocol.RESP3)).reply(),
                wire);
    }

    static Exactly error(byte[] text) {
        return exactly("the error " + ByteText.quote(text, 400), line("-", text));
    }

    static Exactly bulkString(byte[] value) {
        return exactly(
                value.length == 0 ? "the empty bulk string" : "the value " + ByteText.quote(value, 64),
                line("$" + value.length + "\r\n", value));
    }

    private static Exactly exactly(String inWords, String wire) {
        return exactly(inWords, wire.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static Exactly exactly(String inWords, byte[] wire) {
        return new Exactly(inWords, ((Reading.Whole) ReplyReader.read(wire, 0, wire.length)).reply(), wire);
    }

    private static byte[] line(String head, byte[] text) {
        var wire = new ByteArrayOutputStream();
        wire.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        wire.writeBytes(text);
        wire.writeBytes(new byte[] {'\r', '\n'});
        return wire.toByteArray();
    }
}
