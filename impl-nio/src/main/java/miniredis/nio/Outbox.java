package miniredis.nio;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayDeque;
import miniredis.nio.store.Blob;

/**
 * The replies of one connection on their way out. Usually they are sent immediately and nothing is kept. What a slow client
 * does not take waits here. So does a large value, until the rest of its reply can be sent with it in one write.
 */
final class Outbox {
    private static final int LARGEST_PIECE = 64 * 1024;
    private static final int SMALLEST_PIECE = 256;
    /** Bytes that the objects of a piece take. */
    private static final int OVERHEAD = 64;
    /** If there were more pieces than this, their list is replaced by a small one once they have been sent. */
    private static final int MANY = 64;

    private final WritableByteChannel channel;
    private final ByteBuffer wire; // off-heap, shared by all connections
    private ArrayDeque<Piece> waiting = new ArrayDeque<>(0);
    private long size;
    private long held;
    private long sent;
    private long mayHaveSent = Long.MAX_VALUE;
    private boolean full; // the socket did not take all of the last write

    Outbox(WritableByteChannel channel, ByteBuffer wire) {
        this.channel = channel;
        this.wire = wire;
    }

    /** Bytes that wait for the client. */
    long size() {
        return size;
    }

    /** Bytes of memory that are held for what waits. A blob counts, although others may hold it too. */
    long held() {
        return held;
    }

    /** Bytes the client's socket has taken so far. */
    long sent() {
        return sent;
    }

    /** Once so many bytes have been {@link #sent} the rest waits, as if the socket took no more. */
    void allow(long bytes) {
        mayHaveSent = bytes;
        full = false;
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
            int step = Math.min(count - taken, room());
            taken += write(wire.clear().put(bytes, taken, step).flip());
            if (full) {
                break;
            }
        }
        keep(bytes, taken, count - taken);
    }

    /**
     * Sends the bytes and then the value, which is sent from where it is stored. The caller's hold on it passes to this
     * outbox. Both may wait for what is sent next.
     */
    void send(byte[] bytes, int count, Blob blob) {
        keep(bytes, 0, count);
        add(new BlobPiece(blob));
        size += blob.length();
        if (size >= wire.capacity() && !full) {
            flush();
        }
    }

    /** An outbox that sends nothing until it is {@link #append appended} to another. */
    static Outbox holding() {
        var outbox = new Outbox(Channels.newChannel(OutputStream.nullOutputStream()), ByteBuffer.allocate(0));
        outbox.allow(0);
        return outbox;
    }

    /** An outbox that discards its bytes. */
    static Outbox discarding() {
        return new Outbox(Channels.newChannel(OutputStream.nullOutputStream()), ByteBuffer.allocate(8 * 1024));
    }

    /** Sends all that waits in the other one, after what waits here. */
    void append(Outbox other) {
        waiting.addAll(other.waiting);
        size += other.size;
        held += other.held;
        other.waiting.clear();
        other.size = 0;
        other.held = 0;
        if (!full) {
            flush();
        }
    }

    /** Sends what is waiting, as much as the socket takes. */
    void flush() {
        while (!waiting.isEmpty()) {
            wire.clear().limit(room());
            for (var each = waiting.iterator(); each.hasNext() && wire.hasRemaining(); ) {
                each.next().fill(wire);
            }
            boolean many = waiting.size() > MANY;
            skip(write(wire.flip()));
            if (many && waiting.isEmpty()) {
                waiting = new ArrayDeque<>(0);
            }
            if (full) {
                return;
            }
        }
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
                held -= piece.held();
                waiting.removeFirst().release();
            }
        }
    }

    /** Forgets everything. */
    void abandon() {
        waiting.forEach(Piece::release);
        waiting = new ArrayDeque<>(0);
        size = 0;
        held = 0;
    }

    /** How many bytes the next write may send. */
    private int room() {
        return (int) Math.max(0, Math.min(wire.capacity(), mayHaveSent - sent));
    }

    private int write(ByteBuffer bytes) {
        if (sent >= mayHaveSent) {
            full = true;
            return 0;
        }
        try {
            int written = channel.write(bytes);
            sent += written;
            full = bytes.hasRemaining();
            return written;
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private void keep(byte[] bytes, int from, int count) {
        int done = from;
        int end = from + count;
        while (done < end) {
            if (!(waiting.peekLast() instanceof BytesPiece last) || last.room() == 0) {
                add(new BytesPiece(end - done));
                continue;
            }
            int step = Math.min(last.room(), end - done);
            last.append(bytes, done, step);
            size += step;
            done += step;
        }
    }

    private void add(Piece piece) {
        waiting.add(piece);
        held += piece.held();
    }

    private sealed interface Piece {
        /** Bytes of memory that are free when it is released, more or less. */
        int held();

        /** Bytes still to be sent. */
        int size();

        /** Puts the next of them into the buffer, as many as fit. */
        void fill(ByteBuffer buffer);

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

        @Override
        public int held() {
            return bytes.length + OVERHEAD;
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
        public void fill(ByteBuffer buffer) {
            buffer.put(bytes, start, Math.min(size(), buffer.remaining()));
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

    private static final class BlobPiece implements Piece {
        private final Blob blob;
        private int position;

        BlobPiece(Blob blob) {
            this.blob = blob;
        }

        @Override
        public int held() {
            return blob.length() + OVERHEAD;
        }

        @Override
        public int size() {
            return blob.length() - position;
        }

        @Override
        public void fill(ByteBuffer buffer) {
            blob.copy(position, buffer);
        }

        @Override
        public void skip(int count) {
            position += count;
        }

        @Override
        public void release() {
            blob.release();
        }
    }
}
