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
