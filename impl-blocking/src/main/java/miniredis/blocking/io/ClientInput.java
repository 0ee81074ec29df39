package miniredis.blocking.io;

import java.io.Flushable;
import java.io.IOException;
import java.io.InputStream;
import miniredis.blocking.limits.Share;

/**
 * A buffer over a socket. It sends the replies that are ready before it waits for more bytes, is small while it waits, and counts
 * the memory that the current request takes.
 *
 * <p>It is small so that ten thousand idle clients cost little. It becomes large when more has arrived than fits, or when a long
 * payload is expected.
 *
 * <p>The way in which a request is read shows what it costs. Bytes that are read one by one are headers: each argument needs some
 * forty bytes for its objects, and has at least six bytes of headers. Bytes that are read in one go are a payload, which is first
 * collected in pieces and then copied into one array.
 */
public final class ClientInput extends InputStream {
    private static final int SMALL = 1024;
    private static final int LARGE = 16 * 1024;

    private static final int PER_HEADER_BYTE = 8;
    private static final int PER_PAYLOAD_BYTE = 2;
    /** The pieces that a long payload is collected in are allocated before its bytes arrive. */
    private static final int PIECES = 32 * 1024;

    private static final int LONG = 1024;
    /** The cost is passed on only after so many bytes: a request of ordinary size costs an addition, and no lock. */
    private static final int STEP = 4096;

    private final InputStream in;
    private final Flushable replies;
    private final Share share;
    private byte[] buffer = {};
    private int next;
    private int end;
    private long cost;
    private boolean settled;

    public ClientInput(InputStream in, Flushable replies, Share share) {
        this.in = in;
        this.replies = replies;
        this.share = share;
    }

    @Override
    public int read() throws IOException {
        add(PER_HEADER_BYTE);
        if (next == end && !fill(end == buffer.length && in.available() > 0 ? LARGE : SMALL)) {
            return -1;
        }
        return buffer[next++] & 0xFF;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        int count = length == 0 ? 0 : readSome(target, from, length);
        add((long) Math.max(count, 0) * PER_PAYLOAD_BYTE);
        return count;
    }

    private int readSome(byte[] target, int from, int length) throws IOException {
        if (next == end) {
            if (length >= LARGE) {
                replies.flush();
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

    @Override
    public byte[] readNBytes(int length) throws IOException {
        if (length > LONG) {
            add(PIECES);
        }
        return super.readNBytes(length);
    }

    private boolean fill(int size) throws IOException {
        if (buffer.length != size) {
            buffer = new byte[size];
        }
        next = 0;
        end = 0; // in case the read fails
        replies.flush();
        end = Math.max(in.read(buffer, 0, size), 0);
        return end > 0;
    }

    private void add(long bytes) throws IOException {
        cost += bytes;
        if (cost >= STEP) {
            long more = cost;
            cost = 0;
            settled = true;
            share.add(more);
        }
    }

    /** The request has been read completely and is about to be carried out: its cost no longer counts. */
    public void requestRead() {
        cost = 0;
        if (settled) {
            settled = false;
            share.clear();
        }
    }
}
