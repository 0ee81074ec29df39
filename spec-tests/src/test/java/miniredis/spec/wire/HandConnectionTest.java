package miniredis.spec.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HandConnectionTest {
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
    void allRepliesToARequestAreReadAlsoInPieces() throws Exception {
        serve(client -> {
            send(client, "+PO");
            Thread.sleep(20);
            send(client, "NG\r\n:1\r\n");
        });

        try (var connection = HandConnection.to(address())) {
            connection.send(Bytes.of("PING\r\n"));
            var replies = connection.replies();

            assertThat(replies.whole())
                    .extracting(reply -> Bytes.text(reply.bytes()))
                    .containsExactly("+PONG\r\n", ":1\r\n");
            assertThat(replies.problem()).isEmpty();
        }
    }

    @Test
    void aSilentServerAndHalfAReplyAreToldApart() throws Exception {
        serve(client -> client.getInputStream().read());
        try (var connection = HandConnection.to(address())) {
            assertThat(connection.replies().problem()).get().hasToString("(no reply within 3 seconds)");
        }

        serve(client -> {
            send(client, "$5\r\nap");
            client.getInputStream().read();
        });
        try (var connection = HandConnection.to(address())) {
            var replies = connection.replies();
            assertThat(replies.problem().orElseThrow().toString()).contains("the reply is incomplete");
            assertThat(Bytes.text(replies.rest())).isEqualTo("$5\r\nap");
        }
    }

    @Test
    void whatIsNoReplyIsShownWithTheReason() throws Exception {
        serve(client -> send(client, "PONG\n"));

        try (var connection = HandConnection.to(address())) {
            var replies = connection.replies();
            assertThat(Bytes.text(replies.rest())).isEqualTo("PONG\n");
            assertThat(replies.problem().orElseThrow().toString()).startsWith("(this is not a reply: ");
        }
    }

    @Test
    void theEndOfTheConnectionIsTold() throws Exception {
        serve(client -> send(client, "-ERR bad\r\n"));
        try (var connection = HandConnection.to(address())) {
            assertThat(Bytes.text(connection.everything())).isEqualTo("-ERR bad\r\n");
            assertThat(connection.ending()).hasToString("(the server closed the connection)");
        }

        serve(client -> {
            // Not before the client is connected.
            client.getInputStream().read();
            client.setSoLinger(true, 0);
        });
        try (var connection = HandConnection.to(address())) {
            connection.send(Bytes.of("P"));
            assertThat(connection.everything()).isEmpty();
            assertThat(connection.ending()).hasToString("(the connection was reset)");
        }
    }

    @Test
    void withoutAServerThereIsNoConnection() throws IOException {
        var where = address();
        door.close();

        assertThatThrownBy(() -> HandConnection.to(where)).isInstanceOf(IOException.class);
    }

    private interface Behaviour {
        void serve(Socket client) throws Exception;
    }

    /** Accepts one client, and closes its connection in the end. */
    private void serve(Behaviour behaviour) {
        var server = new Thread(() -> {
            try (var client = door.accept()) {
                behaviour.serve(client);
            } catch (IOException ended) {
                throw new UncheckedIOException(ended);
            } catch (Exception interrupted) {
                throw new IllegalStateException(interrupted);
            }
        });
        server.setDaemon(true);
        server.start();
    }

    private static void send(Socket client, String text) throws IOException {
        client.getOutputStream().write(Bytes.of(text));
    }

    private InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), door.getLocalPort());
    }
}
