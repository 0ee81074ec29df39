package miniredis.spec.verdict;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Predicate;
import miniredis.spec.wire.ByteText;
import miniredis.spec.wire.Reply;
import miniredis.spec.wire.Reply.ErrorReply;
import miniredis.spec.wire.Reply.IntegerReply;
import miniredis.spec.wire.Reply.SimpleString;
import miniredis.spec.wire.ReplyReader;
import miniredis.spec.wire.ReplyReader.Reading;

/**
 * The reply a scenario asks for.
 *
 * @param inWords how a failure text names it
 * @param bytes its one form on the wire; null where several would do
 * @param accepts the judgement
 */
public record Expectation(String inWords, byte[] bytes, Predicate<Reply> accepts) {

    public static final Expectation OK = exactly("OK", "+OK\r\n");
    public static final Expectation PONG = exactly("PONG", "+PONG\r\n");
    public static final Expectation NULL = exactly("null", "$-1\r\n");
    public static final Expectation AN_ERROR =
            new Expectation("an error: a line that begins with -", null, ErrorReply.class::isInstance);

    /** PONG as a simple string or as a bulk string. */
    public static final Expectation SOME_PONG = new Expectation(
            "PONG",
            null,
            reply -> reply instanceof SimpleString simple && simple.text().equals("PONG")
                    || reply instanceof Reply.BulkString bulk
                            && Arrays.equals(bulk.bytes(), "PONG".getBytes(StandardCharsets.US_ASCII)));

    public static Expectation integer(long value) {
        return exactly("the integer " + value, ":" + value + "\r\n");
    }

    /** Any integer from {@code low} to {@code high}, both included. */
    public static Expectation integerBetween(long low, long high) {
        return new Expectation(
                "an integer from %d to %d".formatted(low, high),
                null,
                reply -> reply instanceof IntegerReply integer && integer.value() >= low && integer.value() <= high);
    }

    public static Expectation error(byte[] text) {
        return exactly("the error " + ByteText.quote(text, 400), concat("-", text));
    }

    public static Expectation bulkString(byte[] value) {
        return exactly(
                value.length == 0 ? "the empty bulk string" : "the value " + ByteText.quote(value, 64),
                concat("$" + value.length + "\r\n", value));
    }

    private static Expectation exactly(String inWords, String wire) {
        return exactly(inWords, wire.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static Expectation exactly(String inWords, byte[] wire) {
        var wanted = ((Reading.Whole) ReplyReader.read(wire, 0, wire.length)).reply();
        return new Expectation(inWords, wire, reply -> same(wanted, reply));
    }

    private static boolean same(Reply wanted, Reply got) {
        return wanted instanceof Reply.BulkString a && got instanceof Reply.BulkString b
                ? Arrays.equals(a.bytes(), b.bytes())
                : wanted.equals(got);
    }

    public boolean isMetBy(Reading reading) {
        return reading instanceof Reading.Whole whole && accepts.test(whole.reply());
    }

    private static byte[] concat(String head, byte[] text) {
        var wire = new ByteArrayOutputStream();
        wire.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        wire.writeBytes(text);
        wire.write('\r');
        wire.write('\n');
        return wire.toByteArray();
    }
}
