package miniredis.nio.store;

/**
 * Whole numbers in decimal text, as strict as Redis: a text counts as a number only if printing that number gives the
 * same text again. So {@code +5}, {@code 05}, {@code -0} and {@code " 5"} are not numbers.
 */
public final class Decimal {
    /** The longest text: a minus sign and 19 digits. */
    public static final int MAX_LENGTH = 20;

    private Decimal() {}

    /** Whether bytes[from..to) is a number that fits in 64 bits. */
    public static boolean isNumber(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length == 1) {
            return bytes[from] >= '0' && bytes[from] <= '9';
        }
        if (length == 0 || length > MAX_LENGTH) {
            return false;
        }
        boolean negative = bytes[from] == '-';
        int first = negative ? from + 1 : from;
        if (first == to || bytes[first] < '1' || bytes[first] > '9') {
            return false;
        }
        for (int i = first + 1; i < to; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                return false;
            }
        }
        // 19 digits can overflow a long but not an unsigned one, and 20 digits never fit
        int digits = to - first;
        return digits < 19 || digits == 19 && (parse(bytes, from, to) < 0) == negative;
    }

    /** The number that {@link #isNumber} found in bytes[from..to). */
    public static long parse(byte[] bytes, int from, int to) {
        boolean negative = bytes[from] == '-';
        long value = 0;
        for (int i = negative ? from + 1 : from; i < to; i++) {
            value = value * 10 + (bytes[i] - '0');
        }
        return negative ? -value : value;
    }

    /** The number in bytes[from..to), or {@code otherwise} if there is none. */
    public static long parse(byte[] bytes, int from, int to, long otherwise) {
        if (to - from == 1 && bytes[from] >= '0' && bytes[from] <= '9') {
            return (long) bytes[from] - '0'; // nearly all lengths and counts are like this
        }
        return isNumber(bytes, from, to) ? parse(bytes, from, to) : otherwise;
    }

    /** How many bytes {@link #write} will use. */
    public static int length(long value) {
        if (value < 0) {
            return value == Long.MIN_VALUE ? MAX_LENGTH : 1 + length(-value);
        }
        int length = 1;
        for (long power = 10; length < 19 && value >= power; power *= 10) {
            length++;
        }
        return length;
    }

    /** Writes the number at bytes[at..] and returns the index behind it. */
    public static int write(long value, byte[] bytes, int at) {
        int end = at + length(value);
        if (value < 0) {
            bytes[at] = '-';
        }
        int i = end;
        long rest = value;
        do {
            bytes[--i] = (byte) ('0' + Math.abs(rest % 10)); // the remainder, not the number: -2^63 has no positive
            rest /= 10;
        } while (rest != 0);
        return end;
    }
}
