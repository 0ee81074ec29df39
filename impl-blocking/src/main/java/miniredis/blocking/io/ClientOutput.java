package miniredis.blocking.io;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import miniredis.blocking.limits.Share;

/**
 * Collects replies until they are flushed, and what is long goes past the buffer. It grows as it is needed, and is small again
 * when it has been flushed. A long reply is a part of the client's {@link Share} until the client has taken it.
 *
 * <p>Java has a time limit for reading from a socket, and none for writing to it: to a client that never reads, a write waits for
 * ever. So this can say how long it has been waiting for the client to take something, and somebody may end that from another
 * thread. Everything is written in small pieces, each of them a sign of life, so that a client which is only slow is not taken
 * for one that is stuck.
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

    /** Whether the client has taken nothing for so long, though there is something for it. */
    public boolean isStuckFor(Duration time) {
        long since = begun;
        return since != NOT_WRITING && System.nanoTime() - since > time.toNanos();
    }
}
