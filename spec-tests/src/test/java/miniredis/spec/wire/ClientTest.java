package miniredis.spec.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientTest {
    private static final byte[] PING = Bytes.of("*1\r\n$4\r\nPING\r\n");

    private ServerSocket door;
    private Client client;

    @BeforeEach
    void connects() throws IOException {
        door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), door.getLocalPort());
        client = new Client("a client", address, Timeouts.ordinary());
        client.connect();
    }

    @AfterEach
    void leaves() throws IOException {
        client.close();
        door.close();
    }

    /** The next request can't even be sent. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aConnectionThatTheServerHasResetIsNotSilent(boolean throughJedis) throws IOException {
        try (var server = door.accept()) {
            server.getOutputStream().write(Bytes.of("+PONG\r\n"));
            assertThat(send(throughJedis).ending()).isEqualTo(Ending.ANSWERED);
            server.setSoLinger(true, 0);
        }

        var answer = send(throughJedis);

        assertThat(answer.bytes()).isEmpty();
        assertThat(answer.ending().isByServer()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatTheServerSaidAsItLeftIsRead(boolean throughJedis) throws IOException {
        try (var server = door.accept()) {
            server.getOutputStream().write(Bytes.of("+PONG\r\n-ERR I leave\r\n"));
            assertThat(send(throughJedis).ending()).isEqualTo(Ending.ANSWERED);
        }

        assertThat(send(throughJedis).bytes()).asString().isEqualTo("-ERR I leave\r\n");
        assertThat(send(throughJedis).ending().isByServer()).isTrue();
    }

    @Test
    void aServerThatTakesNothingIsStuck() throws IOException {
        try (Socket server = door.accept()) {
            client.sendRequests(new byte[64 * 1024 * 1024]);

            assertThat(server.isConnected()).isTrue();
            assertThat(client.awaitReply().ending()).isEqualTo(Ending.STUCK);
        }
    }

    private Answer send(boolean throughJedis) {
        if (throughJedis) {
            return client.command("PING");
        }
        client.sendRequests(PING);
        return client.awaitReply();
    }
}
