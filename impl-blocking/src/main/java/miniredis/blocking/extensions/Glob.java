package miniredis.blocking.extensions;

import miniredis.blocking.Bytes;

/**
 * Patterns as in Redis: {@code *} matches any bytes, {@code ?} one byte, {@code [a-c]} one byte of this set, {@code [^a-c]} one
 * byte that is not in it; after a {@code \} the next byte has no special meaning.
 */
final class Glob {
    private final byte[] pattern;
    private final byte[] text;

    private Glob(Bytes pattern, Bytes text) {
        this.pattern = pattern.content();
        this.text = text.content();
    }

    static boolean matches(Bytes pattern, Bytes text) {
        return new Glob(pattern, text).matches();
    }

    /** After a mismatch, the last star takes one byte more. Earlier stars are not tried again: so no pattern takes very long. */
    private boolean matches() {
        int p = 0;
        int t = 0;
        int star = -1;
        int resume = 0;
        while (t < text.length) {
            if (p < pattern.length && pattern[p] == '*') {
                star = ++p;
                resume = t;
            } else if (p < pattern.length && matchesOne(p, text[t])) {
                p = next(p);
                t++;
            } else if (star >= 0) {
                p = star;
                t = ++resume;
            } else {
                return false;
            }
        }
        while (p < pattern.length && pattern[p] == '*') {
            p++;
        }
        return p >= pattern.length;
    }

    /** Whether the part of the pattern that begins at {@code p} matches this byte. */
    private boolean matchesOne(int p, byte b) {
        return switch (pattern[p]) {
            case '?' -> true;
            case '[' -> isInSet(p, b);
            case '\\' -> pattern[p + 1 < pattern.length ? p + 1 : p] == b;
            default -> pattern[p] == b;
        };
    }

    private int next(int p) {
        return switch (pattern[p]) {
            case '[' -> Math.min(pattern.length, closing(p) + 1);
            case '\\' -> Math.min(pattern.length, p + 2);
            default -> p + 1;
        };
    }

    /** The bracket that closes the set, or the end of the pattern. A bracket that ends a range does not close the set. */
    private int closing(int p) {
        int at = p + 1;
        at += at < pattern.length && pattern[at] == '^' ? 1 : 0;
        while (at < pattern.length && pattern[at] != ']') {
            if (pattern[at] == '\\') {
                at += 2;
            } else {
                at += at + 2 < pattern.length && pattern[at + 1] == '-' ? 3 : 1;
            }
        }
        return at;
    }

    private boolean isInSet(int p, byte b) {
        int end = Math.min(closing(p), pattern.length);
        int at = p + 1;
        boolean not = at < end && pattern[at] == '^';
        at += not ? 1 : 0;
        boolean found = false;
        while (at < end) {
            if (pattern[at] == '\\' && at + 1 < end) {
                found |= pattern[at + 1] == b;
                at += 2;
            } else if (at + 2 < end && pattern[at + 1] == '-') {
                int low = Math.min(pattern[at] & 0xff, pattern[at + 2] & 0xff);
                int high = Math.max(pattern[at] & 0xff, pattern[at + 2] & 0xff);
                found |= (b & 0xff) >= low && (b & 0xff) <= high;
                at += 3;
            } else {
                found |= pattern[at] == b;
                at++;
            }
        }
        return found != not;
    }
}
