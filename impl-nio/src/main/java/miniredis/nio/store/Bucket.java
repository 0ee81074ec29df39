package miniredis.nio.store;

/**
 * One bucket of the {@link Index}: a small hash table with linear probing. The buckets have no objects of this class:
 * {@link #open} moves one object from bucket to bucket.
 *
 * <p>A slot is a word: the key's hash in the upper half, the entry's reference in the lower, 0 when it is empty. Because
 * the hash is in the slot, a search does not read the entries of other keys, and a bucket is split without reading any
 * entry.
 *
 * <pre>
 *   int   how many slots are taken
 *   int   how many upper bits of the hash all keys of the bucket share: its depth
 *   long  no entry of the bucket expires before this moment
 *   long  slot 0 ... slot 1023
 * </pre>
 */
final class Bucket {
    static final int SLOTS = 1024;
    /** In bytes. */
    static final int SIZE = 16 + SLOTS * Long.BYTES;
    /** In a bucket fuller than this (13/16), probing would take long. */
    static final int FULL = SLOTS / 16 * 13;

    static final int NO_SLOT = -1;
    static final long EMPTY = 0;

    private static final int MASK = SLOTS - 1;
    private static final int DEPTH = 4;
    private static final int EARLIEST = 8;
    private static final int FIRST_SLOT = 16;

    private final Segments segments;
    private int reference;
    private int offset;

    Bucket(Segments segments) {
        this.segments = segments;
    }

    static int hash(long slot) {
        return (int) (slot >>> 32);
    }

    static int entry(long slot) {
        return (int) slot;
    }

    private static long slot(int hash, int entry) {
        return (long) hash << 32 | entry & 0xFFFF_FFFFL;
    }

    Bucket open(int reference) {
        this.reference = reference;
        this.offset = Segments.offset(reference);
        return this;
    }

    /** Makes it an empty bucket. */
    void clear(int depth) {
        var buffer = segments.buffer(reference);
        buffer.putInt(offset, 0);
        buffer.putInt(offset + DEPTH, depth);
        buffer.putLong(offset + EARLIEST, Keyspace.NEVER);
        for (int i = 0; i < SLOTS; i++) {
            buffer.putLong(offset + FIRST_SLOT + i * Long.BYTES, EMPTY);
        }
    }

    int reference() {
        return reference;
    }

    int count() {
        return segments.buffer(reference).getInt(offset);
    }

    int depth() {
        return segments.buffer(reference).getInt(offset + DEPTH);
    }

    void setDepth(int depth) {
        segments.buffer(reference).putInt(offset + DEPTH, depth);
    }

    long earliest() {
        return segments.buffer(reference).getLong(offset + EARLIEST);
    }

    void setEarliest(long millis) {
        segments.buffer(reference).putLong(offset + EARLIEST, millis);
    }

    long get(int slot) {
        return segments.buffer(reference).getLong(at(slot));
    }

    /** The content of the slot where a search for this hash begins. */
    long home(int hash) {
        return get(hash & MASK);
    }

    /** The first slot with this hash, or {@link #NO_SLOT}. */
    int find(int hash) {
        return search(hash, hash & MASK);
    }

    /** The next slot with this hash after the one just found, or {@link #NO_SLOT}. */
    int findAfter(int slot, int hash) {
        return search(hash, slot + 1 & MASK);
    }

    /** Adds an entry; there must be room. */
    void add(int hash, int entry) {
        var buffer = segments.buffer(reference);
        int slot = hash & MASK;
        while (buffer.getLong(at(slot)) != EMPTY) {
            slot = slot + 1 & MASK;
        }
        buffer.putLong(at(slot), slot(hash, entry));
        buffer.putInt(offset, count() + 1);
    }

    void replace(int slot, int entry) {
        segments.buffer(reference).putInt(at(slot), entry); // the lower half comes first
    }

    /** Empties a slot, and moves up those after it that a search would no longer reach. */
    void remove(int slot) {
        var buffer = segments.buffer(reference);
        int hole = slot;
        int next = slot;
        while (true) {
            next = next + 1 & MASK;
            long moving = buffer.getLong(at(next));
            if (moving == EMPTY) {
                break;
            }
            int fromHome = next - hash(moving) & MASK;
            int fromHole = next - hole & MASK;
            if (fromHome >= fromHole) {
                buffer.putLong(at(hole), moving);
                hole = next;
            }
        }
        buffer.putLong(at(hole), EMPTY);
        buffer.putInt(offset, count() - 1);
    }

    private int search(int hash, int from) {
        var buffer = segments.buffer(reference);
        int slot = from;
        while (true) {
            long found = buffer.getLong(at(slot));
            if (found == EMPTY) {
                return NO_SLOT;
            }
            if (hash(found) == hash) {
                return slot;
            }
            slot = slot + 1 & MASK;
        }
    }

    private int at(int slot) {
        return offset + FIRST_SLOT + slot * Long.BYTES;
    }
}
