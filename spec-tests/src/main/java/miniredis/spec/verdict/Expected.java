package miniredis.spec.verdict;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import miniredis.spec.i18n.Message;
import miniredis.spec.wire.ByteText;
import miniredis.spec.wire.Reply;
import miniredis.spec.wire.Reply.ErrorReply;
import miniredis.spec.wire.Reply.IntegerReply;
import miniredis.spec.wire.Reply.SimpleString;
import miniredis.spec.wire.ReplyReader;
import miniredis.spec.wire.ReplyReader.Reading;

/** What a scenario says the server does. */
public sealed interface Expected {
    /** As a failure names it. */
    Message inWords();

    /** Its one form on the wire; empty where several would do, or where it is not about bytes. */
    default Optional<byte[]> wire() {
        return Optional.empty();
    }

    /** Where it has several forms: what they have in common, one char a byte; of an error or an integer the first byte. */
    default String knownOfWire() {
        return "";
    }

    /** One reply. */
    sealed interface OneReply extends Expected {
        boolean accepts(Reply reply);

        default boolean accepts(Reading reading) {
            return reading instanceof Reading.Whole whole && accepts(whole.reply());
        }
    }

    /** Exactly this reply. */
    record Exactly(Message inWords, Reply reply, byte[] bytes) implements OneReply {
        @Override
        public Optional<byte[]> wire() {
            return Optional.of(bytes);
        }

        @Override
        public boolean accepts(Reply received) {
            return reply.equals(received);
        }
    }

    /** PONG as a simple string or as a bulk string. */
    record Pong() implements OneReply {
        private static final byte[] TEXT = "PONG".getBytes(StandardCharsets.US_ASCII);

        @Override
        public Message inWords() {
            return Message.verbatim("PONG");
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
        public Message inWords() {
            return Message.of("expected.any-error");
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
        public Message inWords() {
            return Message.of("expected.integer-from", low, high);
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
     * @param words as the feature has it
     * @param begins the byte with which it certainly begins; empty where that is not known
     */
    record Shaped(String words, Predicate<Reply> form, String begins) implements OneReply {
        @Override
        public Message inWords() {
            return Message.verbatim(words);
        }

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
        public Message inWords() {
            return Message.of("expected.metric", name, value);
        }
    }

    /** A reply, whatever it says. */
    record AnyReply() implements OneReply {
        @Override
        public Message inWords() {
            return Message.of("expected.any-reply");
        }

        @Override
        public boolean accepts(Reply reply) {
            return true;
        }
    }

    /** So many replies, which have been judged one by one. */
    record Replies(int count) implements Expected {
        @Override
        public Message inWords() {
            return Message.counted("expected.replies", count);
        }
    }

    /** Exactly these bytes. */
    record TheseBytes(byte[] bytes) implements Expected {
        @Override
        public Message inWords() {
            return Message.of("expected.these-bytes");
        }

        @Override
        public Optional<byte[]> wire() {
            return Optional.of(bytes);
        }
    }

    /** What came when the requests were cut into packets as the scenario has them. */
    record SameReplies(byte[] bytes, Framing framing) implements Expected {
        @Override
        public Message inWords() {
            return Message.of("expected.same-replies", framing.message());
        }

        @Override
        public Optional<byte[]> wire() {
            return Optional.of(bytes);
        }
    }

    /** Not a byte. */
    record Nothing() implements Expected {
        @Override
        public Message inWords() {
            return Message.of("expected.nothing");
        }
    }

    /** Not a byte after the scenario's last reply. */
    record NoMore() implements Expected {
        @Override
        public Message inWords() {
            return Message.of("expected.no-more");
        }
    }

    /** The end of the connection, by the server. */
    record Closed() implements Expected {
        @Override
        public Message inWords() {
            return Message.of("expected.closed");
        }
    }

    /** A connection that goes on. */
    record StaysOpen() implements Expected {
        @Override
        public Message inWords() {
            return Message.of("expected.stays-open");
        }
    }

    /** A server that still serves the next client. */
    record StillServing() implements Expected {
        @Override
        public Message inWords() {
            return Message.of("expected.still-serving");
        }

        @Override
        public String knownOfWire() {
            return "+PONG\r\n";
        }
    }

    /**
     * What the model of the commands allows at this place.
     *
     * @param what one reply, or the end of the connection
     * @param cause what a wrong one is called; equal for all conversations that show one mistake
     */
    record Explored(Expected what, Message cause) implements Expected {
        @Override
        public Message inWords() {
            return what.inWords();
        }

        @Override
        public Optional<byte[]> wire() {
            return what.wire();
        }

        @Override
        public String knownOfWire() {
            return what.knownOfWire();
        }
    }

    /** Replies to clients at the same time that some order of all commands explains. Once is enough: no correct server ever gives others. */
    record OneOrder(Message reason) implements Expected {
        @Override
        public Message inWords() {
            return reason;
        }
    }

    Exactly OK = exactly(Message.verbatim("OK"), "+OK\r\n");
    Exactly PONG = exactly(Message.verbatim("PONG"), "+PONG\r\n");
    Exactly NULL = exactly(Message.verbatim("null"), "$-1\r\n");

    static Exactly integer(long value) {
        return exactly(Message.of("reply.integer", value), ":" + value + "\r\n");
    }

    static Exactly simpleString(String text) {
        return exactly(Message.of("reply.simple-string", text), "+" + text + "\r\n");
    }

    /**
     * A reply that only RESP3 has, perhaps.
     *
     * @param words as the feature has it
     * @param wire one whole reply
     */
    static Exactly exactlyInResp3(String words, byte[] wire) {
        return exactly(Message.verbatim(words), wire, ReplyReader.Protocol.RESP3);
    }

    static Exactly error(byte[] text) {
        return exactly(Message.of("reply.error", ByteText.quote(text, 400)), "-" + latin1(text) + "\r\n");
    }

    static Exactly bulkString(byte[] value) {
        return exactly(
                value.length == 0
                        ? Message.of("expected.empty-value")
                        : Message.of("expected.value", ByteText.quote(value, 64)),
                "$" + value.length + "\r\n" + latin1(value) + "\r\n");
    }

    private static Exactly exactly(Message inWords, String wire) {
        return exactly(inWords, wire.getBytes(StandardCharsets.ISO_8859_1), ReplyReader.Protocol.RESP2);
    }

    private static Exactly exactly(Message inWords, byte[] wire, ReplyReader.Protocol protocol) {
        return new Exactly(inWords, ((Reading.Whole) ReplyReader.read(wire, 0, wire.length, protocol)).reply(), wire);
    }

    private static String latin1(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
