package miniredis.spec.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;
import miniredis.spec.fakes.InMemoryServer;
import miniredis.spec.proc.ProcessTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@Timeout(60)
class PortsTest {
    @Test
    void aFreePortIsBelowThoseOfOutgoingConnections() throws IOException {
        int port = Ports.free();

        assertThat(port).isBetween(15_000, 31_999);
        try (var socket = new ServerSocket(port)) {
            assertThat(socket.isBound()).isTrue();
        }
    }

    @Test
    void aListenerIsFoundWithoutAConnection() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            int port = socket.getLocalPort();

            assertThat(Ports.listeningHere(port)).contains(new InetSocketAddress("127.0.0.1", port));
            socket.setSoTimeout(50);
            assertThatThrownBy(socket::accept).as("a connection").isInstanceOf(IOException.class);
        }
    }

    @Test
    void whereNobodyListensNobodyIsFound() throws IOException {
        int port = Ports.free();

        assertThat(Ports.listeningHere(port)).isEmpty();
        assertThat(Ports.listener(port)).isEmpty();
        assertThat(Ports.acceptingHere(port)).isEmpty();
        assertThat(Ports.accepting("localhost", port)).isEmpty();
        assertThat(Ports.accepting("no-such-host.invalid", port)).isEmpty();
    }

    @Test
    void whoAcceptsIsFoundByAConnection() throws IOException {
        try (var socket = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"))) {
            int port = socket.getLocalPort();

            assertThat(Ports.accepts(new InetSocketAddress("127.0.0.1", port))).isTrue();
            assertThat(Ports.acceptingHere(port)).contains(new InetSocketAddress("127.0.0.1", port));
            assertThat(Ports.accepting("127.0.0.1", port)).contains(new InetSocketAddress("127.0.0.1", port));
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void eachSocketOnAPortIsItsOwn() throws IOException {
        int port;
        long first;
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = socket.getLocalPort();
            first = Ports.listener(port).orElseThrow().inode();
            assertThat(ProcessTable.holder(first)).contains(ProcessHandle.current());
        }
        try (var socket = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThat(socket.isBound()).isTrue();
            assertThat(Ports.listener(port).orElseThrow().inode()).isNotEqualTo(first);
        }
    }

    @Test
    void anAnswerToPingIsWhateverComes() throws Exception {
        var server = InMemoryServer.onFreePorts();
        try (var running = server.start(java.nio.file.Path.of("unused"))) {
            assertThat(Ports.answersPing(running.address(), 2000)).isTrue();
            server.last().hang();
            assertThat(Ports.answersPing(running.address(), 100)).isFalse();
        }
        // The kernel may take a connection for a moment after the socket that listened was closed.
        assertThat(IntStream.range(0, 100))
                .anyMatch(attempt -> isRefused(server.last().address()));
    }

    private static boolean isRefused(InetSocketAddress address) {
        try {
            Ports.answersPing(address, 100);
            return false;
        } catch (IOException refused) {
            return true;
        }
    }
}
