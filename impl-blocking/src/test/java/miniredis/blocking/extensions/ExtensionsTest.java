package miniredis.blocking.extensions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import miniredis.blocking.Bytes;
import miniredis.blocking.Commands;
import miniredis.blocking.RespWriter;
import miniredis.blocking.limits.DataMemory;
import miniredis.blocking.limits.Limits;
import org.junit.jupiter.api.Test;

/** Corner cases that the specification does not cover. */
class ExtensionsTest {
    private final Extensions extensions = extensions();
    private final Session client = welcome(extensions);

    /** A server without a port. */
    static Extensions extensions() {
        return extensions(Limits.forThisJvm(0, 100));
    }

    private static Extensions extensions(Limits limits) {
        var clock = InstantSource.system();
        var memory = new DataMemory(limits);
        var keyspace = memory.keyspace(clock, new Random(1));
        return new Extensions(new Commands(keyspace), keyspace, memory, limits, clock);
    }

    static Session welcome(Extensions extensions) {
        return extensions.welcome(new Peer("there:1", "here:2", () -> {}, System.out, System.out, () -> {}, () -> {}));
    }

    @Test
    void what_a_transaction_answers_is_in_the_protocol_of_each_moment() throws IOException {
        say("MULTI");
        say("HELLO 3");
        say("GET nothing");
        say("HELLO 2");
        say("GET nothing");

        assertThat(say("EXEC")).startsWith("*4\r\n%7").contains("\r\n_\r\n*14").endsWith("$-1\r\n");
    }

    @Test
    void an_exec_that_is_malformed_ends_the_transaction() throws IOException {
        say("MULTI");

        assertThat(say("EXEC now"))
                .isEqualTo(
                        "-EXECABORT Transaction discarded because of: wrong number of arguments for 'exec' command\r\n");
        assertThat(say("EXEC")).isEqualTo("-ERR EXEC without MULTI\r\n");
    }

    /** Redis sets the key, though only for a moment; Valkey does not, so the specification names both. */
    @Test
    void a_set_whose_lifetime_is_already_over_changes_a_watched_key() throws IOException {
        say("WATCH k");
        say("SET k 1 PXAT 1");
        say("MULTI");

        assertThat(say("EXEC")).isEqualTo("*-1\r\n");
    }

    @Test
    void flushall_changes_watched_keys_that_exist() throws IOException {
        var other = welcome(extensions);
        say("SET a 1");
        say("WATCH a");
        say(other, "FLUSHALL");
        say("MULTI");

        assertThat(say("EXEC")).isEqualTo("*-1\r\n");
    }

    @Test
    void flushall_does_not_change_watched_keys_that_do_not() throws IOException {
        say("WATCH a");
        say("FLUSHALL");
        say("MULTI");

        assertThat(say("EXEC")).isEqualTo("*0\r\n");
    }

    @Test
    void after_quit_nothing_is_carried_out() throws IOException {
        assertThat(say("QUIT")).isEqualTo("+OK\r\n");
        assertThat(say("SET a 1")).isEmpty();
        assertThat(say(welcome(extensions), "EXISTS a")).isEqualTo(":0\r\n");
    }

    @Test
    void numbers_have_the_same_digits_in_every_language() throws IOException {
        var before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG"));
        try {
            var client = welcome(extensions());
            say(client, "SET a 1");
            assertThat(say(client, "CLIENT INFO"))
                    .startsWith("$")
                    .contains("id=1 ")
                    .contains(" resp=2");
            assertThat(say(client, "INFO keyspace")).contains("db0:keys=1,expires=0,avg_ttl=0\r\n");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void every_command_of_the_table_can_be_asked_for() throws IOException {
        String count = say("COMMAND COUNT").substring(1);
        assertThat(say("COMMAND LIST")).startsWith("*" + count + "$");
        assertThat(say("COMMAND INFO client|id nosuch"))
                .startsWith("*2\r\n*10\r\n$9\r\nclient|id\r\n:2\r\n")
                .endsWith("$-1\r\n");
    }

    @Test
    void full_memory_refuses_what_needs_more_and_nothing_else() throws IOException {
        var small = welcome(extensions(new Limits(100, 1000, 100_000, 2, Duration.ofSeconds(10))));
        say(small, "SET key value");
        var refused = "-OOM command not allowed when used memory > 'maxmemory'.\r\n";

        assertThat(say(small, "SET key x")).isEqualTo(refused);
        assertThat(say(small, "SET key x NX")).isEqualTo(refused);
        assertThat(say(small, "INCR n")).isEqualTo(refused);
        assertThat(say(small, "GET key")).isEqualTo("$5\r\nvalue\r\n");
        assertThat(say(small, "EXPIRE key 0")).isEqualTo(":1\r\n");
        assertThat(say(small, "SET key x")).isEqualTo("+OK\r\n");
    }

    @Test
    void settings_have_names_in_any_case() throws IOException {
        assertThat(say("CONFIG get SAVE")).isEqualTo("*2\r\n$4\r\nSAVE\r\n$0\r\n\r\n");
        assertThat(say("CONFIG GET nosuch")).isEqualTo("*0\r\n");
        assertThat(say("CONFIG FOO")).isEqualTo("-ERR unknown subcommand 'FOO'. Try CONFIG HELP.\r\n");
        assertThat(say("CONFIG GET")).isEqualTo("-ERR wrong number of arguments for 'config|get' command\r\n");
        assertThat(say("CONFIG")).isEqualTo("-ERR wrong number of arguments for 'config' command\r\n");
    }

    /** As in Redis: PING checks the number of its arguments only when it is carried out. */
    @Test
    void too_many_arguments_of_ping_are_queued() throws IOException {
        say("MULTI");
        assertThat(say("PING a b")).isEqualTo("+QUEUED\r\n");
        assertThat(say("EXEC")).isEqualTo("*1\r\n-ERR wrong number of arguments for 'ping' command\r\n");
    }

    private String say(String request) throws IOException {
        return say(client, request);
    }

    private static String say(Session client, String request) throws IOException {
        var out = new ByteArrayOutputStream();
        new RespWriter(out)
                .write(client.execute(
                        Stream.of(request.split(" ")).map(Bytes::of).toList()));
        return out.toString(StandardCharsets.ISO_8859_1);
    }
}
