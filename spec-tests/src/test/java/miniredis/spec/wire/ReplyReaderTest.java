package miniredis.spec.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import miniredis.spec.wire.Reply.ArrayReply;
import miniredis.spec.wire.Reply.BulkString;
import miniredis.spec.wire.Reply.ErrorReply;
import miniredis.spec.wire.Reply.IntegerReply;
import miniredis.spec.wire.Reply.NullBulkString;
import miniredis.spec.wire.Reply.SimpleString;
import miniredis.spec.wire.ReplyReader.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyReaderTest {
    @Test
    void readsEachTypeOfReply() {
        assertThat(whole("+OK\r\n")).isEqualTo(new SimpleString("OK"));
        assertThat(whole("-ERR no\r\n")).isEqualTo(new ErrorReply("ERR no"));
        assertThat(whole(":-5\r\n")).isEqualTo(new IntegerReply(-5));
        assertThat(whole("$-1\r\n")).isEqualTo(new NullBulkString());
        assertThat(whole("*2\r\n:1\r\n+a\r\n"))
                .isEqualTo(new ArrayReply(List.of(new IntegerReply(1), new SimpleString("a"))));
        assertThat(whole("*-1\r\n")).isEqualTo(new ArrayReply(null));
    }

    @Test
    void aBulkStringIsAsLongAsItsLengthSays() {
        assertThat(((BulkString) whole("$6\r\na\r\n\0b\r\r\n")).bytes()).isEqualTo(bytes("a\r\n\0b\r"));
        assertThat(((BulkString) whole("$0\r\n\r\n")).bytes()).isEmpty();
    }

    @Test
    void tellsWhereTheReplyEnds() {
        var reading = (Reading.Whole) read("+OK\r\n:1\r\n");

        assertThat(reading.end()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"+OK\r\n", ":12\r\n", "$5\r\nhello\r\n", "$0\r\n\r\n", "*2\r\n$1\r\na\r\n:1\r\n", "-ERR x\r\n"})
    void everyBeginningOfAReplyIsPartial(String reply) {
        for (int cut = 0; cut < reply.length(); cut++) {
            assertThat(read(reply.substring(0, cut)))
                    .as("the first %d bytes", cut)
                    .isInstanceOf(Reading.Partial.class);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PONG\\r\\n | is not a RESP type | 0",
                "HTTP/1.1 200 OK | this is HTTP | 0",
                "_\\r\\n | null of RESP3 | 0",
                "#t\\r\\n | a type of RESP3 | 0",
                "+OK\\n | not with \\n alone | 3",
                "+O\\rK\\r\\n | \\n must follow \\r | 3",
                ":+5\\r\\n | is not an integer | 1",
                ":05\\r\\n | is not an integer | 1",
                ":-0\\r\\n | is not an integer | 1",
                ":1.0\\r\\n | is not an integer | 1",
                ":9223372036854775808\\r\\n | does not fit into 64 bits | 1",
                "$05\\r\\nhello\\r\\n | is not the length | 1",
                "$-2\\r\\n | can't be the length | 1",
                "$3\\r\\nhello\\r\\n | should end with \\r\\n here | 7",
                "$5\\r\\nhello\\rx | \\n must follow \\r | 10",
                "*-2\\r\\n | can't be the length | 5",
            })
    void whatAForgivingClientWouldTakeIsNoReply(String escaped, String reason, int at) {
        var reading =
                ReplyReader.read(ByteText.unescape(escaped.strip()), 0, ByteText.unescape(escaped.strip()).length);

        assertThat(reading).isInstanceOfSatisfying(Reading.Broken.class, broken -> {
            assertThat(broken.reason().toString()).contains(reason);
            assertThat(broken.at()).isEqualTo(at);
        });
    }

    @Test
    void readsFromTheMiddleOfWhatHasCome() {
        var bytes = bytes("+OK\r\n:1\r\n+rest");

        assertThat(((Reading.Whole) ReplyReader.read(bytes, 5, bytes.length)).reply())
                .isEqualTo(new IntegerReply(1));
        assertThat(ReplyReader.read(bytes, 5, 8)).isInstanceOf(Reading.Partial.class);
    }

    private static Reply whole(String text) {
        var reading = (Reading.Whole) read(text);
        assertThat(reading.end()).isEqualTo(text.length());
        return reading.reply();
    }

    private static Reading read(String text) {
        return ReplyReader.read(bytes(text), 0, text.length());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
