package miniredis.spec.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import miniredis.spec.proc.ProcessTable;
import miniredis.spec.proc.TcpTable;
import miniredis.spec.proc.TcpTable.Row;

/** Questions about ports. Only {@link #answersPing} ever sends a byte. */
final class Ports {
    private static final int CONNECT_MILLISECONDS = 2000;
    private static final int LOWEST = 15_000;
    private static final int LOWEST_OF_OUTGOING_CONNECTIONS = 32_000;
    private static final int TRIES_FOR_A_FREE_PORT = 200;

    private Ports() {}

    /**
     * A port of this machine that nothing listens on; below those that the system gives to outgoing connections, because the run
     * makes hundreds of these. Another program could take it before the server does; that is rare.
     */
    static int free() {
        for (int tries = 0; tries < TRIES_FOR_A_FREE_PORT; tries++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, LOWEST_OF_OUTGOING_CONNECTIONS);
            try (var socket = new ServerSocket(port)) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                // Another one, then.
            }
        }
        throw new IllegalStateException("This machine has no free port.");
    }

    /** The address that listens on this port of this machine; without a connection if there is another way to know. */
    static Optional<InetSocketAddress> listeningHere(int port) {
        return TcpTable.listeners().isPresent() ? listener(port).map(Row::reachableAt) : acceptingHere(port);
    }

    /** The socket that listens on this port of this machine, as far as can be known. */
    static Optional<Row> listener(int port) {
        return TcpTable.listeners().stream()
                .flatMap(List::stream)
                .filter(socket -> socket.port() == port && socket.isReachableHere())
                .findFirst();
    }

    /** The process that listens there, in words. */
    static Optional<String> holderInWords(int port) {
        return listener(port)
                .flatMap(listener -> ProcessTable.holder(listener.inode()))
                .map(ProcessTable::inWords);
    }

    /** The first of the host's addresses that accepts at this port. */
    static Optional<InetSocketAddress> accepting(String host, int port) {
        try {
            for (var address : InetAddress.getAllByName(host)) {
                var candidate = new InetSocketAddress(address, port);
                if (accepts(candidate)) {
                    return Optional.of(candidate);
                }
            }
        } catch (IOException unknownHost) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    /** The same for this machine, whichever loopback address the server chose. */
    static Optional<InetSocketAddress> acceptingHere(int port) {
        return accepting("127.0.0.1", port).or(() -> accepting("::1", port));
    }

    static boolean accepts(InetSocketAddress address) {
        try (var socket = new Socket()) {
            socket.connect(address, CONNECT_MILLISECONDS);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    /**
     * Whether anything comes in answer to a PING on a new connection.
     *
     * @throws IOException when the connection fails
     */
    static boolean answersPing(InetSocketAddress address, int milliseconds) throws IOException {
        try (var socket = new Socket()) {
            socket.connect(address, milliseconds);
            socket.setSoTimeout(milliseconds);
            socket.getOutputStream().write("*1\r\n$4\r\nPING\r\n".getBytes(StandardCharsets.US_ASCII));
            return socket.getInputStream().read() >= 0;
        } catch (SocketTimeoutException silence) {
            return false;
        }
    }

    static void pauseBeforeNextTry() {
        LockSupport.parkNanos(10_000_000);
    }
}
