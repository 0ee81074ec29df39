package miniredis.nio.store;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A value that is too long to be moved: its bytes are in blocks of four kibibytes, which are filled as the bytes arrive, and
 * are sent from there. A value that was declared but never arrived has cost nothing.
 *
 * <p>It may be in the keyspace and on its way to several clients at the same time, so its holders are counted, and the last
 * one frees it.
 */
public final class Blob {
    /** Longer arguments than this become a Blob, in bytes. */
    public static final int THRESHOLD = 16 * 1024;

    static final int BLOCK = 4096;

    private final Segments segments;
    private final SlabAllocator pool;
    private int[] blocks = new int[4];
    private int length;
    private int holders = 1;

    Blob(Segments segments, SlabAllocator pool) {
        this.segments = segments;
        this.pool = pool;
    }

    public int length() {
        return length;
    }

    /** Adds bytes at the end; @throws StoreFull when memory is full. */
    public void append(byte[] bytes, int from, int count) {
        int done = 0;
        while (done < count) {
            int inBlock = length % BLOCK;
            if (inBlock == 0) {
                grow();
            }
            int step = Math.min(BLOCK - inBlock, count - done);
            int block = blocks[length / BLOCK];
            segments.buffer(block).put(Segments.offset(block) + inBlock, bytes, from + done, step);
            length += step;
            done += step;
        }
    }

    /** Puts the bytes from {@code position} on into the buffer, as many as fit. */
    public void copy(int position, ByteBuffer target) {
        int done = position;
        while (done < length && target.hasRemaining()) {
            int inBlock = done % BLOCK;
            int step = Math.min(Math.min(BLOCK - inBlock, target.remaining()), length - done);
            int block = blocks[done / BLOCK];
            target.put(target.position(), segments.buffer(block), Segments.offset(block) + inBlock, step);
            target.position(target.position() + step);
            done += step;
        }
    }

    public Blob hold() {
        holders++;
        return this;
    }

    public void release() {
        holders--;
        if (holders == 0) {
            for (int i = 0; i * BLOCK < length; i++) {
                pool.give(blocks[i]);
            }
            length = 0;
        }
    }

    private void grow() {
        int next = length / BLOCK;
        if (next == blocks.length) {
            blocks = Arrays.copyOf(blocks, next * 2);
        }
        blocks[next] = pool.take();
    }
}
