package miniredis.nio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import miniredis.nio.store.Keyspace;
import miniredis.nio.store.StoreFull;

/**
 * The one thread that does everything, so nothing needs a lock. Each turn has four phases: wait until a socket is
 * ready, serve the ready ones, tidy the keyspace within a budget, close what is finished.
 */
final class EventLoop {
    private static final long SECOND_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final int ACCEPTS_PER_TURN = 100;

    private final Selector selector;
    private final SelectionKey listening;
    private final Tidying tidying;
    private final Connection.Shared shared;
    private final Set<Connection> owing = new HashSet<>();
    private final ArrayList<Connection> finished = new ArrayList<>();
    private long nextCheck = System.nanoTime();
    private volatile boolean stopped;

    EventLoop(Selector selector, ServerSocketChannel listener, Keyspace keyspace, Connection.Shared shared)
            throws IOException {
        this.selector = selector;
        this.listening = listener.register(selector, SelectionKey.OP_ACCEPT);
        this.tidying = new Tidying(keyspace);
        this.shared = shared;
    }

    /** Runs until {@link #stop}. */
    void run() throws IOException {
        while (!stopped) {
            selector.select(this::ready, tidying.waitMillis());
            long now = System.nanoTime();
            tidy(now);
            cutOffTheStuck(now);
            closeFinished();
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
            serve((Connection) key.attachment());
        }
    }

    /** The guard: whatever goes wrong while a client is served, even running out of memory, costs that client only. */
    private void serve(Connection connection) {
        try {
            connection.serve();
            if (connection.owesReplies() && owing.add(connection)) {
                connection.startWaiting(System.nanoTime());
            }
        } catch (IOException | UncheckedIOException gone) {
            finished.add(connection);
        } catch (Throwable failure) {
            report("closing a connection", failure);
            finished.add(connection);
        }
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
            report("accepting no connections for a second", failure);
            listening.interestOps(0);
        }
    }

    /** The same guard for what nobody has asked for. */
    private void tidy(long now) {
        try {
            tidying.run(now);
        } catch (StoreFull full) {
            // there is no memory to move anything to, so it stays where it is
        } catch (Throwable failure) {
            report("tidying up later", failure);
        }
    }

    private void register(SocketChannel channel) throws IOException {
        try {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            var key = channel.register(selector, SelectionKey.OP_READ);
            key.attach(new Connection(channel, key, shared));
        } catch (IOException gone) {
            channel.close();
        }
    }

    /** Once a second: finds the clients that take no replies, and lets the listener try again. */
    private void cutOffTheStuck(long now) {
        if (now - nextCheck < 0) {
            return;
        }
        nextCheck = now + SECOND_NANOS;
        listening.interestOps(SelectionKey.OP_ACCEPT);
        for (var each = owing.iterator(); each.hasNext(); ) {
            var connection = each.next();
            if (connection.isStuck(now)) {
                finished.add(connection);
            }
            if (connection.isClosed() || !connection.owesReplies()) {
                each.remove();
            }
        }
    }

    private void closeFinished() {
        finished.forEach(Connection::close);
        finished.clear();
    }

    private static void report(String consequence, Throwable failure) {
        System.err.println("impl-nio: " + consequence + " after " + failure);
    }
}
