package miniredis.spec.wire;

import java.net.Socket;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import miniredis.spec.proc.TcpTable;
import miniredis.spec.proc.TcpTable.Row;

/**
 * What a server on this machine has not noticed yet of what came for one of its connections, bytes or their end, by the kernel's
 * table of connections. Where there is no such table, or the server is elsewhere, nothing is known and no time is spent waiting.
 */
final class ReceiveQueue {
    private static final long LONGEST_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long BETWEEN_LOOKS_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private ReceiveQueue() {}

    /** Waits until the server has read all that this client sent, half a second at most; returns whether it has. */
    static boolean isEmptySoon(Socket client) {
        return client.isConnected()
                && !client.isClosed()
                && isGoneSoon(client.getPort(), client.getLocalPort(), Row::hasUnread);
    }

    /** Returns when the server has closed a connection that its client has closed before; after half a second at the latest. */
    static void awaitEnd(int serverPort, int clientPort) {
        isGoneSoon(serverPort, clientPort, Row::isLeftByClient);
    }

    private static boolean isGoneSoon(int serverPort, int clientPort, Predicate<Row> unwanted) {
        long until = System.nanoTime() + LONGEST_NANOS;
        while (TcpTable.hasConnection(serverPort, clientPort, unwanted)) {
            if (System.nanoTime() > until) {
                return false;
            }
            LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
        }
        return true;
    }
}
