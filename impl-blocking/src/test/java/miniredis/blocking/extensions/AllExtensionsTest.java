package miniredis.blocking.extensions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Stream;
import miniredis.blocking.Bytes;
import miniredis.blocking.Extensions.Dialogue;
import miniredis.blocking.Peer;
import miniredis.blocking.TestCore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Corners that the specification leaves alone. */
class AllExtensionsTest {
    private final AllExtensions extensions = new AllExtensions();
    private Dialogue client;

    @BeforeEach
    void aClientComes() throws IOException {
        extensions.begin(TestCore.create(), OptionalInt.empty());
        client = welcome();
    }

    private Dialogue welcome() {
        return extensions.welcome(new Peer("there:1", "here:2", System.out, System.out, () -> {}, () -> {}));
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

    @Test
    void flushall_changes_watched_keys_that_exist() throws IOException {
        var other = welcome();
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
        assertThat(say(welcome(), "EXISTS a")).isEqualTo(":0\r\n");
    }

    @Test
    void numbers_have_the_same_digits_in_every_language() throws IOException {
        var before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG"));
        try {
            say("SET a 1");
            assertThat(say("CLIENT INFO")).startsWith("$").contains("id=1 ").contains(" resp=2");
            assertThat(say("INFO keyspace")).contains("db0:keys=1,expires=0,avg_ttl=0\r\n");
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

    private String say(String request) throws IOException {
        return say(client, request);
    }

    private static String say(Dialogue client, String request) throws IOException {
        var out = new ByteArrayOutputStream();
        client.write(client.execute(Stream.of(request.split(" ")).map(Bytes::of).toList()), out);
        return out.toString(StandardCharsets.ISO_8859_1);
    }
}
