package miniredis.nio.store;

import java.util.Arrays;

/**
 * Memory for blocks of any small size, as a log that compacts itself. A new block is placed after the last one, segment
 * after segment, so taking memory is an addition. A freed block only leaves a hole.
 *
 * <p>A segment with nothing but holes goes back to the pool. When the holes make up more than a quarter of the log, the
 * segment with the fewest live bytes is evacuated: its live blocks move to the head of the log, a few at a time. So
 * whatever sizes come and go, the log takes at most about a third more than what is live, and no single step is long.
 *
 * <p>A block begins with a word that belongs to its owner, except for the lowest 17 bits:
 *
 * <pre>
 *   bits 0-15  the block's length in units of eight bytes, this word included
 *   bit 16     1 while the block is live
 * </pre>
 */
final class CompactingAllocator {
    private static final long LENGTH = 0xFFFF;
    private static final long LIVE = 1 << 16;
    /** Units looked at for each unit taken. Three quarters of them may be live, so four of them free one unit. */
    private static final int PACE = 4;
    /** When memory is scarce, holes may make up only a sixteenth, so more units have to be looked at to free one. */
    private static final int SCARCE_HOLES = 16;

    private static final int SCARCE_PACE = 32;
    /** Holes may make up one part in so many of the log before blocks are moved. */
    private static final int HOLES = 4;

    private static final int NONE = -1;

    /** Keeps references to blocks. */
    interface Owner {
        /** A block has been copied; the old place still holds its bytes. */
        void moved(int from, int to);
    }

    private final Segments segments;
    private final Owner owner;
    private int[] filled = new int[16]; // units written so far, by segment; 0 for segments of others
    private int[] live = new int[16]; // units in live blocks, by segment
    private int head = NONE; // the segment that new blocks go to
    private int victim = NONE; // the segment that is being evacuated
    private int cursor; // how far it is
    private int spare; // a segment to evacuate to when memory is full, so that some can be freed then
    private int known; // segments seen so far
    private long totalFilled;
    private long totalLive;
    private long owed; // units taken since the last payment

    CompactingAllocator(Segments segments, Owner owner) {
        this.segments = segments;
        this.owner = owner;
        this.spare = segments.take();
    }

    /** How many units a block has, according to its first word. */
    static int units(long header) {
        return (int) (header & LENGTH);
    }

    /**
     * Takes a block of so many units, few compared with a segment. Only the lowest 17 bits of its first word are set, its
     * other bits are 0, and the bytes after that word are arbitrary.
     *
     * @throws StoreFull when memory is full
     */
    int take(int units) {
        owed += units;
        if (head == NONE || filled[head] + units > Segments.UNITS) {
            nextHead(segments.take());
        }
        return append(units);
    }

    void free(int block) {
        int units = kill(block);
        int segment = Segments.segment(block);
        live[segment] -= units;
        totalLive -= units;
        if (live[segment] == 0 && segment != head && segment != victim) {
            drop(segment);
        }
    }

    /** Whether so little is free between live blocks that it is not worth moving them. */
    boolean isTidy() {
        long tolerated = totalFilled / (segments.isScarce() ? SCARCE_HOLES : HOLES);
        return victim == NONE && totalFilled - totalLive <= Math.max(tolerated, 2 * Segments.UNITS);
    }

    /** Pays with work for what has been taken since the last time. Blocks may move. */
    void payDebt() {
        if (owed > 0) {
            if (!isTidy()) {
                tidy(owed * (segments.isScarce() ? SCARCE_PACE : PACE));
            }
            owed = 0;
        }
    }

    /** Looks at so many units and moves the live blocks among them. */
    void tidy(long units) {
        long rest = units;
        while (rest > 0 && !isTidy()) {
            if (victim == NONE && !chooseVictim()) {
                return;
            }
            if (cursor == filled[victim] || live[victim] == 0) {
                drop(victim);
                victim = NONE;
                continue;
            }
            rest -= evacuateOne();
        }
    }

    /** Memory the log holds, in bytes. */
    long size() {
        return totalFilled * Segments.UNIT;
    }

    private int append(int units) {
        int block = Segments.reference(head, filled[head]);
        segments.buffer(block).putLong(Segments.offset(block), units | LIVE);
        filled[head] += units;
        live[head] += units;
        totalFilled += units;
        totalLive += units;
        return block;
    }

    private void nextHead(int segment) {
        int last = head;
        head = segment;
        if (head >= filled.length) {
            filled = Arrays.copyOf(filled, Math.max(head + 1, filled.length * 2));
            live = Arrays.copyOf(live, filled.length);
        }
        known = Math.max(known, head + 1);
        filled[head] = 1; // the first unit of a segment is never used: 0 is not a reference
        live[head] = 0;
        totalFilled++;
        if (last != NONE && live[last] == 0) {
            drop(last);
        }
    }

    private int kill(int block) {
        var buffer = segments.buffer(block);
        long header = buffer.getLong(Segments.offset(block));
        buffer.putLong(Segments.offset(block), header & ~LIVE);
        return units(header);
    }

    private void drop(int segment) {
        totalFilled -= filled[segment];
        filled[segment] = 0;
        if (spare == NONE) {
            spare = segment;
        } else {
            segments.give(segment);
        }
    }

    private int segmentForEvacuation() {
        try {
            return segments.take();
        } catch (StoreFull full) {
            if (spare == NONE) {
                throw full;
            }
            int segment = spare;
            spare = NONE;
            return segment;
        }
    }

    private boolean chooseVictim() {
        for (int i = 0; i < known; i++) {
            if (filled[i] > 0 && i != head && (victim == NONE || live[i] < live[victim])) {
                victim = i;
            }
        }
        cursor = 1;
        return victim != NONE;
    }

    /** Moves the block at the cursor, if it is live, and returns how much work that was. */
    private int evacuateOne() {
        int block = Segments.reference(victim, cursor);
        var buffer = segments.buffer(block);
        int offset = Segments.offset(block);
        long header = buffer.getLong(offset);
        int units = units(header);
        if ((header & LIVE) != 0) {
            if (filled[head] + units > Segments.UNITS) {
                nextHead(segmentForEvacuation());
            }
            int copy = append(units);
            segments.buffer(copy).put(Segments.offset(copy), buffer, offset, units * Segments.UNIT);
            owner.moved(block, copy);
            kill(block);
            live[victim] -= units;
            totalLive -= units;
        }
        cursor += units;
        return units;
    }
}
