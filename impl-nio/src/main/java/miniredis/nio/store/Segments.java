package miniredis.nio.store;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * All memory that holds data: off-heap segments of one mebibyte, taken and given back whole.
 *
 * <p>The garbage collector never looks inside, so ten million keys cost it nothing, and small segments mean that no
 * single allocation (the operating system has to zero it) is long enough for a client to notice.
 *
 * <p>A place in this memory is a <em>reference</em>: one int that counts units of eight bytes, so that four bytes
 * reach 32 GiB. The upper bits are the segment, the lower ones the place within it; 0 means nowhere, because the first
 * unit of the first segment is never handed out.
 */
final class Segments {
    static final int SIZE = 1 << 20;
    static final int UNIT = 8;
    static final int UNITS = SIZE / UNIT;
    static final int NOWHERE = 0;

    /** After so many segments have been given back, the C library is asked to give them back to the system. */
    private static final int TRIM_EVERY = 32;

    private static final int SHIFT = Integer.numberOfTrailingZeros(UNITS);
    private static final int MAX_SEGMENTS = 1 << (32 - SHIFT);

    private final long enough; // segments in use beyond which memory for data is full
    private ByteBuffer[] buffers = new ByteBuffer[16];
    private OffHeap.Block[] blocks = new OffHeap.Block[16]; // what the buffers show
    private int[] free = new int[16]; // a stack of segments without an owner; those still holding memory are on top
    private int freeCount;
    private int known; // segments numbered so far
    private int inUse;
    private int idle; // buffers kept for the next owner
    private int limit = MAX_SEGMENTS;
    private int released; // to the system, since the last trim

    /** The reference to a unit of a segment. */
    static int reference(int segment, int unit) {
        return segment << SHIFT | unit;
    }

    static int segment(int reference) {
        return reference >>> SHIFT;
    }

    static int unit(int reference) {
        return reference & (UNITS - 1);
    }

    /** Where in its segment's buffer a reference points, in bytes. */
    static int offset(int reference) {
        return unit(reference) * UNIT;
    }

    ByteBuffer buffer(int reference) {
        return buffers[reference >>> SHIFT];
    }

    /** @param maxMemory how many bytes there are for data; commands that are never refused may take more */
    Segments(long maxMemory) {
        this.enough = maxMemory / SIZE;
    }

    /** Whether more is in use than there is for data. */
    boolean isFull() {
        return inUse > enough;
    }

    /** Whether less than an eighth is left, so that holes should be kept small. */
    boolean isScarce() {
        return inUse > enough - enough / 8;
    }

    int inUse() {
        return inUse;
    }

    /**
     * Hands out a segment. Its content is whatever the last owner left.
     *
     * @throws StoreFull when the process may not have more memory
     */
    int take() {
        if (freeCount == 0) {
            number();
        }
        int segment = free[freeCount - 1];
        if (buffers[segment] == null) {
            blocks[segment] = allocate();
            // the first byte of a word is its lowest, wherever this runs
            buffers[segment] = blocks[segment].buffer().order(ByteOrder.LITTLE_ENDIAN);
        } else {
            idle--;
        }
        freeCount--;
        inUse++;
        return segment;
    }

    /** Takes a segment back. Some are kept for the next owner; beyond that the memory goes back to the system. */
    void give(int segment) {
        inUse--;
        if (idle < 8 + inUse / 8) {
            idle++;
            free[freeCount++] = segment;
            return;
        }
        limit = MAX_SEGMENTS;
        blocks[segment].release();
        blocks[segment] = null;
        buffers[segment] = null;
        if (++released == TRIM_EVERY) {
            released = 0;
            OffHeap.trim();
        }
        // under the ones that still hold memory, so that those are used first
        int bottom = freeCount - idle;
        free[freeCount++] = free[bottom];
        free[bottom] = segment;
    }

    private void number() {
        if (known == MAX_SEGMENTS) {
            throw StoreFull.INSTANCE;
        }
        if (known == buffers.length) {
            buffers = Arrays.copyOf(buffers, known * 2);
            blocks = Arrays.copyOf(blocks, known * 2);
            free = Arrays.copyOf(free, known * 2);
        }
        free[freeCount++] = known++;
    }

    private OffHeap.Block allocate() {
        if (inUse + idle >= limit) {
            throw StoreFull.INSTANCE;
        }
        try {
            // one word more, because the last bytes of a segment are read a word at a time too
            return OffHeap.allocate(SIZE + UNIT);
        } catch (OutOfMemoryError full) {
            // the JVM may need half a second to find this out, so remember it instead of asking again
            limit = inUse + idle;
            throw StoreFull.INSTANCE;
        }
    }
}
