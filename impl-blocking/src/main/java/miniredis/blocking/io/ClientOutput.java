package miniredis.blocking.io;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import miniredis.blocking.limits.Share;

/**
 * Collects replies until they are flushed; a long reply bypasses the buffer. The buffer grows when needed, and is small again
 * after a flush. A long reply counts as part of the client's {@link Share} until the client has taken it.
 *
 * <p>Java has a timeout for reading from a socket, but not for writing to it: a write to a client that never reads would never
 * return. So this class can tell whether a write has been waiting too long, and another thread may then close the connection.
 * Everything is written in small pieces. Each piece that the client takes shows that it is alive, so that a slow client is not
 * taken for a stuck one.
 */
public final class ClientOutput extends OutputStream {
    private static final int SMALL = 512;
    private static final int LARGE = 16 * 1024;
    private static final long NOT_WRITING = 0;

    private final OutputStream out;
    private final Share share;
    private byte[] buffer = {};
    private int count;
    /** When the current piece was begun, by System.nanoTime. */
    private volatile long begun = NOT_WRITING;

    public ClientOutput(OutputStream out, Share share) {
        this.out = out;
        this.share = share;
    }

    @Override
    public void write(int single) throws IOException {
        reserve(1);
        buffer[count++] = (byte) single;
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        if (length >= LARGE) {
            send();
            share.add(length);
            writeInPieces(bytes, from, length);
            share.clear();
            return;
        }
        reserve(length);
        System.arraycopy(bytes, from, buffer, count, length);
        count += length;
    }

    @Override
    public void flush() throws IOException {
        send();
        out.flush();
    }

    private void reserve(int length) throws IOException {
        if (count + length > LARGE) {
            send();
        }
        if (count + length > buffer.length) {
            int wanted = Math.max(SMALL, Integer.highestOneBit(count + length - 1) * 2);
            buffer = Arrays.copyOf(buffer, wanted);
        }
    }

    private void send() throws IOException {
        if (count > 0) {
            int all = count;
            count = 0;
            writeInPieces(buffer, 0, all);
            if (buffer.length > SMALL) {
                buffer = new byte[0];
            }
        }
    }

    private void writeInPieces(byte[] bytes, int from, int length) throws IOException {
        int end = from + length;
        for (int at = from; at < end; at += LARGE) {
            begun = System.nanoTime();
            try {
                out.write(bytes, at, Math.min(LARGE, end - at));
            } finally {
                begun = NOT_WRITING;
            }
        }
    }

    /** Whether a write has been waiting for the client for longer than this. */
    public boolean isStuckFor(Duration time) {
        long since = begun;
        return since != NOT_WRITING && System.nanoTime() - since > time.toNanos();
    }
}
