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
 * One client, from when it connects to when it disconnects: read a request, carry it out, write the reply, and repeat.
 *
 * <p>One thread runs this, and only that thread reads and writes. Other threads may only close the connection. Whatever goes
 * wrong ends this connection and no other.
 */
public class Connection implements Runnable {
    private static final int FAREWELL_BUFFER = 1024;
    /** How long a client that is disconnected may still take to read the reason. */
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private static final Duration FAREWELL_SILENCE = Duration.ofSeconds(1);

    private final Socket socket;
    private final OutputStream out;
    private final RequestHandler commands;
    private final RespReader reader;
    private final RespWriter writer;

    /** Makes a connection from the socket of a new client. A {@link Server} knows nothing else about what it serves. */
    public interface Factory {
        /** @throws IOException for example if the client has already disconnected */
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
        // Send each flush immediately: it is complete, so waiting for more bytes to send with it gains nothing.
        socket.setTcpNoDelay(true);
        socket.setKeepAlive(true);
    }

    /** A connection with the buffers of the JDK. */
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
            // The client has disconnected, perhaps in the middle of a request. There is nothing left to do.
        } catch (Throwable failure) {
            // Even an OutOfMemoryError: the request that was too large ends with this connection.
            Log.failure("a connection ended", failure);
        }
    }

    private void converse() throws IOException {
        // TODO Step 2, part 3 (docs/lectures/02-protocol.md): Answer a protocol error with an error reply, before
        //   the connection ends. A browser gets no reply.
        // Turns green: PROTO-01 to PROTO-04, PROTO-06, PROTO-13, INLINE-12, INLINE-14, INLINE-18,
        //   RANDOM-01, RANDOM-02
        // Until then: the connection ends without a reply.
        serve();
    }

    /** The loop. {@link FlushingInput} flushes the replies whenever everything that has arrived is answered. */
    private void serve() throws IOException {
        // TODO Step 1, part 2 (docs/lectures/01-tcp-server.md): Read requests and answer them, one after the
        //   other, until the client disconnects.
        // Turns green: TCP-01 to TCP-04, LEAVE-01 to LEAVE-06, LEAVE-08, LEAVE-09, MANY-05
        // Until then: every client gets an error and is disconnected.
        writer.write(new Reply.ErrorMessage("ERR not written yet: step 1, Connection.serve"));
        out.flush();
    }

    private void answer(List<Bytes> request) throws IOException {
        // TODO Step 1, part 2 (docs/lectures/01-tcp-server.md): Have the request carried out, and write the
        //   reply. A request without words gets no reply.
        // Turns green: TCP-01, TCP-02
        // Until then: every request gets an error.
        writer.write(new Reply.ErrorMessage("ERR not written yet: step 1, Connection.answer"));
    }

    /**
     * Closing a socket while unread bytes are waiting in it makes TCP send a reset, and a reset may destroy the last reply on
     * its way. So first close only the output, then read for a while and discard what arrives.
     */
    protected void sayGoodbye() throws IOException {
        socket.shutdownOutput();
        socket.setSoTimeout((int) FAREWELL_SILENCE.toMillis());
        long end = System.nanoTime() + FAREWELL.toNanos();
        var nowhere = new byte[FAREWELL_BUFFER];
        while (socket.getInputStream().read(nowhere) >= 0 && System.nanoTime() < end) {
            // whatever the client still sends no longer matters
        }
    }

    /** Ends the connection. Any thread may call this. */
    public void close() {
        try {
            socket.close();
        } catch (IOException alreadyBroken) {
            // it is closed in any case
        }
    }
}
