package miniredis.blocking.limits;

import java.util.Locale;
import java.util.Map;

/** Sizes as Redis writes them, in upper or lower case: {@code 100}, {@code 64mb}, {@code 1g}. A k is 1000, and a kb 1024. */
public final class MemorySize {
    private static final Map<String, Long> UNITS = Map.of(
            "", 1L,
            "b", 1L,
            "k", 1_000L,
            "kb", 1L << 10,
            "m", 1_000_000L,
            "mb", 1L << 20,
            "g", 1_000_000_000L,
            "gb", 1L << 30);

    private MemorySize() {}

    /** @return bytes; @throws IllegalArgumentException if the text is not a size */
    public static long parse(String text) {
        String unit = text.replaceFirst("^[0-9]{1,18}", "");
        Long bytes = UNITS.get(unit.toLowerCase(Locale.ROOT));
        if (bytes == null || unit.length() == text.length()) {
            throw new IllegalArgumentException("a size of memory is like 100mb or 2gb, not " + text);
        }
        long count = Long.parseLong(text.substring(0, text.length() - unit.length()));
        return count > Long.MAX_VALUE / bytes ? Long.MAX_VALUE : count * bytes;
    }

    /** For messages. */
    static String inMegabytes(long bytes) {
        return (bytes >> 20) + " MB";
    }
}
