package miniredis.spec.wire;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/**
 * What a server on this machine has not noticed yet of what came for one of its connections, bytes or their end, by the kernel's
 * table of connections. Where there is no such table, or the server is elsewhere, nothing is known and nobody waits.
 */
final class ReceiveQueue {
    private static final List<Path> TABLES = List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"));
    private static final long LONGEST_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long BETWEEN_LOOKS_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
    private static final int LOCAL = 1;
    private static final int REMOTE = 2;
    private static final int STATE = 3;
    private static final int QUEUES = 4;

    /** The client has closed its side, and the server not yet its own (CLOSE_WAIT). */
    private static final String LEFT_BY_CLIENT = "08";

    private ReceiveQueue() {}

    /** Returns when the server has read all that this client sent; after half a second at the latest. */
    static void awaitEmpty(Socket client) {
        if (client.isConnected() && !client.isClosed()) {
            awaitNone(client.getPort(), client.getLocalPort(), fields -> !fields[QUEUES].endsWith(":00000000"));
        }
    }

    /** Returns when the server has closed a connection that its client has closed before; after half a second at the latest. */
    static void awaitEnd(int serverPort, int clientPort) {
        awaitNone(serverPort, clientPort, fields -> fields[STATE].equals(LEFT_BY_CLIENT));
    }

    private static void awaitNone(int serverPort, int clientPort, Predicate<String[]> condition) {
        long until = System.nanoTime() + LONGEST_NANOS;
        while (exists(serverPort, clientPort, condition) && System.nanoTime() < until) {
            LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
        }
    }

    private static boolean exists(int serverPort, int clientPort, Predicate<String[]> condition) {
        // In the server's line of the table its port is the local one, and the client's the remote one.
        var local = ":%04X".formatted(serverPort);
        var remote = ":%04X".formatted(clientPort);
        for (var table : TABLES) {
            try (var lines = Files.lines(table)) {
                if (lines.filter(line -> line.contains(local) && line.contains(remote))
                        .map(line -> line.strip().split("\\s+"))
                        .anyMatch(fields -> fields.length > QUEUES
                                && fields[LOCAL].endsWith(local)
                                && fields[REMOTE].endsWith(remote)
                                && condition.test(fields))) {
                    return true;
                }
            } catch (IOException notHere) {
                return false;
            }
        }
        return false;
    }
}
