package miniredis.spec.steps;

import java.security.SecureRandom;
import miniredis.spec.wire.Bytes;

/**
 * Gives a scenario its own keys: a random prefix of fixed length. So scenarios can share a server, run twice on the same
 * one, and start from keys that do not exist, without any command to delete them.
 */
final class Keys {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
    private static final String LETTERS_AND_DIGITS = LETTERS + "0123456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] prefix = newPrefix();

    private static byte[] newPrefix() {
        // A server may take what begins with a digit for a number; whether it does must not depend on chance.
        var text = new StringBuilder().append(one(LETTERS));
        while (text.length() < 6) {
            text.append(one(LETTERS_AND_DIGITS));
        }
        return Bytes.of(text.append(':').toString());
    }

    private static char one(String of) {
        return of.charAt(RANDOM.nextInt(of.length()));
    }

    /** Letters and digits, a letter first, that nothing else begins with. */
    static String newOwner() {
        return Bytes.text(newPrefix());
    }

    /** The key as it travels. The empty key has no room for a prefix. */
    byte[] onTheWire(byte[] key) {
        return key.length == 0 ? key : Bytes.concat(prefix, key);
    }

    /** The same bytes with every key replaced by its namesake in {@code other}; no length changes. */
    byte[] translate(byte[] bytes, Keys other) {
        var from = Bytes.text(prefix);
        var to = Bytes.text(other.prefix);
        return Bytes.of(Bytes.text(bytes).replace(from, to));
    }
}
