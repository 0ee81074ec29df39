package miniredis.nio;

import static miniredis.nio.Conversation.request;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What real Redis 7.0 answers, byte for byte. */
class CommandsTest {
    private static final String NOT_AN_INTEGER = "-ERR value is not an integer or out of range\r\n";

    private final Conversation client = new Conversation();

    @Test
    void ping() {
        assertThat(client.ask(request("pInG"))).isEqualTo("+PONG\r\n");
        assertThat(client.ask(request("PING", "x\r\ny"))).isEqualTo("$4\r\nx\r\ny\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"PING a b", "GeT", "GET a b", "SET", "SET a", "INCR", "INCR a b", "EXPIRE a", "TTL", "TTL a b"})
    void wrongNumberOfArguments(String line) {
        var name = line.split(" ")[0].toLowerCase(Locale.ROOT);
        assertThat(client.ask(request(line.split(" "))))
                .isEqualTo("-ERR wrong number of arguments for '" + name + "' command\r\n");
    }

    @Test
    void setAndGet() {
        assertThat(client.ask(request("GET", "k"))).isEqualTo("$-1\r\n");
        assertThat(client.ask(request("SET", "k", "007"))).isEqualTo("+OK\r\n");
        assertThat(client.ask(request("GET", "k"))).isEqualTo("$3\r\n007\r\n");
        assertThat(client.ask(request("SET", "k", "v", "NEW"))).isEqualTo("-ERR syntax error\r\n");
    }

    @Test
    void incr() {
        assertThat(client.ask(request("INCR", "n") + request("INCR", "n") + request("GET", "n")))
                .isEqualTo(":1\r\n:2\r\n$1\r\n2\r\n");
        client.ask(request("SET", "n", "-1"));
        assertThat(client.ask(request("INCR", "n"))).isEqualTo(":0\r\n");
        client.ask(request("SET", "n", "9223372036854775807"));
        assertThat(client.ask(request("INCR", "n"))).isEqualTo("-ERR increment or decrement would overflow\r\n");
        client.ask(request("SET", "n", " 5"));
        assertThat(client.ask(request("INCR", "n") + request("GET", "n"))).isEqualTo(NOT_AN_INTEGER + "$2\r\n 5\r\n");
    }

    @Test
    void incrKeepsTheExpiryAndSetClearsIt() {
        client.ask(request("SET", "n", "99") + request("EXPIRE", "n", "100"));
        assertThat(client.ask(request("INCR", "n") + request("TTL", "n"))).isEqualTo(":100\r\n:100\r\n");
        assertThat(client.ask(request("SET", "n", "5") + request("TTL", "n"))).isEqualTo("+OK\r\n:-1\r\n");
    }

    @Test
    void timeToLiveIsRounded() {
        client.ask(request("SET", "k", "v") + request("EXPIRE", "k", "10"));
        assertThat(client.ask(request("TTL", "k"))).isEqualTo(":10\r\n");
        client.sleep(500);
        assertThat(client.ask(request("TTL", "k"))).isEqualTo(":10\r\n");
        client.sleep(1);
        assertThat(client.ask(request("TTL", "k"))).isEqualTo(":9\r\n");
        client.sleep(9_499); // in the millisecond in which it expires, it still exists
        assertThat(client.ask(request("TTL", "k") + request("GET", "k"))).isEqualTo(":0\r\n$1\r\nv\r\n");
        client.sleep(1);
        assertThat(client.ask(request("TTL", "k") + request("GET", "k"))).isEqualTo(":-2\r\n$-1\r\n");
        assertThat(client.ask(request("EXPIRE", "k", "10") + request("INCR", "k") + request("TTL", "k")))
                .isEqualTo(":0\r\n:1\r\n:-1\r\n");
    }

    @Test
    void aTimeInThePastDeletes() {
        for (var time : new String[] {"0", "-1", "-9223372036854775"}) {
            client.ask(request("SET", "k", "v"));
            assertThat(client.ask(request("EXPIRE", "k", time) + request("GET", "k")))
                    .isEqualTo(":1\r\n$-1\r\n");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854776", "9223372036854775", "9223372036854775807", "-9223372036854776"})
    void aTimeThatDoesNotFit(String time) {
        client.ask(request("SET", "k", "v") + request("EXPIRE", "k", "100"));
        assertThat(client.ask(request("EXPIRE", "k", time) + request("TTL", "k")))
                .isEqualTo("-ERR invalid expire time in 'expire' command\r\n:100\r\n");
    }

    @Test
    void expireLooksAtOptionsFirstThenAtTheTimeThenAtTheKey() {
        assertThat(client.ask(request("EXPIRE", "no", "abc", "FOO"))).isEqualTo("-ERR Unsupported option FOO\r\n");
        assertThat(client.ask(request("EXPIRE", "no", "abc"))).isEqualTo(NOT_AN_INTEGER);
        assertThat(client.ask(request("EXPIRE", "no", "10"))).isEqualTo(":0\r\n");
        assertThat(client.ask(request("EXPIRE", "no", "abc", "NX", "GT")))
                .isEqualTo("-ERR NX and XX, GT or LT options at the same time are not compatible\r\n");
        assertThat(client.ask(request("EXPIRE", "no", "abc", "GT", "LT")))
                .isEqualTo("-ERR GT and LT options at the same time are not compatible\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NX 1 0", "XX 0 1", "gt 0 0", "lt 1 1", "NX:100 x 0", "XX:100 x 1"})
    void expireUnderACondition(String row) {
        var words = row.split(" ");
        var option = words[0].split(":")[0];
        client.ask(request("SET", "k", "v"));
        if (!words[1].equals("x")) {
            assertThat(client.ask(request("EXPIRE", "k", "100", option))).isEqualTo(":" + words[1] + "\r\n");
        }
        client.ask(request("SET", "k", "v") + request("EXPIRE", "k", "100"));
        boolean later = !option.equals("lt");
        var reply = option.equals("gt") ? ":1\r\n" : ":" + words[2] + "\r\n";
        assertThat(client.ask(request("EXPIRE", "k", later ? "200" : "50", option)))
                .isEqualTo(reply);
        assertThat(client.ask(request("EXPIRE", "k", "200", "lt"))).isEqualTo(":0\r\n");
    }

    @Test
    void theToolsAreGreeted() {
        assertThat(client.ask(request("COMMAND", "DOCS", "nosuch"))).isEqualTo("*0\r\n");
        assertThat(client.ask(request("CONFIG", "GET", "save"))).isEqualTo("*2\r\n$4\r\nsave\r\n$0\r\n\r\n");
        assertThat(client.ask(request("CONFIG", "GET", "appendonly")))
                .isEqualTo("*2\r\n$10\r\nappendonly\r\n$2\r\nno\r\n");
        assertThat(client.ask(request("config", "get", "SAVE"))).isEqualTo("*2\r\n$4\r\nSAVE\r\n$0\r\n\r\n");
        assertThat(client.ask(request("CONFIG", "FOO")))
                .isEqualTo("-ERR unknown subcommand 'FOO'. Try CONFIG HELP.\r\n");
        assertThat(client.ask(request("CONFIG", "GET")))
                .isEqualTo("-ERR wrong number of arguments for 'config|get' command\r\n");
        assertThat(client.ask(request("CONFIG", "GET", "nosuch"))).isEqualTo("*0\r\n");
    }

    /** A command that needs memory is refused, before its arguments are checked. Other commands are not refused. */
    @Test
    void fullMemory() {
        var full = new Conversation(1);
        var refused = "-OOM command not allowed when used memory > 'maxmemory'.\r\n";
        assertThat(full.ask(request("SET", "k", "v") + request("SET", "k", "v", "NX") + request("INCR", "n")))
                .isEqualTo(refused + refused + refused);
        assertThat(full.ask(request("SET", "k") + request("EXPIRE", "k", "10") + request("GET", "k")))
                .isEqualTo("-ERR wrong number of arguments for 'set' command\r\n:0\r\n$-1\r\n");
    }
}
