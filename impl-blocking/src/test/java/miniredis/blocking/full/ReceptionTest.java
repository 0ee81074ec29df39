package miniredis.blocking.full;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import miniredis.blocking.Commands;
import miniredis.blocking.Server;
import miniredis.blocking.extensions.Extensions;
import miniredis.blocking.limits.DataMemory;
import miniredis.blocking.limits.Limits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Over a real socket, to a full server in this process that has two places and waits one second for a stuck client. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ReceptionTest {
    private static final Limits LIMITS = new Limits(1 << 30, 1 << 30, 100 << 20, 2, Duration.ofSeconds(1));

    private final Reception reception = new Reception(extensions(), LIMITS);
    private Server server;

    private static Extensions extensions() {
        var clock = InstantSource.system();
        var memory = new DataMemory(LIMITS);
        var keyspace = memory.keyspace(clock, new Random(1));
        return new Extensions(new Commands(keyspace), keyspace, memory, LIMITS, clock);
    }

    @BeforeEach
    void start() throws IOException {
        server = new Server("127.0.0.1", 0, reception);
        var thread = new Thread(server::serve, "accept");
        thread.setDaemon(true);
        thread.start();
    }

    @AfterEach
    void stop() {
        server.close();
        reception.close();
    }

    @Test
    void one_client_too_many_is_told_so() throws IOException {
        try (var one = connect();
                var two = connect()) {
            assertThat(answered(one)).isTrue();
            assertThat(answered(two)).isTrue();
            try (var late = connect()) {
                assertThat(late.getInputStream().readAllBytes())
                        .asString(StandardCharsets.ISO_8859_1)
                        .isEqualTo("-ERR max number of clients reached\r\n");
            }
        }
        boolean admitted = false;
        while (!admitted) { // the two disconnect one after the other
            try (var next = connect()) {
                admitted = answered(next);
            }
        }
    }

    @Test
    void a_message_to_oneself_comes_after_the_reply_and_after_all_of_exec() throws IOException {
        try (var client = connect()) {
            var requests =
                    "HELLO 3\r\nSUBSCRIBE c\r\nPUBLISH c 0\r\nMULTI\r\nPUBLISH c 1\r\nPUBLISH c 2\r\nEXEC\r\nQUIT\r\n";
            client.getOutputStream().write(requests.getBytes(StandardCharsets.ISO_8859_1));

            assertThat(client.getInputStream().readAllBytes())
                    .asString(StandardCharsets.ISO_8859_1)
                    .endsWith(":1\r\n"
                            + message("0")
                            + "+OK\r\n+QUEUED\r\n+QUEUED\r\n*2\r\n:1\r\n:1\r\n"
                            + message("1")
                            + message("2")
                            + "+OK\r\n");
        }
    }

    private static String message(String text) {
        return ">3\r\n$7\r\nmessage\r\n$1\r\nc\r\n$1\r\n" + text + "\r\n";
    }

    @Test
    void a_client_that_never_reads_is_cut_off_in_the_end_and_keeps_nobody_waiting() throws IOException {
        try (var deaf = connect();
                var client = connect()) {
            // Only a client that has got a reply has certainly been counted.
            assertThat(ask(deaf, "PING\r\n", 7)).isEqualTo("+PONG\r\n");
            String megabyte = "x".repeat(1_000_000);
            assertThat(ask(client, "*3\r\n$3\r\nSET\r\n$3\r\nbig\r\n$1000000\r\n" + megabyte + "\r\n", 5))
                    .isEqualTo("+OK\r\n");
            send(deaf, "GET big\r\n".repeat(100));

            await(() -> server.connections() == 1);

            assertThat(ask(client, "PING\r\n", 7)).isEqualTo("+PONG\r\n");
            assertThatThrownBy(() ->
                            assertThat(deaf.getInputStream().readAllBytes()).hasSizeGreaterThan(100_000_000))
                    .isInstanceOfAny(AssertionError.class, SocketException.class);
        }
    }

    /** Another thread writes to a subscriber, through a mailbox; the last reply takes that way, too. */
    @Test
    void a_listener_that_sends_no_request_is_told_so_after_all_else() throws IOException {
        try (var listener = connect()) {
            send(listener, "SUBSCRIBE a\r\nPING\r\n*x\r\n");

            assertThat(listener.getInputStream().readAllBytes())
                    .asString(StandardCharsets.ISO_8859_1)
                    .isEqualTo("*3\r\n$9\r\nsubscribe\r\n$1\r\na\r\n:1\r\n*2\r\n$4\r\npong\r\n$0\r\n\r\n"
                            + "-ERR Protocol error: invalid multibulk length\r\n");
        }
    }

    private Socket connect() throws IOException {
        var client = new Socket("127.0.0.1", server.port());
        client.setSoTimeout(20_000);
        return client;
    }

    private static boolean answered(Socket client) throws IOException {
        try {
            send(client, "PING\r\n");
            return client.getInputStream().read() == '+';
        } catch (SocketException turnedAwayBeforeItsPingWasRead) {
            return false;
        }
    }

    private static void send(Socket client, String request) throws IOException {
        client.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String ask(Socket client, String request, int replyLength) throws IOException {
        send(client, request);
        return new String(client.getInputStream().readNBytes(replyLength), StandardCharsets.ISO_8859_1);
    }

    /** Checks again and again until it is true; the test's own timeout is the limit. */
    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            LockSupport.parkNanos(1_000_000);
        }
    }
}
