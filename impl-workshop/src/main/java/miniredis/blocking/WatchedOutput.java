package miniredis.blocking;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

/**
 * An output that can say how long it has been waiting for the client to take something.
 *
 * <p>Java has a time limit for reading from a socket, and none for writing to it: to a client that never reads, a write waits for
 * ever. {@link Connection#closeIfStuck} looks in from another thread and ends that. Everything is written in small pieces, each
 * of them a sign of life, so that a client which is only slow is not taken for one that is stuck.
 */
final class WatchedOutput extends OutputStream {
    private static final int PIECE = 16 * 1024;
    private static final long NOT_WRITING = 0;

    private final OutputStream out;
    /** When the current piece was begun, by System.nanoTime. */
    private volatile long begun = NOT_WRITING;

    WatchedOutput(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(int single) throws IOException {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        int end = from + length;
        for (int at = from; at < end; at += PIECE) {
            writePiece(bytes, at, Math.min(PIECE, end - at));
        }
    }

    private void writePiece(byte[] bytes, int from, int length) throws IOException {
        begun = System.nanoTime();
        try {
            out.write(bytes, from, length);
        } finally {
            begun = NOT_WRITING;
        }
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    boolean isStuckFor(Duration time) {
        long since = begun;
        return since != NOT_WRITING && System.nanoTime() - since > time.toNanos();
    }
}
