package miniredis.blocking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {
    private final Commands commands = new Commands(new Keyspace(new TestClock(), new Random(1)));

    @Test
    @Tag("step2")
    void ping() {
        assertThat(execute("PING")).isEqualTo(new Reply.SimpleString("PONG"));
        assertThat(execute("PING", "hello")).isEqualTo(bulk("hello"));
    }

    @Test
    @Tag("step2")
    void set_and_get() {
        assertThat(execute("GET", "name")).isEqualTo(new Reply.Absent());
        assertThat(execute("SET", "name", "Ann")).isEqualTo(Reply.OK);
        assertThat(execute("GET", "name")).isEqualTo(bulk("Ann"));
    }

    @Test
    @Tag("step3")
    void incr() {
        assertThat(execute("INCR", "visits")).isEqualTo(Reply.number(1));
        assertThat(execute("INCR", "visits")).isEqualTo(Reply.number(2));
        assertThat(execute("GET", "visits")).isEqualTo(bulk("2"));
    }

    @Test
    @Tag("step3")
    void an_error_of_the_keyspace_becomes_the_reply() {
        execute("SET", "name", "Ann");

        assertThat(execute("INCR", "name")).isEqualTo(error("ERR value is not an integer or out of range"));
    }

    @ParameterizedTest
    @Tag("step3")
    @ValueSource(strings = {"PING", "ping", "PiNg"})
    void names_are_the_same_in_any_case(String name) {
        assertThat(execute(name)).isEqualTo(new Reply.SimpleString("PONG"));
    }

    @ParameterizedTest
    @Tag("step3")
    @CsvSource({
        "PING a b, ping",
        "GET, get",
        "GeT a b, get",
        "SET a, set",
        "INCR, incr",
        "INCR a b, incr",
        "EXPIRE a, expire",
        "TTL, ttl",
        "TTL a b, ttl"
    })
    void a_wrong_number_of_arguments_is_refused_under_the_commands_own_name(String request, String name) {
        assertThat(execute(request.split(" ")))
                .isEqualTo(error("ERR wrong number of arguments for '" + name + "' command"));
    }

    @Test
    @Tag("step3")
    void an_unknown_command_is_quoted_as_it_was_typed() {
        assertThat(execute("FoO")).isEqualTo(error("ERR unknown command 'FoO', with args beginning with: "));
        assertThat(execute("FoO", "a", "b"))
                .isEqualTo(error("ERR unknown command 'FoO', with args beginning with: 'a' 'b' "));
    }

    @Test
    @Tag("step3")
    void a_long_unknown_command_is_quoted_in_part() {
        assertThat(execute("n".repeat(200), "a".repeat(100), "b".repeat(100), "c"))
                .isEqualTo(error("ERR unknown command '" + "n".repeat(128) + "', with args beginning with: '"
                        + "a".repeat(100) + "' '" + "b".repeat(25) + "' "));
    }

    @Test
    @Tag("step3")
    void set_takes_no_options() {
        assertThat(execute("SET", "name", "Ann", "extra")).isEqualTo(error("ERR syntax error"));
        assertThat(execute("GET", "name")).isEqualTo(new Reply.Absent());
    }

    @Test
    @Tag("step4")
    void expire_and_ttl() {
        assertThat(execute("EXPIRE", "name", "10")).isEqualTo(Reply.number(0));
        assertThat(execute("TTL", "name")).isEqualTo(Reply.number(-2));
        execute("SET", "name", "Ann");
        assertThat(execute("TTL", "name")).isEqualTo(Reply.number(-1));
        assertThat(execute("EXPIRE", "name", "10")).isEqualTo(Reply.number(1));
        assertThat(execute("TTL", "name")).isEqualTo(Reply.number(10));
    }

    @Test
    @Tag("step4")
    void the_time_is_looked_at_before_the_key_and_the_options_before_the_time() {
        assertThat(execute("EXPIRE", "nobody", "abc")).isEqualTo(error("ERR value is not an integer or out of range"));
        assertThat(execute("EXPIRE", "nobody", "abc", "FOO")).isEqualTo(error("ERR Unsupported option FOO"));
    }

    private Reply execute(String... words) {
        return commands.execute(List.of(words).stream().map(Bytes::of).toList());
    }

    private static Reply bulk(String text) {
        return Reply.bulk(Bytes.of(text));
    }

    private static Reply error(String text) {
        return new Reply.ErrorMessage(text);
    }
}
