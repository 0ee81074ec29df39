package miniredis.bench;

import java.util.Locale;

/** What can be measured, in the order of the tables' columns. */
public enum Quantity {
    REQUESTS("requests/s", "%,.0f", Better.MORE),
    CPU("server CPU µs/request", "%.2f", Better.LESS),
    P50("p50 ms", "%.3f", Better.LESS),
    P99("p99 ms", "%.3f", Better.LESS),
    MAX("max ms", "%.1f", Better.LESS),
    /** Of one processor, as below; at 100 % redis-benchmark, which has one thread, can't send faster. */
    GENERATOR_BUSY("redis-benchmark busy %", "%.0f", Better.NEITHER),
    OTHERS_BUSY("other programs busy %", "%.0f", Better.NEITHER),
    LONGEST_WAIT("longest PING wait ms", "%.1f", Better.LESS),
    /** How late the measuring thread itself was woken, at worst: waits up to this long say nothing about the server. */
    OWN_STALL("this machine's own stall ms", "%.1f", Better.NEITHER),
    BYTES_PER_KEY("resident bytes/key", "%.0f", Better.LESS),
    KEYS_LOADED("keys loaded/s", "%,.0f", Better.MORE),
    SECONDS_UNTIL_GONE("s until DBSIZE is 0", "%.1f", Better.LESS),
    RESIDENT_LOADED("MB with keys", "%,.0f", Better.LESS),
    RESIDENT_EXPIRED("MB 3 s after expiry", "%,.0f", Better.LESS),
    RESIDENT_RELOADED("MB with as many new keys", "%,.0f", Better.LESS);

    enum Better {
        MORE,
        LESS,
        NEITHER
    }

    private final String title;
    private final String format;
    private final Better better;

    Quantity(String title, String format, Better better) {
        this.title = title;
        this.format = format;
        this.better = better;
    }

    String title() {
        return title;
    }

    String format(double value) {
        return String.format(Locale.ROOT, format, value);
    }

    /** Whether a ratio between two servers means something. */
    boolean isCompared() {
        return better != Better.NEITHER;
    }

    String direction() {
        return switch (better) {
            case MORE -> "more is better";
            case LESS -> "less is better";
            case NEITHER -> "";
        };
    }

    /** Shown with its spread: the conclusions rest on these. */
    boolean showsSpread() {
        return this == REQUESTS || this == CPU || this == LONGEST_WAIT || this == BYTES_PER_KEY;
    }
}
