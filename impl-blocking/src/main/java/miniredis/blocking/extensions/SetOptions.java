package miniredis.blocking.extensions;

import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import miniredis.blocking.Bytes;
import miniredis.blocking.CommandException;
import miniredis.blocking.StrictInteger;

/**
 * The options of SET, which follow the value. See https://redis.io/docs/latest/commands/set/
 *
 * @param end when the key ends, in milliseconds since 1970; empty if no option gives a time
 * @param keepsLifetime whether the lifetime stays as it was
 * @param onlyNew whether the key must not exist
 * @param onlyOld whether the key must exist
 * @param answersOld whether the reply is the old value
 */
record SetOptions(OptionalLong end, boolean keepsLifetime, boolean onlyNew, boolean onlyOld, boolean answersOld) {

    /** @throws CommandException if a word is not an option, a time is invalid, or options contradict each other */
    static SetOptions parse(List<Bytes> words, long now) {
        String timeOption = "";
        Bytes time = null;
        boolean keepTtl = false;
        boolean nx = false;
        boolean xx = false;
        boolean get = false;
        for (int at = 0; at < words.size(); at++) {
            String word = words.get(at).text().toUpperCase(Locale.ROOT);
            boolean more = at + 1 < words.size();
            switch (word) {
                case "NX" -> nx = true;
                case "XX" -> xx = true;
                case "GET" -> get = true;
                case "KEEPTTL" -> keepTtl = true;
                case "EX", "PX", "EXAT", "PXAT" -> {
                    if (!more || !(timeOption.isEmpty() || timeOption.equals(word))) {
                        throw syntaxError();
                    }
                    timeOption = word;
                    time = words.get(++at);
                }
                default -> throw syntaxError();
            }
        }
        if (nx && xx || keepTtl && time != null) {
            throw syntaxError();
        }
        var end = time == null ? OptionalLong.empty() : OptionalLong.of(end(timeOption, time, now));
        return new SetOptions(end, keepTtl, nx, xx, get);
    }

    private static long end(String option, Bytes time, long now) {
        var number = StrictInteger.parse(time);
        if (number.isEmpty()) {
            throw new CommandException("ERR value is not an integer or out of range");
        }
        try {
            long unit = option.startsWith("E") ? 1000 : 1;
            long end = Math.addExact(Math.multiplyExact(number.getAsLong(), unit), option.endsWith("AT") ? 0 : now);
            if (number.getAsLong() > 0) {
                return end;
            }
        } catch (ArithmeticException tooFar) {
            // the same error as for a time that is not positive
        }
        throw new CommandException("ERR invalid expire time in 'set' command");
    }

    private static CommandException syntaxError() {
        return new CommandException("ERR syntax error");
    }

    boolean allow(boolean exists) {
        return exists ? !onlyNew : !onlyOld;
    }
}
