package miniredis.blocking;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A key, a value or an argument: any bytes at all, never text that could be decoded wrongly on the way.
 *
 * <p>Two are equal when their bytes are. They are {@link Comparable} for one reason: {@link java.util.HashMap} turns a crowded
 * bucket into a balanced tree when its keys can be ordered. Keys that somebody chose to have one and the same hash code then
 * cost a logarithm, not a walk along a list.
 */
public final class Bytes implements Comparable<Bytes> {
    private static final int OBJECT = 16;
    private static final int ARRAY = 16;
    private static final long REGION =
            Math.max(1 << 20, Long.highestOneBit(Runtime.getRuntime().maxMemory() / 2048));

    private final byte[] content;

    private Bytes(byte[] content) {
        this.content = content;
    }

    /** Takes the array as it is, without a copy: the caller no longer changes it. */
    public static Bytes of(byte[] content) {
        return new Bytes(content);
    }

    /** One byte a character, as ISO-8859-1 has it: the inverse of {@link #text()} for every byte there is. */
    public static Bytes of(String text) {
        return new Bytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    public int length() {
        return content.length;
    }

    /**
     * Bytes this takes on the heap. The G1 collector gives an array of half a region or more regions of its own, and there are at
     * least 1 MiB in a region.
     */
    long memory() {
        long array = (ARRAY + content.length + 7L) / 8 * 8;
        return OBJECT + (array < REGION / 2 ? array : (array + REGION - 1) / REGION * REGION);
    }

    /** The bytes themselves, not a copy: to be read, never to be changed. */
    public byte[] content() {
        return content;
    }

    /** One character a byte, as ISO-8859-1 has it, so that no byte is lost. */
    public String text() {
        return new String(content, StandardCharsets.ISO_8859_1);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes bytes && Arrays.equals(content, bytes.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }

    @Override
    public int compareTo(Bytes other) {
        return Arrays.compareUnsigned(content, other.content);
    }

    @Override
    public String toString() {
        return text();
    }
}
