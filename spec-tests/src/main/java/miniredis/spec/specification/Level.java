package miniredis.spec.specification;

import java.util.Locale;

/** How much of Redis a scenario asks for. */
public enum Level {
    /** What every client depends on. */
    PLAIN,
    /** Byte-for-byte equality with Redis; part of strict runs only. */
    EXACT;

    /** As results name it: {@code plain}, {@code exact}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
