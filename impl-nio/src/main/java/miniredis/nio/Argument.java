package miniredis.nio;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import miniredis.nio.store.Blob;
import miniredis.nio.store.BlobAllocator;
import miniredis.nio.store.Decimal;
import miniredis.nio.store.Slice;

/** One argument of a request: a slice of the bytes that arrived. */
final class Argument extends Slice {
    private final Request request;
    private int offset; // from the request's first byte, which may move while the request is incomplete

    Argument(Request request) {
        this.request = request;
    }

    void locate(int offset, int length) {
        this.offset = offset;
        set(length);
    }

    void hold(Blob blob) {
        set(blob);
    }

    /** Turns a slice into a blob. */
    void enlarge(BlobAllocator allocator) {
        var copy = allocator.take();
        copy.append(bytes(), from(), length());
        set(copy);
    }

    @Override
    public byte[] bytes() {
        return request.bytes();
    }

    @Override
    public int from() {
        return request.start() + offset;
    }

    /** @throws CommandError if the argument is not a number of 64 bits, written as Redis would */
    long integer() {
        int from = from();
        if (blob() != null || !Decimal.isNumber(bytes(), from, from + length())) {
            throw CommandError.NOT_AN_INTEGER;
        }
        return Decimal.parse(bytes(), from, from + length());
    }

    /**
     * The argument for an error message: at most {@code max} characters of one byte each, and nothing from the first
     * NUL on, because Redis prints C strings.
     */
    String text(int max) {
        int count = Math.min(length(), max);
        String text;
        if (blob() == null) {
            text = new String(bytes(), from(), count, StandardCharsets.ISO_8859_1);
        } else {
            var beginning = ByteBuffer.allocate(count);
            blob().copy(0, beginning);
            text = new String(beginning.array(), StandardCharsets.ISO_8859_1);
        }
        int nul = text.indexOf('\0');
        return nul < 0 ? text : text.substring(0, nul);
    }

    /** All of it, one character for each byte. */
    String bytesAsText() {
        return bytesAsText(this);
    }

    /** All of a slice, one character for each byte. */
    static String bytesAsText(Slice slice) {
        if (slice.blob() == null) {
            return new String(slice.bytes(), slice.from(), slice.length(), StandardCharsets.ISO_8859_1);
        }
        var all = ByteBuffer.allocate(slice.length());
        slice.blob().copy(0, all);
        return new String(all.array(), StandardCharsets.ISO_8859_1);
    }

    /** Whether the argument is this lower-case ASCII word, written in upper or lower case. */
    boolean is(String word) {
        return length() == word.length() && text(length()).equalsIgnoreCase(word);
    }

    void clear() {
        release();
    }
}
