package miniredis.spec.steps;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import miniredis.spec.verdict.Expected;
import miniredis.spec.verdict.Mismatch;
import miniredis.spec.wire.Bytes;
import miniredis.spec.wire.Client;
import miniredis.spec.wire.Timeouts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is judged of a client that got nothing, when the server takes one client at a time. */
@Timeout(60)
class LivenessCheckTest {
    private static final byte[] NOTHING = {};

    private ServerSocket door;

    @BeforeEach
    void isOpen() throws IOException {
        door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void isClosed() throws IOException {
        door.close();
    }

    @Test
    void aConnectionThatTheRunnerItselfClosedToLetAnotherClientInWasOpen() {
        serveOneAtATime(false);
        try (var client = client("a client")) {
            client.sendPieces(List.of(Bytes.of("*1\r\n$4\r\nPIN")), Duration.ofMillis(10));
            var check = check();

            assertThatCode(() -> {
                        check.requireNothing(client, NOTHING, new Expected.Nothing());
                        check.requireNothing(client, NOTHING, new Expected.StaysOpen());
                    })
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void aConnectionThatTheServerClosedDoesNotStayOpen() {
        serveOneAtATime(true);
        try (var client = client("a client")) {
            client.sendPieces(List.of(Bytes.of("*1\r\n$4\r\nPIN")), Duration.ofMillis(10));

            assertThatThrownBy(() -> check().requireNothing(client, NOTHING, new Expected.StaysOpen()))
                    .isInstanceOf(Mismatch.class);
        }
    }

    private LivenessCheck check() {
        return new LivenessCheck(new Judge(new Lifetimes()), Optional::empty, this::client);
    }

    private Client client(String name) {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), door.getLocalPort());
        return new Client(name, address, Timeouts.ordinary());
    }

    /** @param closes whether it ends a connection after half a request; otherwise it answers whole PINGs */
    private void serveOneAtATime(boolean closes) {
        var server = new Thread(() -> {
            try {
                while (true) {
                    try (var client = door.accept()) {
                        var request = new byte[14];
                        while (client.getInputStream().readNBytes(request, 0, closes ? 11 : request.length)
                                == request.length) {
                            client.getOutputStream().write(Bytes.of("+PONG\r\n"));
                        }
                    }
                }
            } catch (IOException ended) {
                throw new UncheckedIOException(ended);
            }
        });
        server.setUncaughtExceptionHandler((thread, ended) -> {});
        server.setDaemon(true);
        server.start();
    }
}
