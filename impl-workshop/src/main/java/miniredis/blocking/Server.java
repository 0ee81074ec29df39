package miniredis.blocking;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;

/** Waits for clients, and gives each a thread of its own. */
final class Server implements AutoCloseable {
    /** How many clients may wait to be accepted; as many as in Redis. */
    private static final int BACKLOG = 511;

    private final ServerSocket listener = new ServerSocket();
    private final ExecutorService threads = ConnectionThreads.create();
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private final Commands commands;
    private final ClientMemory clientMemory;
    private final Semaphore places;
    private final BackgroundTask watchdog;
    private volatile boolean closed;

    /** @throws IOException if the port is taken, or the address not one of this machine's */
    Server(String host, int port, Commands commands, Limits limits) throws IOException {
        this.commands = commands;
        this.clientMemory = new ClientMemory(limits.clientMemory());
        this.places = new Semaphore(limits.clients());
        listener.setReuseAddress(true);
        listener.bind(new InetSocketAddress(InetAddress.getByName(host), port), BACKLOG);
        watchdog = BackgroundTask.every(
                limits.writePatience().dividedBy(10), "watchdog", () -> watch(limits.writePatience()));
    }

    int port() {
        return listener.getLocalPort();
    }

    /** How many clients are connected. */
    int connections() {
        return connections.size();
    }

    /** Accepts clients until the server is closed. */
    void serve() {
        // TODO Step 1, part 1 (docs/lectures/01-tcp-server.md): Accept one client after another, and welcome
        //   each, until the server is closed. If one cannot be accepted, recover and go on.
        // Turns green: TCP-01 to TCP-04, together with part 2
        // Until then: everybody is turned away.
        while (!closed) {
            try (var client = listener.accept()) {
                client.getOutputStream().write(Bytes.of("-ERR not written yet: step 1, Server.serve\r\n").content());
            } catch (IOException goOn) {
                // the next one, please
            }
        }
    }

    private void welcome(Socket socket) throws IOException {
        // TODO Step 1, part 3 (docs/lectures/01-tcp-server.md): Give the client a Connection, and the
        //   connection a thread of its own. If that fails, nobody else will close the socket.
        // Turns green: MANY-01 to MANY-04, SLOW-01 to SLOW-03, LEAVE-07
        // Until then: the next client waits until this one has left.
        run(new Connection(socket, commands));
    }

    private void run(Connection connection) {
        if (!places.tryAcquire()) {
            connection.ended();
            connection.turnAway();
            return;
        }
        try {
            connections.add(connection);
            connection.chargeTo(clientMemory);
            connection.run();
        } finally {
            connection.forget();
            connections.remove(connection);
            connection.ended();
            places.release();
        }
    }

    private void watch(Duration writePatience) {
        connections.forEach(connection -> connection.closeIfStuck(writePatience));
        Reserve.restore();
    }

    /** Too many open files, or threads: clients that leave make room, so wait a little and go on. */
    private void recover(Throwable failure) {
        if (!closed) {
            Log.failure("could not accept a client", failure);
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops accepting and ends every connection. */
    @Override
    public void close() {
        closed = true;
        watchdog.close();
        try {
            listener.close();
        } catch (IOException alreadyBroken) {
            // closed is closed
        }
        connections.forEach(Connection::close);
        threads.shutdownNow();
    }
}
