package miniredis.blocking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What happens when there is no more: of memory, of places for clients. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LimitsTest {
    private static final Limits SMALL = new Limits(100, 1000, 100_000, 2, Duration.ofSeconds(10));

    private final Keyspace keyspace = new Keyspace(new TestClock(), new Random(1));
    private final Commands commands = new Commands(keyspace, SMALL);

    @Test
    void full_memory_refuses_what_needs_more_and_nothing_else() {
        keyspace.set(Bytes.of("key"), Bytes.of("value"));
        var refused = new Reply.ErrorMessage("OOM command not allowed when used memory > 'maxmemory'.");

        assertThat(execute("SET", "key", "x")).isEqualTo(refused);
        assertThat(execute("SET", "key", "x", "NX")).isEqualTo(refused);
        assertThat(execute("INCR", "n")).isEqualTo(refused);
        assertThat(execute("GET", "key")).isEqualTo(Reply.bulk(Bytes.of("value")));
        assertThat(execute("EXPIRE", "key", "0")).isEqualTo(Reply.number(1));
        assertThat(execute("SET", "key", "x")).isEqualTo(Reply.OK);
    }

    @Test
    void keys_that_are_gone_take_no_memory() {
        var random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            var key = Bytes.of("key:" + random.nextInt(100));
            keyspace.set(key, Bytes.of("x".repeat(random.nextInt(1000))));
            if (random.nextBoolean()) {
                keyspace.expire(key, random.nextInt(2), ExpireCondition.parse(List.of()));
            }
        }
        assertThat(keyspace.isTooLargeFor(data(1000, 1_000_000))).isTrue();
        for (int i = 0; i < 100; i++) {
            keyspace.expire(Bytes.of("key:" + i), 0, ExpireCondition.parse(List.of()));
        }
        assertThat(keyspace.isTooLargeFor(data(0, 0))).isFalse();
        assertThat(keyspace.isTooLargeFor(data(-1, 0))).isTrue();
        assertThat(keyspace.isTooLargeFor(data(0, -1))).isTrue();
    }

    @Test
    void there_is_room_for_a_lifetime_of_every_key() {
        var roomy = data(1_000_000, 1_000_000);
        int keys = 0;
        while (!keyspace.isTooLargeFor(roomy)) {
            keyspace.set(Bytes.of("key:" + keys++), Bytes.of("v"));
        }
        assertThat(keyspace.memory()).isLessThan(600_000);
        for (int i = 0; i < keys; i++) {
            keyspace.expire(Bytes.of("key:" + i), 100, ExpireCondition.parse(List.of()));
        }
        assertThat(keyspace.memory()).isBetween(1_000_000L, 1_001_000L);
    }

    private static Limits data(long maxMemory, long mortalMemory) {
        return new Limits(maxMemory, mortalMemory, 100_000, 2, Duration.ofSeconds(10));
    }

    @Test
    void settings_have_names_in_any_case() {
        assertThat(execute("CONFIG", "get", "SAVE"))
                .isEqualTo(Reply.array(Reply.bulk(Bytes.of("SAVE")), Reply.bulk(Bytes.of(""))));
        assertThat(execute("CONFIG", "GET", "nosuch")).isEqualTo(Reply.array());
        assertThat(execute("CONFIG", "FOO"))
                .isEqualTo(new Reply.ErrorMessage("ERR unknown subcommand 'FOO'. Try CONFIG HELP."));
        assertThat(execute("CONFIG", "GET"))
                .isEqualTo(new Reply.ErrorMessage("ERR wrong number of arguments for 'config|get' command"));
    }

    @Test
    void one_client_too_many_is_told_so() throws IOException {
        try (var server = new Server("127.0.0.1", 0, commands, SMALL)) {
            var thread = new Thread(server::serve, "accept");
            thread.setDaemon(true);
            thread.start();
            try (var one = connect(server);
                    var two = connect(server)) {
                assertThat(answered(one)).isTrue();
                assertThat(answered(two)).isTrue();
                try (var late = connect(server)) {
                    assertThat(late.getInputStream().readAllBytes())
                            .asString(StandardCharsets.ISO_8859_1)
                            .isEqualTo("-ERR max number of clients reached\r\n");
                }
            }
            boolean admitted = false;
            while (!admitted) { // the two leave one after the other
                try (var next = connect(server)) {
                    admitted = answered(next);
                }
            }
        }
    }

    private static boolean answered(Socket client) throws IOException {
        try {
            client.getOutputStream().write(Bytes.of("PING\r\n").content());
            return client.getInputStream().read() == '+';
        } catch (SocketException turnedAwayBeforeItsPingWasRead) {
            return false;
        }
    }

    private static Socket connect(Server server) throws IOException {
        return new Socket("127.0.0.1", server.port());
    }

    private Reply execute(String... words) {
        return commands.execute(Arrays.stream(words).map(Bytes::of).toList());
    }
}
