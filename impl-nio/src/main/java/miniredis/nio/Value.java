package miniredis.nio;

import java.nio.ByteBuffer;

/** Where a value lies. There is one such object, pointed at each value in turn, so it is valid until the next lookup. */
final class Value {
    private ByteBuffer buffer;
    private int offset;
    private int length;
    private Large large;

    void locate(ByteBuffer buffer, int offset, int length) {
        this.buffer = buffer;
        this.offset = offset;
        this.length = length;
        this.large = null;
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
        if (length > 128) {
            buffer.get(offset, target, at, length);
            return;
        }
        for (int i = 0; i < length; i += Words.SIZE) {
            Words.put(target, at + i, buffer.getLong(offset + i));
        }
    }
}
