package miniredis.nio;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import miniredis.nio.store.Words;

/**
 * The bytes of one connection that have arrived but were not carried out yet: {@code bytes[start..end)}.
 *
 * <p>While a connection is being served its bytes are in the shared {@link ReadBuffer}. What is left afterwards, usually the
 * beginning of a request, is put aside. So ten thousand waiting connections hold no buffers. A long rest stays in a
 * separate array, to which later bytes are added, because copying it back and forth at every read would cost more the
 * longer it gets.
 */
final class Inbox {
    /** The longest rest that moves back into the shared buffer, in bytes. */
    private static final int SHORT = 64 * 1024;
    /** Redis's limit for a request that is not complete, client-query-buffer-limit, in bytes. */
    private static final int LIMIT = 1 << 30;

    /** An array longer than this is not kept for a short rest, in bytes. */
    private static final int WASTEFUL = 4 * SHORT;

    private static final byte[] NONE = {};

    private final ReadBuffer shared;
    private byte[] bytes = NONE;
    private byte[] own = NONE;
    private int start;
    private int end;

    Inbox(ReadBuffer shared) {
        this.shared = shared;
    }

    /** The array behind the inbox; at least eight bytes after {@link #end} may be read. */
    byte[] bytes() {
        return bytes;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    boolean isEmpty() {
        return start == end;
    }

    /** The bytes before this index have been processed. */
    void consume(int upTo) {
        start = upTo;
    }

    /** The bytes from this index on have been taken elsewhere. */
    void truncate(int from) {
        end = from;
    }

    /** Reads what has arrived, as much as fits and is allowed; returns how many bytes, or -1 at the end of the input. */
    int fill(ReadableByteChannel channel, int atMost) throws IOException {
        int rest = end - start;
        if (rest <= SHORT) {
            move(shared.bytes());
        } else {
            move(roomy(rest));
        }
        int count = shared.read(channel, bytes, end, Math.min(atMost, bytes.length - Words.SIZE - end));
        end += Math.max(count, 0);
        return count;
    }

    /** Bytes of memory it holds while its connection is not being served. */
    int held() {
        return own.length;
    }

    /** Forgets everything. */
    void abandon() {
        own = NONE;
        bytes = NONE;
        start = 0;
        end = 0;
    }

    /** Clears the shared buffer for the next connection. */
    void putAside() {
        int rest = end - start;
        if (rest == 0) {
            abandon();
        } else if (bytes == shared.bytes()) {
            if (own.length < rest + Words.SIZE || own.length > WASTEFUL) {
                own = new byte[rest + Words.SIZE];
            }
            move(own);
        }
    }

    /** A separate array with room for the rest and for one large read more. */
    private byte[] roomy(int rest) throws IOException {
        if (rest >= LIMIT) {
            throw new IOException("a request of more than " + LIMIT + " bytes");
        }
        if (bytes.length - Words.SIZE - end >= SHORT) {
            return bytes;
        }
        own = new byte[(int) Math.min(rest * 2L, LIMIT + SHORT) + Words.SIZE];
        return own;
    }

    private void move(byte[] target) {
        int rest = end - start;
        if (target != bytes) {
            System.arraycopy(bytes, start, target, 0, rest);
            bytes = target;
            start = 0;
            end = rest;
        }
    }
}
