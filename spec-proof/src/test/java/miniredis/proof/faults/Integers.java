package miniredis.proof.faults;

import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Integers as Redis writes them, and how the functions of some languages parse other texts. */
final class Integers {
    private static final Pattern AT_THE_BEGINNING = Pattern.compile("-?\\d+");

    private Integers() {}

    /** Exactly the texts that Redis would print for a 64-bit integer. */
    static OptionalLong strict(String text) {
        try {
            long number = Long.parseLong(text);
            return Long.toString(number).equals(text) ? OptionalLong.of(number) : OptionalLong.empty();
        } catch (NumberFormatException notANumber) {
            return OptionalLong.empty();
        }
    }

    /** Takes the digits at the beginning and ignores the rest, as atoi does. */
    static OptionalLong atTheBeginning(String text) {
        var digits = AT_THE_BEGINNING.matcher(text);
        return digits.lookingAt() ? strict(digits.group()) : OptionalLong.empty();
    }

    /** In a given base, after a prefix. */
    static OptionalLong behind(String prefix, String text, int base) {
        return text.startsWith(prefix)
                ? OptionalLong.of(Long.parseLong(text.substring(prefix.length()), base))
                : strict(text);
    }

    static OptionalLong withoutZeros(String text) {
        return strict(text.replaceFirst("^(-?)0+(?=\\d)", "$1"));
    }
}
