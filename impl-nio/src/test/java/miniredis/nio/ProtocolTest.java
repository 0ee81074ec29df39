package miniredis.nio;

import static miniredis.nio.Conversation.request;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What real Redis 7.0 answers, byte for byte. */
class ProtocolTest {
    private final Conversation client = new Conversation();

    @ParameterizedTest
    @ValueSource(strings = {"*0\r\n", "*-1\r\n", "*-10\r\n", "*-9223372036854775808\r\n", "\r\n", "\n", "   \r\n"})
    void nothingAskedNothingAnswered(String nothing) {
        assertThat(client.ask(nothing + "PING\r\n")).isEqualTo("+PONG\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*abc", "*+1", "*01", "* 1", "*", "*-0", "*2147483648", "*9223372036854775808"})
    void aCountThatIsNone(String count) {
        assertRefused(count + "\r\n", "invalid multibulk length");
    }

    @ParameterizedTest
    @ValueSource(strings = {"$-1", "$abc", "$", "$04", "$536870913", "$+4", "$ 4"})
    void aLengthThatIsNone(String length) {
        assertRefused("*1\r\n" + length + "\r\n", "invalid bulk length");
    }

    @Test
    void anArgumentThatIsNotABulkString() {
        assertRefused("*1\r\n+PING\r\n", "expected '$', got '+'");
        assertRefused("*1\r\n\r\n", "expected '$', got ' '");
        assertRefused("*1\r\n\u00ff\r\n", "expected '$', got '\u00ff'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PING \"abc\r\n", "PING 'abc\r\n", "PING \"abc\"d\r\n", "PING 'abc'd\r\n"})
    void unbalancedQuotes(String line) {
        assertRefused(line, "unbalanced quotes in request");
    }

    @Test
    void linesWithoutAnEnd() {
        assertRefused("x".repeat(65537), "too big inline request");
        assertRefused("*" + "1".repeat(65537), "too big mbulk count string");
        assertRefused("*1\r\n$" + "1".repeat(65537), "too big bulk count string");
    }

    @Test
    void aNulEndsNoLine() {
        assertThat(client.ask("PING\0\r\nPING\r\n")).isEmpty();
        assertThat(client.isClosed()).isFalse();
    }

    @Test
    void theBytesBehindAPayloadAreSkipped() {
        assertThat(client.ask("*1\r\n$4\r\nPINGxx*1\rx$4\ryPING__")).isEqualTo("+PONG\r\n+PONG\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST / HTTP/1.1\r\n", "Host: x\r\n", "*1\r\n$4\r\nPOST\r\n"})
    void aBrowserIsHungUpOn(String line) {
        assertThat(client.ask(line + "PING\r\n")).isEmpty();
        assertThat(client.isClosed()).isTrue();
    }

    @Test
    void aDeclaredLengthCostsNothing() {
        long before = client.usedMemory();
        client.send("*3\r\n$3\r\nSET\r\n$1\r\nk\r\n$536870912\r\n");
        client.reconnect();
        client.send("*2147483647\r\n$536870912\r\n");
        assertThat(client.usedMemory()).isEqualTo(before);
        assertThat(client.isClosed()).isFalse();
    }

    @Test
    void anUnfinishedLargeArgumentIsFreedWithItsConnection() {
        client.send(request("SET", "k", "v"));
        long before = client.usedMemory();
        for (int i = 0; i < 3; i++) {
            client.reconnect();
            client.send("*2\r\n$4\r\nPING\r\n$3000000\r\n" + "x".repeat(3_000_000) + "\r\n$x\r\n");
            assertThat(client.usedMemory()).isLessThanOrEqualTo(before + (1 << 20));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    PING "a b"                  | a b
                    PING 'it\\'s'               | it's
                    PING "\\x41\\xzz\\q\\""     | Axzzq"
                    PING foo"bar baz"           | foobar baz
                    PING "\\x4"                 | x4
                    """)
    void quotes(String line, String word) {
        assertThat(client.ask(line + "\r\n")).isEqualTo("$" + word.length() + "\r\n" + word + "\r\n");
    }

    @Test
    void unknownCommandsAreQuoted() {
        assertThat(client.ask(request("FoO", "a\r\nb", "c\0d")))
                .isEqualTo("-ERR unknown command 'FoO', with args beginning with: 'a  b' 'c' \r\n");
        assertThat(client.ask(request("x".repeat(200))))
                .isEqualTo("-ERR unknown command '" + "x".repeat(128) + "', with args beginning with: \r\n");
        assertThat(client.ask(request("foo", "y".repeat(100), "z".repeat(100), "no more")))
                .isEqualTo("-ERR unknown command 'foo', with args beginning with: '" + "y".repeat(100) + "' '"
                        + "z".repeat(25) + "' \r\n");
        assertThat(client.ask(request("PING\0"))).startsWith("-ERR unknown command 'PING',");
    }

    private void assertRefused(String bytes, String reason) {
        client.reconnect();
        assertThat(client.ask("PING\r\n" + bytes + "PING\r\n"))
                .isEqualTo("+PONG\r\n-ERR Protocol error: " + reason + "\r\n");
        assertThat(client.isClosed()).isTrue();
    }

    @Test
    void moreArgumentsThanAnyCommandTakes() {
        var many = "x ".repeat(20_000).trim().split(" ");
        many[0] = "EXPIRE";
        many[2] = "10";
        many[19_999] = "last";
        assertThat(client.ask(request(many))).isEqualTo("-ERR Unsupported option x\r\n");
        for (int i = 3; i < many.length - 1; i++) {
            many[i] = i % 3 == 0 ? "nx" : "NX";
        }
        assertThat(client.ask(request(many))).isEqualTo("-ERR Unsupported option last\r\n");
        many[10] = "y".repeat(20_000);
        assertThat(client.ask(request(many))).isEqualTo("-ERR Unsupported option " + many[10] + "\r\n");
    }
}
