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
        // TODO Step 1, part 1 (docs/lectures/01-tcp-server.md): Accept one client after another, and welcome
        //   each, until the server is closed. If one cannot be accepted, recover and continue. Do not close the
        //   socket here: from now on its connection does that.
        // Turns green: nothing by itself; parts 2 and 3 need it
        // Until then: every client gets an error and is disconnected.
        while (!closed) {
            try {
                var refused = listener.accept();
                var refusal = Bytes.of("-ERR not written yet: step 1, Server.serve\r\n");
                refused.getOutputStream().write(refusal.content());
                refused.close();
            } catch (IOException goOn) {
                // accept the next client
            }
        }
    }

    /** @throws IOException if the client can't be served; its socket is closed then */
    void welcome(Socket socket) throws IOException {
        // TODO Step 1, part 3 (docs/lectures/01-tcp-server.md): Make a Connection for the client with the factory,
        //   and run it on its own thread. If that fails, close the socket.
        // Turns green: MANY-01 to MANY-04, SLOW-01 to SLOW-03, LEAVE-07
        // Until then: the next client waits until this one has disconnected.
        run(factory.connect(socket));
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
