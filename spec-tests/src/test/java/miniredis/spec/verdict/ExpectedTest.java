package miniredis.spec.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import miniredis.spec.i18n.Messages;
import miniredis.spec.wire.ReplyReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which replies an expectation accepts, and what it is called. */
class ExpectedTest {
    @ParameterizedTest
    @ValueSource(strings = {"+PONG\r\n", "$4\r\nPONG\r\n"})
    void pongMayBeASimpleStringOrABulkString(String reply) {
        assertThat(accepts(new Expected.Pong(), reply)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+PING\r\n", "$4\r\nPING\r\n", "-PONG\r\n", "+PONG"})
    void nothingElseIsPong(String reply) {
        assertThat(accepts(new Expected.Pong(), reply)).isFalse();
    }

    @Test
    void aRangeIncludesBothItsEnds() {
        var range = new Expected.IntegerFrom(9, 10);

        assertThat(List.of(":9\r\n", ":10\r\n")).allMatch(reply -> accepts(range, reply));
        assertThat(List.of(":8\r\n", ":11\r\n", "$1\r\n9\r\n")).noneMatch(reply -> accepts(range, reply));
    }

    @Test
    void anErrorIsAnyErrorAndAReplyAnyReply() {
        assertThat(accepts(new Expected.AnyError(), "-ERR x\r\n")).isTrue();
        assertThat(accepts(new Expected.AnyError(), "+ERR x\r\n")).isFalse();
        assertThat(accepts(new Expected.AnyReply(), "-ERR x\r\n")).isTrue();
        assertThat(accepts(new Expected.AnyReply(), "-ERR")).isFalse();
    }

    @Test
    void anExactReplyIsThatOneOnly() {
        assertThat(accepts(Expected.integer(7), ":7\r\n")).isTrue();
        assertThat(accepts(Expected.integer(7), ":8\r\n")).isFalse();
        assertThat(accepts(Expected.OK, "$2\r\nOK\r\n")).isFalse();
        assertThat(Expected.bulkString(ascii("caf\u00E9")).bytes()).isEqualTo(ascii("$4\r\ncaf\u00E9\r\n"));
        assertThat(Expected.error(ascii("ERR x")).bytes()).isEqualTo(ascii("-ERR x\r\n"));
        assertThat(Expected.simpleString("a").bytes()).isEqualTo(ascii("+a\r\n"));
        assertThat(Expected.exactlyInResp3("the null of RESP3", ascii("_\r\n")).bytes())
                .isEqualTo(ascii("_\r\n"));
    }

    static List<Expected> expectations() {
        return List.of(
                Expected.OK,
                Expected.integer(7),
                Expected.simpleString("a"),
                Expected.error(ascii("ERR x")),
                Expected.bulkString(ascii("a")),
                Expected.bulkString(ascii("")),
                new Expected.Pong(),
                new Expected.AnyError(),
                new Expected.IntegerFrom(1, 2),
                new Expected.Shaped("an array", reply -> true, "*"),
                new Expected.Metric("used_memory", "at most 5"),
                new Expected.AnyReply(),
                new Expected.Replies(1),
                new Expected.Replies(2),
                new Expected.TheseBytes(ascii("a")),
                new Expected.SameReplies(ascii("a"), Framing.ONE_PACKET),
                new Expected.Nothing(),
                new Expected.NoMore(),
                new Expected.Closed(),
                new Expected.StaysOpen(),
                new Expected.StillServing());
    }

    @ParameterizedTest
    @MethodSource("expectations")
    void everyExpectationHasWordsInEveryLanguage(Expected expected) {
        assertThat(expected.inWords().toString()).isNotBlank().matches("[ -~]+");
        assertThat(Messages.JAPANESE.text(expected.inWords())).isNotBlank();
    }

    @Test
    void anEmptyValueIsNamed() {
        assertThat(Expected.bulkString(ascii("")).inWords()).hasToString("the empty bulk string");
        assertThat(Expected.bulkString(ascii("a")).inWords()).hasToString("the value \"a\"");
    }

    @Test
    void wordsSayWhichReplyOfARowAndThatNothingFollows() {
        var surplus = Evidence.ofSurplus(ascii("x"), new Expected.Replies(2), ascii("+OK\r\n"));

        assertThat(surplus.expectedInWords()).hasToString("2 replies, and nothing after it");
        assertThat(surplus.at(new Evidence.Position(1, 3)).expectedInWords())
                .hasToString("as reply 1 of 3: 2 replies, and nothing after it");
        assertThat(Messages.JAPANESE.text(surplus.expectedInWords())).isEqualTo("リプライ 2 個、そのあとには何も届かないこと");
    }

    private static boolean accepts(Expected.OneReply expected, String reply) {
        return expected.accepts(ReplyReader.read(ascii(reply), 0, reply.length()));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
