package miniredis.nio;

import static miniredis.nio.Conversation.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.OptionalInt;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import miniredis.nio.store.Blob;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The server over real sockets. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ServerTest {
    private static final int MOST_CLIENTS = 600;
    /** For clients that read, however busy this machine is. */
    private static final Duration LONG_PATIENCE = Duration.ofMinutes(10);

    private Server server;
    private Thread loop;

    @BeforeEach
    void start() throws IOException {
        start(LONG_PATIENCE);
    }

    private void start(Duration patience) throws IOException {
        server = Server.open(
                "127.0.0.1",
                0,
                OptionalInt.empty(),
                new Limits(1_000_000, patience, 100_000_000, 1 << 30, MOST_CLIENTS));
        loop = new Thread(server::run);
        loop.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
        loop.join(5000);
        assertThat(loop.isAlive()).isFalse();
        server.close();
    }

    @Test
    void aClientThatHasFinishedSendingGetsAllItsReplies() throws IOException {
        try (var client = connect()) {
            send(client, request("SET", "k", "v") + request("GET", "k").repeat(100_000));
            client.shutdownOutput();
            assertThat(everything(client)).isEqualTo("+OK\r\n" + "$1\r\nv\r\n".repeat(100_000));
        }
    }

    @Test
    void aProtocolErrorIsTheLastReply() throws IOException {
        try (var client = connect()) {
            send(client, request("PING") + "*x\r\n" + request("PING"));
            assertThat(everything(client)).isEqualTo("+PONG\r\n-ERR Protocol error: invalid multibulk length\r\n");
        }
    }

    @Test
    void aMessageToOneselfComesAfterTheReplyAndAfterAllOfExec() throws IOException {
        try (var client = connect()) {
            var large = "x".repeat(100_000);
            send(
                    client,
                    request("HELLO", "3")
                            + request("SUBSCRIBE", "c")
                            + request("PUBLISH", "c", large)
                            + request("MULTI")
                            + request("PUBLISH", "c", "1")
                            + request("PUBLISH", "c", "2")
                            + request("EXEC")
                            + request("PING"));
            client.shutdownOutput();
            assertThat(everything(client))
                    .endsWith(":1\r\n"
                            + message("$100000\r\n" + large)
                            + "+OK\r\n+QUEUED\r\n+QUEUED\r\n"
                            + "*2\r\n:1\r\n:1\r\n"
                            + message("$1\r\n1")
                            + message("$1\r\n2")
                            + "+PONG\r\n");
        }
    }

    private static String message(String text) {
        return ">3\r\n$7\r\nmessage\r\n$1\r\nc\r\n" + text + "\r\n";
    }

    @Test
    void aLargeReplyThatIsNotSentIsForgotten() throws IOException {
        try (var client = connect()) {
            var value = "x".repeat(200_000);
            send(
                    client,
                    request("SET", "k", value)
                            + request("CLIENT", "REPLY", "OFF")
                            + request("GET", "k").repeat(1000)
                            + request("CLIENT", "REPLY", "ON")
                            + request("CLIENT", "REPLY", "SKIP")
                            + request("GET", "k")
                            + request("PING")
                            + request("CLIENT", "REPLY", "OFF")
                            + "*x\r\n");
            client.shutdownOutput();
            assertThat(everything(client)).isEqualTo("+OK\r\n+OK\r\n+PONG\r\n");
        }
    }

    @Test
    void aBrowserIsHungUpOn() throws IOException {
        try (var client = connect()) {
            send(client, "POST / HTTP/1.1\r\n");
            assertThat(everything(client)).isEmpty();
        }
    }

    @Test
    void brokenClientsDoNotDisturbOthers() throws IOException {
        try (var client = connect()) {
            for (int i = 0; i < 100; i++) {
                var broken = connect();
                send(broken, i % 2 == 0 ? "*3\r\n$3\r\nSET\r\n$" : request("PING", "x".repeat(20_000)));
                broken.setSoLinger(true, 0); // a reset, not an orderly end
                broken.close();
                send(client, request("INCR", "n"));
                assertThat(reply(client)).isEqualTo(":" + (i + 1));
            }
        }
    }

    @Test
    void aClientThatDoesNotReadIsNotReadFromForEver() throws Exception {
        try (var client = connect();
                var other = connect()) {
            var value = "v".repeat(Blob.THRESHOLD);
            send(client, request("SET", "k", value));
            assertThat(reply(client)).isEqualTo("+OK");
            var gets = request("GET", "k").repeat(20_000); // 330 MB of replies
            var sender = Executors.newSingleThreadExecutor();
            try {
                Future<?> sent = sender.submit(() -> {
                    send(client, gets);
                    return null;
                });
                send(other, request("PING"));
                assertThat(reply(other)).isEqualTo("+PONG");
                long total = 0;
                var buffer = new byte[1 << 20];
                long expected = 20_000L * (value.length() + "$16384\r\n\r\n".length());
                while (total < expected) {
                    int count = client.getInputStream().read(buffer);
                    assertThat(count)
                            .as("bytes of %d after %d", expected, total)
                            .isPositive();
                    total += count;
                }
                sent.get(10, TimeUnit.SECONDS);
                assertThat(total).isEqualTo(expected);
                send(client, request("PING"));
                assertThat(reply(client)).isEqualTo("+PONG");
            } finally {
                sender.shutdownNow();
            }
        }
    }

    @Test
    void aClientThatNeverReadsIsCutOff() throws Exception {
        stop();
        start(Duration.ofSeconds(2));
        try (var client = connect()) {
            send(client, request("SET", "k", "v".repeat(Blob.THRESHOLD)));
            assertThat(reply(client)).isEqualTo("+OK");
            var gets = request("GET", "k").repeat(1000);
            assertThatThrownBy(() -> {
                        while (true) {
                            send(client, gets);
                        }
                    })
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void theGreediestIsCutOffAndTheOthersAreNot() throws IOException {
        try (var modest = connect();
                var greedy = connect()) {
            send(modest, "*3\r\n$3\r\nSET\r\n$1\r\nk\r\n$1000000\r\n" + "v".repeat(500_000));
            send(greedy, "*3\r\n$3\r\nSET\r\n$1\r\nk\r\n$500000000\r\n");
            var piece = "v".repeat(1_000_000);
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 400; i++) { // the budget is a hundred of them
                            send(greedy, piece);
                        }
                    })
                    .isInstanceOf(IOException.class);
            send(modest, "v".repeat(500_000) + "\r\n");
            assertThat(reply(modest)).isEqualTo("+OK");
        }
    }

    @Test
    void oneClientTooManyIsToldSo() throws IOException {
        var clients = new ArrayList<Socket>();
        for (int i = 0; i < MOST_CLIENTS; i++) {
            clients.add(connect());
        }
        try (var late = connect()) {
            assertThat(everything(late)).isEqualTo("-ERR max number of clients reached\r\n");
        }
        clients.remove(0).close();
        var client = clients.get(0);
        send(client, request("PING")); // the reply shows that the server has noticed the disconnect
        assertThat(reply(client)).isEqualTo("+PONG");
        try (var next = connect()) {
            send(next, request("PING"));
            assertThat(reply(next)).isEqualTo("+PONG");
        }
        for (var each : clients) {
            each.close();
        }
    }

    @Test
    void largeValuesComeBackAsTheyWere() throws IOException {
        try (var client = connect()) {
            var value = new StringBuilder();
            for (int i = 0; value.length() < 5_000_000; i++) {
                value.append(i).append("\r\n");
            }
            send(client, request("SET", "k", value.toString()) + request("GET", "k"));
            client.shutdownOutput();
            assertThat(everything(client)).isEqualTo("+OK\r\n$" + value.length() + "\r\n" + value + "\r\n");
        }
    }

    @Test
    void manyClientsCount() throws Exception {
        var clients = new ArrayList<Socket>();
        for (int i = 0; i < 500; i++) {
            clients.add(connect());
        }
        for (int round = 0; round < 20; round++) {
            for (var each : clients) {
                send(each, request("INCR", "n"));
            }
        }
        for (var each : clients) {
            each.shutdownOutput();
            assertThat(everything(each).split("\r\n")).hasSize(20);
            each.close();
        }
        try (var last = connect()) {
            send(last, request("INCR", "n"));
            assertThat(reply(last)).isEqualTo(":10001");
        }
    }

    @Test
    void anOpenConnectionStaysOpen() throws IOException {
        try (var client = connect()) {
            client.setSoTimeout(200);
            assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
            client.setSoTimeout(0);
            send(client, request("PING"));
            assertThat(reply(client)).isEqualTo("+PONG");
        }
    }

    @Test
    void aTakenPortIsAnError() {
        assertThatThrownBy(() -> Server.open("127.0.0.1", server.port(), OptionalInt.empty(), Limits.forThisJvm(0, 10)))
                .isInstanceOf(IOException.class);
    }

    private Socket connect() throws IOException {
        return new Socket("127.0.0.1", server.port());
    }

    private static void send(Socket client, String bytes) throws IOException {
        client.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String reply(Socket client) throws IOException {
        var line = new StringBuilder();
        while (line.indexOf("\r\n") < 0) {
            int next = client.getInputStream().read();
            assertThat(next).as("what follows \"%s\"", line).isNotNegative();
            line.append((char) next);
        }
        return line.substring(0, line.length() - 2);
    }

    private static String everything(Socket client) throws IOException {
        return new String(client.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
}
