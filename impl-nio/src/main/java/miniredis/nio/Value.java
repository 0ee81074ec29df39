package miniredis.nio;

/** Where a value lies. There is one such object, pointed at each value in turn, so it is valid until the next lookup. */
final class Value {
    /** Up to this length words are copied one by one, in bytes; beyond it a bulk copy is faster. */
    private static final int SHORT = 64;

    private final Segments segments;
    private int entry;
    private int offset;
    private int length;
    private Large large;

    Value(Segments segments) {
        this.segments = segments;
    }

    void locate(int entry, int offset, int length) {
        this.entry = entry;
        this.offset = offset;
        this.length = length;
        if (large != null) {
            large = null;
        }
    }

    void locate(Large large) {
        this.large = large;
    }

    int length() {
        return length;
    }

    /** The value if it is a large one, otherwise null. */
    Large large() {
        return large;
    }

    /** Copies the value to target[at..), which must have eight bytes more than that: it goes a word at a time. */
    void copy(byte[] target, int at) {
        var buffer = segments.buffer(entry);
        if (length > SHORT) {
            buffer.get(offset, target, at, length);
            return;
        }
        for (int i = 0; i < length; i += Words.SIZE) {
            Words.put(target, at + i, buffer.getLong(offset + i));
        }
    }
}
