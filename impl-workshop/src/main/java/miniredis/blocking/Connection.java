package miniredis.blocking;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.List;

/**
 * One client, from its arrival to its leaving: read a request, carry it out, write the reply, and again.
 *
 * <p>One thread runs this and nobody else reads or writes here; other threads may only close it. Whatever goes wrong ends this
 * connection and no other.
 */
public class Connection implements Runnable {
    private static final int FAREWELL_BUFFER = 1024;
    /** How long a client that is hung up on may still take to read why. */
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private static final Duration FAREWELL_SILENCE = Duration.ofSeconds(1);

    private final Socket socket;
    private final OutputStream out;
    private final RequestHandler commands;
    private final RespReader reader;
    private final RespWriter writer;

    /** Makes a connection of the socket of a client that has come; all that a {@link Server} knows of what it serves. */
    public interface Factory {
        /** @throws IOException if the client has left already, say */
        Connection connect(Socket socket) throws IOException;
    }

    /**
     * @param in buffered; it has to flush the output before it waits for the client, see {@link FlushingInput}
     * @param out buffered
     */
    protected Connection(Socket socket, InputStream in, OutputStream out, RequestHandler commands) throws IOException {
        this.socket = socket;
        this.out = out;
        this.commands = commands;
        this.reader = new RespReader(in);
        this.writer = new RespWriter(out);
        // Replies leave at once: each flush is a whole answer, there is nothing to wait for and join it with.
        socket.setTcpNoDelay(true);
        socket.setKeepAlive(true);
    }

    /** One with the buffers that Java has. */
    static Connection buffered(Socket socket, RequestHandler commands) throws IOException {
        var out = new BufferedOutputStream(socket.getOutputStream());
        var in = new BufferedInputStream(new FlushingInput(socket.getInputStream(), out));
        return new Connection(socket, in, out, commands);
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

    private void converse() throws IOException {
        // TODO Step 2, part 4 (docs/lectures/02-protocol.md): Tell the client about a mistake in the protocol,
        //   as an error, before the connection ends. A browser is told nothing.
        // Turns green: PROTO-01 to PROTO-04, PROTO-06, PROTO-13, INLINE-12, INLINE-14, INLINE-18,
        //   RANDOM-01, RANDOM-02
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
    protected void sayGoodbye() throws IOException {
        socket.shutdownOutput();
        socket.setSoTimeout((int) FAREWELL_SILENCE.toMillis());
        long end = System.nanoTime() + FAREWELL.toNanos();
        var nowhere = new byte[FAREWELL_BUFFER];
        while (socket.getInputStream().read(nowhere) >= 0 && System.nanoTime() < end) {
            // what it says no longer matters
        }
    }

    /** Ends the connection, from whatever thread. */
    public void close() {
        try {
            socket.close();
        } catch (IOException alreadyBroken) {
            // closed is closed
        }
    }
}
