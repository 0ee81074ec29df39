package miniredis.nio.store;

import java.nio.ByteBuffer;

/**
 * How a key and its value are stored: in one block, so that reading the key also fetches the value.
 *
 * <pre>
 *   long   header   bits 0-16 belong to the allocator; then one bit each for "expires", "the key is a digest" and "the value
 *                   is large"; bits 20-37 the key's length, bits 38-55 the value's
 *   bytes  key
 *   bytes  value    of a large value: its number in the {@link BlobTable}, an int
 *          ...      free
 *   long   expiry   the last word of the block, if the entry expires: milliseconds since 1970
 * </pre>
 */
final class EntryLayout {
    static final int PLAIN = 0;
    static final int DIGEST = 1 << 18;
    static final int BLOB = 1 << 19;

    private static final int EXPIRES = 1 << 17;
    private static final int KEY_LENGTH = 20;
    private static final int VALUE_LENGTH = 38;
    private static final int LENGTH_MASK = (1 << 18) - 1;
    private static final int KEY = 8;
    /** A block may be this much longer than it needs to be before its entry moves to a shorter one, in bytes. */
    private static final int TOLERANCE = 64;

    private final Segments segments;
    private final CompactingAllocator blocks;
    private int expiring;
    private long bytes;

    EntryLayout(Segments segments, CompactingAllocator blocks) {
        this.segments = segments;
        this.blocks = blocks;
    }

    /** Bytes that all entries take. */
    long bytes() {
        return bytes;
    }

    /** How many entries have an expiry. */
    int expiring() {
        return expiring;
    }

    /** Writes a new entry; @throws StoreFull when memory is full. */
    int create(Key key, int kind, byte[] value, int from, int length, long expiry) {
        int needed = KEY + key.length() + length + (expiry == Keyspace.NEVER ? 0 : Long.BYTES);
        int entry = blocks.take((needed + Segments.UNIT - 1) / Segments.UNIT);
        var buffer = segments.buffer(entry);
        int offset = Segments.offset(entry);
        bytes += size(buffer.getLong(offset));
        long header = buffer.getLong(offset) | (long) key.length() << KEY_LENGTH;
        buffer.putLong(offset, key.isDigest() ? header | DIGEST : header);
        copyWords(key.bytes(), key.from(), buffer, offset + KEY, key.length()); // the value will overwrite the excess
        setValue(entry, kind, value, from, length, expiry);
        return entry;
    }

    /** Whether a value with that length and expiry can replace the entry's value without wasting much. */
    boolean hasRoom(int entry, int length, long expiry) {
        long header = header(entry);
        int room = CompactingAllocator.units(header) * Segments.UNIT;
        int needed = KEY + keyLength(header) + length + (expiry == Keyspace.NEVER ? 0 : Long.BYTES);
        return needed <= room && room <= needed * 2 + TOLERANCE;
    }

    /** Replaces the value of an entry that has room for it. */
    void setValue(int entry, int kind, byte[] value, int from, int length, long expiry) {
        long header = header(entry);
        var buffer = segments.buffer(entry);
        int offset = Segments.offset(entry);
        setHeader(entry, header & ~(BLOB | (long) LENGTH_MASK << VALUE_LENGTH) | kind | (long) length << VALUE_LENGTH);
        copyExactly(value, from, buffer, offset + KEY + keyLength(header), length);
        setExpiry(entry, expiry);
    }

    /** Sets when the entry expires; it must have room for that. */
    void setExpiry(int entry, long expiry) {
        long header = header(entry);
        boolean before = (header & EXPIRES) != 0;
        boolean after = expiry != Keyspace.NEVER;
        if (before != after) {
            setHeader(entry, header ^ EXPIRES);
            expiring += after ? 1 : -1;
        }
        if (after) {
            segments.buffer(entry).putLong(expiryOffset(entry, header), expiry);
        }
    }

    void remove(int entry) {
        setExpiry(entry, Keyspace.NEVER);
        bytes -= size(header(entry));
        blocks.free(entry);
    }

    /** Reads the beginning of an entry. */
    long glance(int entry) {
        return header(entry);
    }

    boolean hasKey(int entry, Key key) {
        long header = header(entry);
        int length = key.length();
        if (keyLength(header) != length || (header & DIGEST) != 0 != key.isDigest()) {
            return false;
        }
        var buffer = segments.buffer(entry);
        var bytes = key.bytes();
        int offset = Segments.offset(entry) + KEY;
        int from = key.from();
        int i = 0;
        for (; i + Words.SIZE <= length; i += Words.SIZE) {
            if (buffer.getLong(offset + i) != Words.get(bytes, from + i)) {
                return false;
            }
        }
        long difference = buffer.getLong(offset + i) ^ Words.get(bytes, from + i);
        return (difference & Words.mask(length - i)) == 0;
    }

    void loadKey(int entry, Key key) {
        long header = header(entry);
        key.load(segments.buffer(entry), Segments.offset(entry) + KEY, keyLength(header), (header & DIGEST) != 0);
    }

    /** When the entry expires, or {@link Keyspace#NEVER}. */
    long expiry(int entry) {
        long header = header(entry);
        return (header & EXPIRES) == 0 ? Keyspace.NEVER : segments.buffer(entry).getLong(expiryOffset(entry, header));
    }

    boolean isBlob(int entry) {
        return (header(entry) & BLOB) != 0;
    }

    int valueLength(int entry) {
        return (int) (header(entry) >>> VALUE_LENGTH) & LENGTH_MASK;
    }

    /** Where the value begins in the entry's segment. */
    int valueOffset(int entry) {
        return Segments.offset(entry) + KEY + keyLength(header(entry));
    }

    private long header(int entry) {
        return segments.buffer(entry).getLong(Segments.offset(entry));
    }

    private void setHeader(int entry, long header) {
        segments.buffer(entry).putLong(Segments.offset(entry), header);
    }

    private static int size(long header) {
        return CompactingAllocator.units(header) * Segments.UNIT;
    }

    private static int keyLength(long header) {
        return (int) (header >>> KEY_LENGTH) & LENGTH_MASK;
    }

    private static int expiryOffset(int entry, long header) {
        return Segments.offset(entry) + (CompactingAllocator.units(header) - 1) * Segments.UNIT;
    }

    /** Copies a word at a time, and so up to seven bytes too many. */
    private static void copyWords(byte[] source, int from, ByteBuffer target, int at, int length) {
        for (int i = 0; i < length; i += Words.SIZE) {
            target.putLong(at + i, Words.get(source, from + i));
        }
    }

    /** Copies a word at a time, and leaves what follows as it was. */
    private static void copyExactly(byte[] source, int from, ByteBuffer target, int at, int length) {
        int whole = length & -Words.SIZE;
        copyWords(source, from, target, at, whole);
        long mask = Words.mask(length - whole);
        long last = Words.get(source, from + whole) & mask | target.getLong(at + whole) & ~mask;
        target.putLong(at + whole, last);
    }
}
