package miniredis.spec.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import miniredis.spec.i18n.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Bytes, ends and resets pass through unchanged, and are seen. */
@Timeout(60)
class ProxyTest {
    private final BlockingQueue<String> seen = new LinkedBlockingQueue<>();
    private ServerSocket server;
    private Proxy proxy;

    @BeforeEach
    void stands() throws IOException {
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        var watcher = new Proxy.Watcher() {
            @Override
            public void sent(int client, byte[] bytes) {
                seen.add(client + " > " + ByteText.escape(bytes));
            }

            @Override
            public void received(int client, byte[] bytes) {
                seen.add(client + " < " + ByteText.escape(bytes));
            }

            @Override
            public void ended(int client, Message how) {
                seen.add(client + " " + how.key());
            }
        };
        proxy = Proxy.open(0, (InetSocketAddress) server.getLocalSocketAddress(), watcher);
        var running = new Thread(proxy::run);
        running.setDaemon(true);
        running.start();
    }

    @AfterEach
    void isGone() throws IOException {
        proxy.close();
        server.close();
    }

    @Test
    void whatPassesIsSeenAndUnchanged() throws Exception {
        try (var client = connect();
                var inside = server.accept()) {
            client.getOutputStream().write(Bytes.of("PING\r\n\0\u00ff"));
            assertThat(next()).isEqualTo("1 > PING\\r\\n\\0\\xFF");
            assertThat(inside.getInputStream().readNBytes(8)).isEqualTo(Bytes.of("PING\r\n\0\u00ff"));

            inside.getOutputStream().write(Bytes.of("+PONG\r\n"));
            assertThat(next()).isEqualTo("1 < +PONG\\r\\n");
            assertThat(client.getInputStream().readNBytes(7)).isEqualTo(Bytes.of("+PONG\r\n"));
        }
    }

    @Test
    void aClientThatStopsSendingStillGetsItsReplies() throws Exception {
        try (var client = connect()) {
            try (var inside = server.accept()) {
                client.shutdownOutput();
                assertThat(inside.getInputStream().read()).isNegative();
                assertThat(next()).isEqualTo("1 say.client-ended");
                inside.getOutputStream().write(Bytes.of("+OK\r\n"));
            }
            assertThat(client.getInputStream().readAllBytes()).isEqualTo(Bytes.of("+OK\r\n"));
            assertThat(next()).isEqualTo("1 < +OK\\r\\n");
            assertThat(next()).isEqualTo("1 say.closed");
        }
    }

    /** Many times: now and then the reset is there before connect has ended. */
    @RepeatedTest(50)
    void aResetIsPassedOnAsOne() throws Exception {
        try (var client = connect()) {
            try (var inside = server.accept()) {
                inside.setSoLinger(true, 0);
            }
            assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketException.class);
            assertThat(next()).isEqualTo("1 say.reset");
        }
    }

    @Test
    void clientsAreToldApartAndMayComeBeforeTheServer() throws Exception {
        server.close();
        try (var first = connect();
                var second = connect()) {
            assertThat(first.getInputStream().read()).isNegative();
            assertThat(second.getInputStream().read()).isNegative();
        }
        assertThat(List.of(next(), next())).containsExactlyInAnyOrder("1 say.refused", "2 say.refused");
    }

    private Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), proxy.port());
    }

    private String next() throws InterruptedException {
        return seen.poll(20, TimeUnit.SECONDS);
    }
}
