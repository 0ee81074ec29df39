package miniredis.blocking;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.List;

/**
 * One client, from its arrival to its leaving: read a request, carry it out, write the reply, and again.
 *
 * <p>One thread runs this and nobody else reads or writes here; other threads may only close it. Whatever goes wrong ends this
 * connection and no other.
 */
final class Connection implements Runnable {
    private static final int FAREWELL_BUFFER = 1024;
    /**
     * The system takes no more from a writer before the client has made some room, a third of this or so. Left alone it lets this
     * grow to megabytes, and then a slow client looks stuck for minutes.
     */
    private static final int SEND_BUFFER = 256 * 1024;
    /** How long a client that is hung up on may still take to read why. */
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private static final Duration FAREWELL_SILENCE = Duration.ofSeconds(1);

    private final Socket socket;
    private final Commands commands;
    private final WatchedOutput watched;
    private final Share share = new Share(this::close);
    private final OutputStream out;
    private final RespReader reader;
    private final RespWriter writer;

    Connection(Socket socket, Commands commands) throws IOException {
        this.socket = socket;
        // Replies leave at once: each flush is a whole answer, there is nothing to wait for and join it with.
        socket.setTcpNoDelay(true);
        socket.setKeepAlive(true);
        socket.setSendBufferSize(SEND_BUFFER);
        watched = new WatchedOutput(socket.getOutputStream());
        out = new LeanOutput(watched, share);
        var in = new LeanInput(new FlushingInput(socket.getInputStream(), out));
        reader = new RespReader(new MeteredInput(in, share));
        this.commands = commands.forClient(peer());
        writer = new ClientWriter(out, this.commands);
    }

    private Peer peer() {
        return new Peer(
                text(socket.getRemoteSocketAddress()),
                text(socket.getLocalSocketAddress()),
                out,
                watched,
                this::stopReading,
                this::close);
    }

    private static String text(SocketAddress address) {
        return String.valueOf(address).replaceFirst("^.*/", "");
    }

    /** From now on reading finds the end of the input. */
    private void stopReading() {
        try {
            socket.shutdownInput();
        } catch (IOException alreadyClosed) {
            // then there is nothing to read
        }
    }

    /** To be said when {@link #run} has ended, however. */
    void ended() {
        commands.end();
    }

    @Override
    public void run() {
        try (socket) {
            converse();
            sayGoodbye();
        } catch (IOException left) {
            // The client has gone, in the middle of something perhaps. Nobody is there to be told.
        } catch (Throwable failure) {
            // Even a lack of memory: the request that was too big dies with this connection.
            Log.failure("a connection ended", failure);
        }
    }

    /** Says whose memory its requests and replies are to be a part of. */
    void chargeTo(ClientMemory memory) {
        share.of(memory);
    }

    /** It has ended, and what it held of that memory is free. */
    void forget() {
        share.end();
    }

    /** Instead of {@link #run}: one client too many. */
    void turnAway() {
        try (socket) {
            writer.write(new Reply.ErrorMessage("ERR max number of clients reached"));
            out.flush();
        } catch (IOException left) {
            // that is as good
        }
        Log.note("turned a client away: as many are connected as there may be");
    }

    private void converse() throws IOException {
        // TODO Step 2, part 4 (docs/lectures/02-protocol.md): Tell the client about a mistake in the protocol,
        //   as an error, before the connection ends. A browser is told nothing.
        // Turns green: PROTO-01 to PROTO-04, PROTO-06, PROTO-13, INLINE-12, INLINE-14, INLINE-18
        // Until then: the connection ends without a word.
        serve();
    }

    /** The loop. Replies are flushed by {@link FlushingInput}, whenever all that has arrived is answered. */
    private void serve() throws IOException {
        // TODO Step 1, part 2 (docs/lectures/01-tcp-server.md): Read requests and answer them, one after the
        //   other, until the client has left.
        // Turns green: TCP-01 to TCP-04, LEAVE-01 to LEAVE-06, LEAVE-08, LEAVE-09, MANY-05
        // Until then: every client is told that nobody reads, and hung up on.
        writer.write(new Reply.ErrorMessage("ERR not written yet: step 1, Connection.serve"));
        out.flush();
    }

    private void answer(List<Bytes> request) throws IOException {
        // TODO Step 1, part 2 (docs/lectures/01-tcp-server.md): Have the request carried out, and write the
        //   reply. A request without words gets none.
        // Turns green: TCP-01, TCP-02
        // Until then: every request is refused.
        writer.write(new Reply.ErrorMessage("ERR not written yet: step 1, Connection.answer"));
    }

    /**
     * Closing a socket while unread bytes are waiting in it makes TCP send a reset, and a reset may destroy the last reply on
     * its way. So: first say that nothing more will come, then read on for a while, into the void.
     */
    private void sayGoodbye() throws IOException {
        commands.end();
        socket.shutdownOutput();
        socket.setSoTimeout((int) FAREWELL_SILENCE.toMillis());
        long end = System.nanoTime() + FAREWELL.toNanos();
        var nowhere = new byte[FAREWELL_BUFFER];
        while (socket.getInputStream().read(nowhere) >= 0 && System.nanoTime() < end) {
            // what it says no longer matters
        }
    }

    /** Ends the connection if its client has taken nothing of a reply for so long. */
    void closeIfStuck(Duration patience) {
        if (watched.isStuckFor(patience)) {
            Log.note("a client took no reply for " + patience.toSeconds() + " s: hung up on it");
            close();
        }
    }

    /** Ends the connection, from whatever thread. */
    void close() {
        try {
            socket.close();
        } catch (IOException alreadyBroken) {
            // closed is closed
        }
    }
}
