package miniredis.blocking;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;

/** Accepts clients, and gives each its own thread. */
public final class Server implements AutoCloseable {
    /** How many clients may wait to be accepted; as many as in Redis. */
    private static final int BACKLOG = 511;

    private final ServerSocket listener = new ServerSocket();
    private final ExecutorService threads = ConnectionThreads.create();
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private final Connection.Factory factory;
    private volatile boolean closed;

    /** @throws IOException if the port is taken, or the address does not belong to this machine */
    public Server(String host, int port, Connection.Factory factory) throws IOException {
        this.factory = factory;
        listener.setReuseAddress(true);
        listener.bind(new InetSocketAddress(InetAddress.getByName(host), port), BACKLOG);
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** How many clients are connected. */
    public int connections() {
        return connections.size();
    }

    /** Accepts clients until the server is closed. */
    public void serve() {
        while (!closed) {
            try {
                welcome(listener.accept());
            } catch (Throwable failure) {
                recover(failure);
            }
        }
    }

    /** @throws IOException if the client can't be served; its socket is closed then */
    void welcome(Socket socket) throws IOException {
        try {
            var connection = factory.connect(socket);
            threads.execute(() -> run(connection));
        } catch (Throwable failure) {
            socket.close();
            throw failure;
        }
    }

    private void run(Connection connection) {
        connections.add(connection);
        try {
            connection.run();
        } finally {
            connections.remove(connection);
        }
    }

    /** Too many open files or threads: clients that disconnect make room, so wait a little and continue. */
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
        try {
            listener.close();
        } catch (IOException alreadyBroken) {
            // it is closed in any case
        }
        connections.forEach(Connection::close);
        threads.shutdownNow();
    }
}
