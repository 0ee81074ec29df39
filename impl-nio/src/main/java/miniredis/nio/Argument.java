package miniredis.nio;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * One argument of a request: a slice of the bytes that arrived, not a copy of them, or a {@link Large} if it is long.
 */
final class Argument {
    private final Request request;
    private int offset; // from the request's first byte, which may move while the request is incomplete
    private int length;
    private int hash;
    private boolean hashed;
    private Large large;

    Argument(Request request) {
        this.request = request;
    }

    void set(int offset, int length) {
        this.offset = offset;
        this.length = length;
        this.hashed = false;
    }

    void set(Large large) {
        this.large = large;
        this.length = large.length();
    }

    /** Makes a Large of a slice. */
    void enlarge(LargeMemory memory) {
        var copy = memory.large();
        copy.append(bytes(), from(), length);
        set(copy);
    }

    int length() {
        return length;
    }

    /** The array that holds the argument from {@link #from} on, and at least eight bytes more after its end. */
    byte[] bytes() {
        return request.bytes();
    }

    int from() {
        return request.start() + offset;
    }

    /** The whole argument if it is longer than {@link Large#THRESHOLD}, otherwise null. */
    Large large() {
        return large;
    }

    /** The hash of the slice, computed when it is first asked for. */
    int hash(SipHash sipHash) {
        if (!hashed) {
            hash = (int) sipHash.hash(bytes(), from(), length);
            hashed = true;
        }
        return hash;
    }

    /** @throws CommandError if the argument is not a number of 64 bits, written as Redis would */
    long integer() {
        int from = from();
        if (large != null || !Decimal.isNumber(bytes(), from, from + length)) {
            throw CommandError.NOT_AN_INTEGER;
        }
        return Decimal.parse(bytes(), from, from + length);
    }

    /**
     * The argument for an error message: at most {@code max} characters of one byte each, and nothing from the first
     * NUL on, because Redis prints C strings.
     */
    String text(int max) {
        int count = Math.min(length, max);
        String text;
        if (large == null) {
            text = new String(bytes(), from(), count, StandardCharsets.ISO_8859_1);
        } else {
            var beginning = ByteBuffer.allocate(count);
            large.copy(0, beginning);
            text = new String(beginning.array(), StandardCharsets.ISO_8859_1);
        }
        int nul = text.indexOf('\0');
        return nul < 0 ? text : text.substring(0, nul);
    }

    /** Whether the argument is this word of lower-case ASCII, in whichever case it was typed. */
    boolean is(String word) {
        return length == word.length() && text(length).equalsIgnoreCase(word);
    }

    void clear() {
        if (large != null) {
            large.release();
            large = null;
        }
    }
}
