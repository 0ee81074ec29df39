package miniredis.proof.faults;

import static miniredis.proof.mistakes.ConnectionMistake.ACCEPTS_ONE_CLIENT_EVER;
import static miniredis.proof.mistakes.ConnectionMistake.NEVER_GIVES_CONNECTIONS_BACK;
import static miniredis.proof.mistakes.ConnectionMistake.ONE_CLIENT_AT_A_TIME;
import static miniredis.proof.mistakes.ConnectionMistake.READS_BEFORE_IT_ACCEPTS_THE_NEXT;
import static miniredis.proof.mistakes.ConnectionMistake.SERVES_TEN_CLIENTS;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import miniredis.spec.server.RunningServer;

/** Accepts clients, and gives each its own thread. */
final class Listener implements RunningServer {
    private final ServerSocket socket;
    private final Fault slip;
    private final Shared shared;
    private final ExecutorService threads;
    /** The newest last. */
    private final ConcurrentLinkedDeque<Connection> connections = new ConcurrentLinkedDeque<>();

    private volatile String death;

    private Listener(ServerSocket socket, Fault slip) {
        this.socket = socket;
        this.slip = slip;
        this.shared = new Shared(slip);
        this.threads = slip.is(SERVES_TEN_CLIENTS)
                ? Executors.newFixedThreadPool(10, Listener::daemon)
                : Executors.newCachedThreadPool(Listener::daemon);
    }

    static Listener open(Fault slip) throws IOException {
        var listener = new Listener(new ServerSocket(0, 512, InetAddress.getLoopbackAddress()), slip);
        daemon(listener::acceptAll).start();
        return listener;
    }

    private static Thread daemon(Runnable task) {
        var thread = new Thread(task, "switchable server");
        thread.setDaemon(true);
        return thread;
    }

    private void acceptAll() {
        try {
            for (int clients = 1; mayAccept(clients); clients++) {
                var connection = new Connection(socket.accept(), this, shared, slip);
                connections.add(connection);
                if (slip.is(READS_BEFORE_IT_ACCEPTS_THE_NEXT)) {
                    connection.readAhead();
                }
                if (slip.is(ONE_CLIENT_AT_A_TIME)) {
                    connection.run();
                } else {
                    threads.execute(connection);
                }
            }
        } catch (IOException | RejectedExecutionException closed) {
            // The end of the server.
        }
    }

    private boolean mayAccept(int clients) {
        return !(slip.is(ACCEPTS_ONE_CLIENT_EVER) && clients > 1)
                && !(slip.is(NEVER_GIVES_CONNECTIONS_BACK) && clients > 100);
    }

    /** Ends as a process does after an uncaught exception. */
    void die() {
        death = "exited with code 1";
        close();
    }

    void stopAccepting() {
        try {
            socket.close();
        } catch (IOException alreadyClosed) {
            // it is closed in any case
        }
    }

    void closeAllConnections() {
        connections.forEach(Connection::close);
    }

    Collection<Connection> connections() {
        return connections;
    }

    Connection newest() {
        return connections.getLast();
    }

    void forget(Connection connection) {
        connections.remove(connection);
    }

    @Override
    public InetSocketAddress address() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    @Override
    public boolean isDead() {
        return socket.isClosed();
    }

    @Override
    public Optional<String> death(Duration patience) {
        return Optional.ofNullable(death);
    }

    @Override
    public void close() {
        stopAccepting();
        closeAllConnections();
        threads.shutdownNow();
        shared.keyspace().close();
    }
}
