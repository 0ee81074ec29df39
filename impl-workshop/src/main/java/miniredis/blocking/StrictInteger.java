package miniredis.blocking;

import java.util.OptionalLong;

/**
 * An integer as Redis understands it: exactly the text that Redis itself would print for a 64-bit number. So {@code 5} and
 * {@code -7} are integers; {@code +5}, {@code 05}, {@code -0}, {@code " 5"}, {@code 1e3} and the empty text are not.
 */
public final class StrictInteger {
    private static final int LONGEST = String.valueOf(Long.MIN_VALUE).length();

    private StrictInteger() {}

    public static OptionalLong parse(Bytes bytes) {
        return bytes.length() > LONGEST ? OptionalLong.empty() : parse(bytes.text());
    }

    /** Long.parseLong accepts a plus sign and leading zeros, too. So the number is printed again, and the texts are compared. */
    public static OptionalLong parse(String text) {
        // TODO Step 2, part 3 (docs/lectures/02-protocol.md): Accept as an integer only what Redis itself would
        //   print. Long.parseLong alone accepts too much. INCR and EXPIRE will use this, too.
        // Turns green: PROTO-10, PROTO-11
        // Until then: it accepts too much.
        try {
            return OptionalLong.of(Long.parseLong(text));
        } catch (NumberFormatException notANumber) {
            return OptionalLong.empty();
        }
    }
}
