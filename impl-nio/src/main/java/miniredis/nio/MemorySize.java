package miniredis.nio;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Sizes of memory as Redis writes them, in upper or lower case: {@code 100}, {@code 100b}, {@code 64mb}, {@code 1g}. As in
 * Redis, k, m and g are powers of 1000, and kb, mb and gb powers of 1024.
 */
final class MemorySize {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,18})(b|k|kb|m|mb|g|gb)?");

    private MemorySize() {}

    /** In bytes, at most {@link Long#MAX_VALUE}; @throws IllegalArgumentException if the text is not a size */
    static long parse(String text) {
        var form = FORM.matcher(text.toLowerCase(Locale.ROOT));
        if (!form.matches()) {
            throw new IllegalArgumentException("a size of memory is like 100mb or 2gb, not '" + text + "'");
        }
        long count = Long.parseLong(form.group(1));
        long unit = unit(form.group(2));
        return count > Long.MAX_VALUE / unit ? Long.MAX_VALUE : count * unit;
    }

    /** For messages: in MB, rounded down. */
    static String inMegabytes(long bytes) {
        return (bytes >> 20) + " MB";
    }

    private static long unit(String name) {
        if (name == null) {
            return 1;
        }
        return switch (name) {
            case "k" -> 1_000;
            case "kb" -> 1L << 10;
            case "m" -> 1_000_000;
            case "mb" -> 1L << 20;
            case "g" -> 1_000_000_000;
            case "gb" -> 1L << 30;
            default -> 1;
        };
    }
}
