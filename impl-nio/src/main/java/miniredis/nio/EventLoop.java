package miniredis.nio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import miniredis.nio.store.StoreFull;

/**
 * The one thread that does everything, so nothing needs a lock. Each turn has four phases: wait until a socket is
 * ready, serve the ready ones, tidy the keyspace within a budget, cut off clients that take no replies.
 *
 * <p>Nothing that a client does may end it. An exception is caught where it costs least, which is usually one connection.
 * The handler frees memory first, then closes the connection, and logs last: after an OutOfMemoryError closing and logging
 * may need memory, too.
 */
final class EventLoop {
    private static final long SECOND_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final int ACCEPTS_PER_TURN = 20;
    private static final byte[] TOO_MANY_CLIENTS =
            "-ERR max number of clients reached\r\n".getBytes(StandardCharsets.US_ASCII);

    private final Selector selector;
    private final SelectionKey listening;
    private final Tidying tidying;
    private final ServerParts parts;
    private final Optional<MetricsPage> metrics;
    private final Log log;
    private final Set<Connection> owing = new HashSet<>();
    private final Reserve reserve = new Reserve();
    private long nextCheck = System.nanoTime();
    private volatile boolean stopped;

    EventLoop(
            Selector selector, ServerSocketChannel listener, ServerParts parts, Optional<MetricsPage> metrics, Log log)
            throws IOException {
        this.selector = selector;
        this.listening = listener.register(selector, SelectionKey.OP_ACCEPT);
        this.tidying = new Tidying(parts.keyspace());
        this.parts = parts;
        this.metrics = metrics;
        this.log = log;
    }

    /** Runs until {@link #stop}. */
    void run() {
        while (!stopped) {
            try {
                turn();
            } catch (Throwable failure) {
                survive("going on", failure);
            }
        }
    }

    private void turn() throws IOException {
        parts.timeSlice().beginTurn();
        selector.select(this::ready, tidying.waitMillis());
        long now = System.nanoTime();
        tidy(now);
        if (now - nextCheck >= 0) {
            nextCheck = now + SECOND_NANOS;
            everySecond(now);
        }
    }

    /** Ends the loop after the current turn. Any thread may call it. */
    void stop() {
        stopped = true;
        selector.wakeup();
    }

    private void ready(SelectionKey key) {
        if (key == listening) {
            accept();
        } else {
            var connection = (Connection) key.attachment();
            if (connection.isClosed()) {
                key.cancel(); // it was cut off after the selector had found it ready
            } else {
                serve(connection);
            }
        }
    }

    /** The guard: whatever goes wrong while a client is served, even running out of memory, costs that client only. */
    private void serve(Connection connection) {
        try {
            connection.serve();
            if (connection.owesReplies() && owing.add(connection)) {
                connection.startWaiting(System.nanoTime());
            }
            parts.clientMemory().update(connection);
            settleMessages();
        } catch (IOException | UncheckedIOException gone) {
            connection.close();
        } catch (Throwable failure) {
            reserve.release();
            connection.close();
            survive("closed a connection", failure);
        }
    }

    /** A PUBLISH may have left messages in other connections. */
    private void settleMessages() {
        if (parts.messages().isEmpty()) {
            return;
        }
        for (var listener : parts.messages().receivers()) {
            if (!listener.settleMessages()) {
                listener.close();
                log.note("hung up on a client that listened and did not read");
            }
            if (listener.owesReplies() && owing.add(listener)) {
                listener.startWaiting(System.nanoTime());
            }
            parts.clientMemory().update(listener);
        }
        parts.messages().clear();
    }

    /** The same guard for new clients. Without a rest the listener would stay ready, and the loop would spin. */
    private void accept() {
        try {
            for (int i = 0; i < ACCEPTS_PER_TURN; i++) {
                var channel = ((ServerSocketChannel) listening.channel()).accept();
                if (channel == null) {
                    return;
                }
                register(channel);
            }
        } catch (Throwable failure) { // as a rule no file descriptor is left
            listening.interestOps(0);
            survive("accepting no connections for a second", failure);
        }
    }

    /** The same guard for tidying, which no client has asked for. */
    private void tidy(long now) {
        try {
            tidying.run(now);
        } catch (StoreFull full) {
            // there is no memory to move entries to, so they stay where they are
        } catch (Throwable failure) {
            survive("tidying up later", failure);
        }
    }

    private void register(SocketChannel channel) throws IOException {
        try {
            channel.configureBlocking(false);
            if (parts.commands().connected().size() >= parts.limits().maxClients()) {
                turnAway(channel);
                return;
            }
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            var key = channel.register(selector, SelectionKey.OP_READ);
            key.attach(new Connection(channel, key, parts));
        } catch (IOException gone) {
            channel.close();
        } catch (Throwable failure) {
            channel.close();
            throw failure;
        }
    }

    private void turnAway(SocketChannel channel) throws IOException {
        try (channel) {
            channel.write(parts.workspace().wire().clear().put(TOO_MANY_CLIENTS).flip());
        }
        log.note("turned a client away: as many are connected as --maxclients allows");
    }

    /** Accepts clients again, restores the reserve, and finds the clients that take no replies. */
    private void everySecond(long now) {
        listening.interestOps(SelectionKey.OP_ACCEPT);
        reserve.restore();
        parts.commands().stats().everySecond(now);
        metrics.ifPresent(page -> page.publish(parts.commands().metrics()));
        for (var each = owing.iterator(); each.hasNext(); ) {
            var connection = each.next();
            if (connection.isStuck(now)) {
                connection.close();
                log.note("hung up on a client that took no replies");
            }
            if (connection.isClosed() || !connection.owesReplies()) {
                each.remove();
            }
        }
    }

    private void survive(String consequence, Throwable failure) {
        if (failure instanceof OutOfMemoryError) {
            reserve.release();
        }
        log.failure(consequence, failure);
    }
}
