package miniredis.nio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.GatheringByteChannel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * The replies of one connection on their way out. As a rule they leave at once and nothing is kept; what the client is
 * too slow to take waits here, and so does a large value, until the rest of its reply can go with it in one write.
 */
final class Outbox {
    private static final int LARGEST_PIECE = 64 * 1024;
    private static final int SMALLEST_PIECE = 256;
    /** Bytes that go out in one write if so many wait: a large value and what stands around it. */
    private static final int WRITE = 128 * 1024;

    private final GatheringByteChannel channel;
    private final ByteBuffer wire; // off-heap, shared by all connections
    private final ArrayDeque<Piece> waiting = new ArrayDeque<>(0);
    private long size;
    private long sent;
    private boolean full; // the socket did not take all of the last write

    Outbox(GatheringByteChannel channel, ByteBuffer wire) {
        this.channel = channel;
        this.wire = wire;
    }

    /** Bytes that wait for the client. */
    long size() {
        return size;
    }

    /** Bytes the client's socket has taken so far. */
    long sent() {
        return sent;
    }

    /** Sends the first {@code count} bytes, or keeps what the socket does not take; they may be reused afterwards. */
    void send(byte[] bytes, int count) {
        if (!waiting.isEmpty()) {
            keep(bytes, 0, count);
            if (!full) {
                flush();
            }
            return;
        }
        int taken = 0;
        while (taken < count) {
            int step = Math.min(count - taken, wire.capacity());
            taken += write(wire.clear().put(bytes, taken, step).flip());
            if (full) {
                break;
            }
        }
        keep(bytes, taken, count - taken);
    }

    /**
     * Sends the bytes and the value behind them, which is sent from where it lies; the caller's hold on it passes to this
     * outbox. Both may wait for what is sent next.
     */
    void send(byte[] bytes, int count, Large large) {
        keep(bytes, 0, count);
        waiting.add(new LargePiece(large));
        size += large.length();
        if (size >= WRITE && !full) {
            flush();
        }
    }

    /** Sends what is waiting, as much as the socket takes. */
    void flush() {
        while (!waiting.isEmpty()) {
            skip(write(gather()));
            if (full) {
                return;
            }
        }
    }

    /** The next bytes to be sent, wherever they lie. */
    private ByteBuffer[] gather() {
        var buffers = new ArrayList<ByteBuffer>();
        int room = WRITE;
        for (var each = waiting.iterator(); each.hasNext() && room > 0; ) {
            room -= each.next().addTo(buffers, room);
        }
        return buffers.toArray(ByteBuffer[]::new);
    }

    private void skip(int written) {
        size -= written;
        int rest = written;
        while (rest > 0) {
            var piece = waiting.getFirst();
            int step = Math.min(piece.size(), rest);
            piece.skip(step);
            rest -= step;
            if (piece.size() == 0) {
                waiting.removeFirst().release();
            }
        }
    }

    /** Forgets everything. */
    void abandon() {
        waiting.forEach(Piece::release);
        waiting.clear();
        size = 0;
    }

    private int write(ByteBuffer bytes) {
        try {
            return wrote(channel.write(bytes), bytes);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private int write(ByteBuffer[] buffers) {
        try {
            return wrote((int) channel.write(buffers), buffers[buffers.length - 1]);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private int wrote(int count, ByteBuffer last) {
        sent += count;
        full = last.hasRemaining();
        return count;
    }

    private void keep(byte[] bytes, int from, int count) {
        int done = from;
        int end = from + count;
        while (done < end) {
            if (!(waiting.peekLast() instanceof BytesPiece last) || last.room() == 0) {
                waiting.add(new BytesPiece(end - done));
                continue;
            }
            int step = Math.min(last.room(), end - done);
            last.append(bytes, done, step);
            size += step;
            done += step;
        }
    }

    private sealed interface Piece {
        /** Bytes still to be sent. */
        int size();

        /** Adds buffers with the next of them, but no more than {@code most}; returns how many. */
        int addTo(List<ByteBuffer> buffers, int most);

        void skip(int count);

        void release();
    }

    private static final class BytesPiece implements Piece {
        private final byte[] bytes;
        private int start;
        private int end;

        BytesPiece(int expected) {
            bytes = new byte[Math.max(SMALLEST_PIECE, Math.min(expected, LARGEST_PIECE))];
        }

        int room() {
            return bytes.length - end;
        }

        void append(byte[] source, int from, int count) {
            System.arraycopy(source, from, bytes, end, count);
            end += count;
        }

        @Override
        public int size() {
            return end - start;
        }

        @Override
        public int addTo(List<ByteBuffer> buffers, int most) {
            int count = Math.min(size(), most);
            buffers.add(ByteBuffer.wrap(bytes, start, count));
            return count;
        }

        @Override
        public void skip(int count) {
            start += count;
        }

        @Override
        public void release() {
            // the collector does it
        }
    }

    private static final class LargePiece implements Piece {
        private final Large large;
        private int position;

        LargePiece(Large large) {
            this.large = large;
        }

        @Override
        public int size() {
            return large.length() - position;
        }

        @Override
        public int addTo(List<ByteBuffer> buffers, int most) {
            int count = Math.min(size(), most);
            large.addTo(buffers, position, count);
            return count;
        }

        @Override
        public void skip(int count) {
            position += count;
        }

        @Override
        public void release() {
            large.release();
        }
    }
}
