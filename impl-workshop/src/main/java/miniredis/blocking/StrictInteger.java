package miniredis.blocking;

import java.util.OptionalLong;

/**
 * What Redis calls an integer: exactly the text it would print for a 64-bit number itself. So {@code 5} and {@code -7} are
 * integers; {@code +5}, {@code 05}, {@code -0}, {@code " 5"}, {@code 1e3} and the empty text are not.
 */
public final class StrictInteger {
    private static final int LONGEST = String.valueOf(Long.MIN_VALUE).length();

    private StrictInteger() {}

    public static OptionalLong parse(Bytes bytes) {
        return bytes.length() > LONGEST ? OptionalLong.empty() : parse(bytes.text());
    }

    /** Long.parseLong forgives a plus sign and leading zeros. Printing the number again shows whether it had to. */
    public static OptionalLong parse(String text) {
        // TODO Step 2, part 4 (docs/lectures/02-protocol.md): Take for an integer only what Redis would print
        //   for one itself. Long.parseLong alone is too kind. INCR and EXPIRE will use this too.
        // Turns green: PROTO-10, PROTO-11
        // Until then: too kind.
        try {
            return OptionalLong.of(Long.parseLong(text));
        } catch (NumberFormatException notANumber) {
            return OptionalLong.empty();
        }
    }
}
