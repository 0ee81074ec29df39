package miniredis.nio.store;

import org.jspecify.annotations.Nullable;

/** Where a value is stored. There is one such object for all values in turn, so it is valid until the next lookup. */
public final class Value {
    /** Up to this length words are copied one by one, in bytes; beyond it a bulk copy is faster. */
    private static final int SHORT = 64;

    private final Segments segments;
    private int entry;
    private int offset;
    private int length;
    private @Nullable Blob blob;

    Value(Segments segments) {
        this.segments = segments;
    }

    void locate(int entry, int offset, int length) {
        this.entry = entry;
        this.offset = offset;
        this.length = length;
        if (blob != null) {
            blob = null;
        }
    }

    void locate(Blob blob) {
        this.blob = blob;
    }

    public int length() {
        return length;
    }

    /** The value if it is a large one, otherwise null. */
    public @Nullable Blob blob() {
        return blob;
    }

    /** Copies the value to target[at..), a word at a time. So the target must have room for eight bytes more. */
    public void copy(byte[] target, int at) {
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
