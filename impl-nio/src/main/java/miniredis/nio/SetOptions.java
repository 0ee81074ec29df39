package miniredis.nio;

import java.util.Locale;
import miniredis.nio.store.Keyspace;

/**
 * The options of SET, which follow the value.
 *
 * @param expiry in milliseconds since 1970, or {@link Keyspace#NEVER}
 * @param keepsExpiry whether the old expiry stays
 * @param get whether the reply is the old value
 */
record SetOptions(long expiry, boolean keepsExpiry, boolean nx, boolean xx, boolean get) {
    private static final int FIRST = 3;

    /** @throws CommandError if a word is not an option, a time is invalid, or options contradict each other */
    static SetOptions parse(Request request, long now) {
        String option = "";
        Argument time = null;
        boolean keep = false;
        boolean nx = false;
        boolean xx = false;
        boolean get = false;
        for (int i = FIRST; i < request.count(); i++) {
            var word = request.argument(i).text(Integer.MAX_VALUE).toLowerCase(Locale.ROOT);
            switch (word) {
                case "nx" -> nx = true;
                case "xx" -> xx = true;
                case "get" -> get = true;
                case "keepttl" -> keep = true;
                case "ex", "px", "exat", "pxat" -> {
                    if (i + 1 == request.count() || !(option.isEmpty() || option.equals(word))) {
                        throw CommandError.SYNTAX;
                    }
                    option = word;
                    time = request.argument(++i);
                }
                default -> throw CommandError.SYNTAX;
            }
        }
        if (nx && xx || keep && time != null) {
            throw CommandError.SYNTAX;
        }
        return new SetOptions(time == null ? Keyspace.NEVER : expiry(option, time.integer(), now), keep, nx, xx, get);
    }

    private static long expiry(String option, long time, long now) {
        try {
            if (time > 0) {
                long millis = Math.multiplyExact(time, option.startsWith("e") ? 1000L : 1L);
                return Math.addExact(millis, option.endsWith("at") ? 0 : now);
            }
        } catch (ArithmeticException tooFar) {
            // the same error
        }
        throw new CommandError("ERR invalid expire time in 'set' command");
    }

    boolean allow(boolean exists) {
        return exists ? !nx : !xx;
    }
}
