package miniredis.blocking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.BindException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Over a real socket, to a server in this process. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ServerTest {
    private final Commands commands = new Commands(new Keyspace(InstantSource.system(), new Random()));
    private final Connection.Factory factory = socket -> Connection.buffered(socket, commands);
    private Server server;

    @BeforeEach
    void start() throws IOException {
        server = new Server("127.0.0.1", 0, factory);
        var thread = new Thread(server::serve, "accept");
        thread.setDaemon(true);
        thread.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    @Tag("step1")
    void answers_a_client_as_often_as_it_asks() throws IOException {
        try (var client = connect()) {
            assertThat(ask(client, "PING\r\n", 7)).isEqualTo("+PONG\r\n");
            assertThat(ask(client, "PING\r\n", 7)).isEqualTo("+PONG\r\n");
        }
    }

    @Test
    @Tag("step1")
    void a_silent_client_keeps_nobody_waiting() throws IOException {
        try (var silent = connect();
                var halfWay = connect();
                var client = connect()) {
            send(halfWay, "PI");
            assertThat(ask(client, "PING\r\n", 7)).isEqualTo("+PONG\r\n");
            assertThat(ask(halfWay, "NG\r\n", 7)).isEqualTo("+PONG\r\n");
            assertThat(ask(silent, "PING\r\n", 7)).isEqualTo("+PONG\r\n");
        }
    }

    @Test
    @Tag("step1")
    void serves_many_clients_at_once() throws IOException {
        var clients = new ArrayList<Socket>();
        for (int i = 0; i < 50; i++) {
            clients.add(connect());
        }
        for (var client : clients) {
            assertThat(ask(client, "PING\r\n", 7)).isEqualTo("+PONG\r\n");
        }
        for (var client : clients) {
            client.close();
        }
        await(() -> server.connections() == 0);
    }

    @Test
    @Tag("step1")
    void a_client_that_sends_nothing_more_still_gets_its_replies() throws IOException {
        try (var client = connect()) {
            send(client, "PING\r\nPING\r\n");
            client.shutdownOutput();
            assertThat(everythingFrom(client)).isEqualTo("+PONG\r\n+PONG\r\n");
        }
    }

    @Test
    @Tag("step1")
    void a_client_that_leaves_in_the_middle_harms_nobody() throws IOException {
        for (int i = 0; i < 20; i++) {
            var client = connect();
            send(client, "PI");
            // With a linger time of 0, closing sends a reset.
            client.setSoLinger(true, 0);
            client.close();
        }
        try (var client = connect()) {
            assertThat(ask(client, "PING\r\n", 7)).isEqualTo("+PONG\r\n");
        }
        await(() -> server.connections() == 0);
    }

    @Test
    @Tag("step1")
    void a_taken_port_is_an_error_at_the_start() {
        assertThatThrownBy(() -> new Server("127.0.0.1", server.port(), factory))
                .isInstanceOf(BindException.class);
    }

    @Test
    @Tag("step1")
    void a_client_that_cannot_be_served_is_hung_up_on() throws IOException {
        try (var neverConnected = new Socket()) {
            assertThatThrownBy(() -> server.welcome(neverConnected)).isInstanceOf(SocketException.class);
            assertThat(neverConnected.isClosed()).isTrue();
        }
    }

    @Test
    @Tag("step1")
    void closing_the_server_ends_its_connections() throws IOException {
        try (var client = connect()) {
            ask(client, "PING\r\n", 7);
            server.close();
            assertThat(everythingFrom(client)).isEmpty();
        }
    }

    @Test
    @Tag("step2")
    void answers_whole_requests_before_it_waits_for_the_rest_of_a_half_one() throws IOException {
        try (var client = connect()) {
            assertThat(ask(client, "PING\r\nPING\r\n*1\r\n$4\r\nPI", 14)).isEqualTo("+PONG\r\n+PONG\r\n");
            assertThat(ask(client, "NG\r\n", 7)).isEqualTo("+PONG\r\n");
        }
    }

    @Test
    @Tag("step2")
    void an_empty_request_gets_no_reply() throws IOException {
        try (var client = connect()) {
            assertThat(ask(client, "*0\r\n*-1\r\n\r\nPING\r\n", 7)).isEqualTo("+PONG\r\n");
        }
    }

    @Test
    @Tag("step2")
    void a_broken_request_is_answered_and_then_nothing_runs_any_more() throws IOException {
        try (var client = connect()) {
            send(client, "PING\r\n*1\r\n+PING\r\nPING\r\n");
            assertThat(everythingFrom(client)).isEqualTo("+PONG\r\n-ERR Protocol error: expected '$', got '+'\r\n");
        }
    }

    @Test
    @Tag("step2")
    void the_error_arrives_even_if_the_client_goes_on_sending() throws IOException {
        try (var client = connect()) {
            // Made beforehand: a client that sends nothing for a second has finished.
            var more = "PING\r\n".repeat(1_000_000).getBytes(StandardCharsets.US_ASCII);
            send(client, "*x\r\n");
            client.getOutputStream().write(more);
            assertThat(everythingFrom(client)).isEqualTo("-ERR Protocol error: invalid multibulk length\r\n");
        }
    }

    @Test
    @Tag("step2")
    void a_browser_is_hung_up_on() throws IOException {
        try (var client = connect()) {
            send(client, "POST / HTTP/1.1\r\nHost: localhost\r\n\r\nSET a 1\r\n");
            assertThat(everythingFrom(client)).isEmpty();
        }
    }

    private Socket connect() throws IOException {
        var client = new Socket("127.0.0.1", server.port());
        client.setSoTimeout(20_000);
        return client;
    }

    private static void send(Socket client, String request) throws IOException {
        client.getOutputStream().write(Bytes.of(request).content());
    }

    private static String ask(Socket client, String request, int replyLength) throws IOException {
        send(client, request);
        return new String(client.getInputStream().readNBytes(replyLength), StandardCharsets.ISO_8859_1);
    }

    private static String everythingFrom(Socket client) throws IOException {
        return new String(client.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    /** Checks again and again until it is true; the test's own timeout is the limit. */
    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            LockSupport.parkNanos(1_000_000);
        }
    }
}
