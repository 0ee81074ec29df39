package miniredis.blocking;

import java.io.IOException;
import java.io.InputStream;

/**
 * A buffer over a socket that is small while it waits for the next request, so that ten thousand clients that say nothing
 * cost little. When more has arrived than fits, or a long payload is awaited, it is large.
 */
final class LeanInput extends InputStream {
    private static final int SMALL = 1024;
    private static final int LARGE = 16 * 1024;

    private final InputStream in;
    private byte[] buffer = {};
    private int next;
    private int end;

    LeanInput(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        if (next == end && !fill(end == buffer.length && in.available() > 0 ? LARGE : SMALL)) {
            return -1;
        }
        return buffer[next++] & 0xFF;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (next == end) {
            if (length >= LARGE) {
                return in.read(target, from, length);
            }
            if (!fill(length > SMALL ? LARGE : SMALL)) {
                return -1;
            }
        }
        int count = Math.min(length, end - next);
        System.arraycopy(buffer, next, target, from, count);
        next += count;
        return count;
    }

    private boolean fill(int size) throws IOException {
        if (buffer.length != size) {
            buffer = new byte[size];
        }
        next = 0;
        end = 0; // should the read fail
        end = Math.max(in.read(buffer, 0, size), 0);
        return end > 0;
    }
}
