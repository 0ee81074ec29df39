package miniredis.blocking.full;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import miniredis.blocking.BackgroundTask;
import miniredis.blocking.Connection;
import miniredis.blocking.extensions.Extensions;
import miniredis.blocking.extensions.Peer;
import miniredis.blocking.io.ClientInput;
import miniredis.blocking.io.ClientOutput;
import miniredis.blocking.limits.ClientMemory;
import miniredis.blocking.limits.Limits;
import miniredis.blocking.limits.Reserve;
import miniredis.blocking.limits.Share;

/** Gives each new client a connection within the limits and a session, and disconnects clients that are stuck. */
final class Reception implements Connection.Factory, AutoCloseable {
    /**
     * When this buffer is full, a write waits until the client has taken about a third of it. By default the system lets the
     * buffer grow to megabytes, and then a slow client looks stuck for minutes.
     */
    private static final int SEND_BUFFER = 256 * 1024;

    private final Extensions extensions;
    private final ClientMemory memory;
    private final Semaphore places;
    private final Duration writePatience;
    private final Set<LimitedConnection> served = ConcurrentHashMap.newKeySet();
    private final BackgroundTask watchdog;

    Reception(Extensions extensions, Limits limits) {
        this.extensions = extensions;
        this.memory = new ClientMemory(limits.clientMemory());
        this.places = new Semaphore(limits.clients());
        this.writePatience = limits.writePatience();
        this.watchdog = BackgroundTask.every(writePatience.dividedBy(10), "watchdog", this::watch);
    }

    @Override
    public Connection connect(Socket socket) throws IOException {
        socket.setSendBufferSize(SEND_BUFFER);
        Runnable hangUp = () -> close(socket);
        var share = new Share(memory, hangUp);
        var replies = new ClientOutput(socket.getOutputStream(), share);
        var messages = new ClientOutput(socket.getOutputStream(), Share.unlimited());
        var in = new ClientInput(socket.getInputStream(), replies, share);
        var peer = new Peer(
                text(socket.getRemoteSocketAddress()),
                text(socket.getLocalSocketAddress()),
                in::requestRead,
                replies,
                messages,
                () -> stopReading(socket),
                hangUp);
        var session = extensions.welcome(peer);
        try {
            return new LimitedConnection(this, socket, in, replies, messages, share, session);
        } catch (IOException left) {
            session.end();
            throw left;
        }
    }

    private static String text(SocketAddress address) {
        return String.valueOf(address).replaceFirst("^.*/", "");
    }

    /** From now on reading finds the end of the input. */
    private static void stopReading(Socket socket) {
        try {
            socket.shutdownInput();
        } catch (IOException alreadyClosed) {
            // then there is nothing to read
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyBroken) {
            // closed is closed
        }
    }

    /** @return whether there is a place for one more; if so, the connection takes it */
    boolean enter(LimitedConnection connection) {
        return places.tryAcquire() && served.add(connection);
    }

    /** A connection that had a place has ended. */
    void leave(LimitedConnection connection) {
        served.remove(connection);
        places.release();
    }

    private void watch() {
        served.forEach(connection -> connection.closeIfStuck(writePatience));
        Reserve.restore();
    }

    /** Stops watching for stuck clients. */
    @Override
    public void close() {
        watchdog.close();
    }
}
