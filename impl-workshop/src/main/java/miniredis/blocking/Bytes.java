package miniredis.blocking;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A key, a value or an argument: any bytes at all. They are not decoded to text, so no wrong decoding can change them.
 *
 * <p>Two are equal when their bytes are. They are {@link Comparable} for one reason: {@link java.util.HashMap} turns a crowded
 * bucket into a balanced tree when its keys can be ordered. If an attacker chooses keys with the same hash code, a search then
 * takes logarithmic time, not linear time.
 */
public final class Bytes implements Comparable<Bytes> {
    private final byte[] content;

    private Bytes(byte[] content) {
        this.content = content;
    }

    /** Takes the array itself, not a copy: the caller must not change it afterwards. */
    public static Bytes of(byte[] content) {
        return new Bytes(content);
    }

    /** One byte for each character (ISO-8859-1): the inverse of {@link #text()} for every possible byte. */
    public static Bytes of(String text) {
        return new Bytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    public int length() {
        return content.length;
    }

    /** The bytes themselves, not a copy: the caller may read them, but must not change them. */
    public byte[] content() {
        return content;
    }

    /** One character for each byte (ISO-8859-1), so that no byte is lost. */
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
