package miniredis.spec.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Questions about ports. Asking never sends a byte. */
final class Ports {
    private static final int CONNECT_MILLISECONDS = 2000;

    private Ports() {}

    /** A port of this machine that nothing listens on. Another program could take it before the server does; that is rare. */
    static int free() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException noPort) {
            throw new UncheckedIOException("This machine has no free port.", noPort);
        }
    }

    /** The first of the host's addresses (of {@code localhost}: 127.0.0.1, then ::1) that accepts at this port. */
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

    /** The same for a server on this machine, whichever loopback address it chose. */
    static Optional<InetSocketAddress> acceptingHere(int port) {
        for (var literal : new String[] {"127.0.0.1", "::1"}) {
            var found = accepting(literal, port);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    static boolean accepts(InetSocketAddress address) {
        try (var socket = new Socket()) {
            socket.connect(address, CONNECT_MILLISECONDS);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    static void pauseBeforeNextTry() {
        LockSupport.parkNanos(15_000_000);
    }
}
