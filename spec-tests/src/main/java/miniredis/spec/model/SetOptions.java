package miniredis.spec.model;

import java.util.List;

/**
 * What follows the value in SET. See https://redis.io/docs/latest/commands/set/
 *
 * @param end when the value ends; {@link Moment#NEVER} where no option says so
 */
record SetOptions(Moment end, boolean keepsEnd, boolean onlyNew, boolean onlyOld, boolean answersOld) {
    private static final String SYNTAX = "ERR syntax error";
    private static final String INVALID = "ERR invalid expire time in 'set' command";

    /** Words are judged before times. An option may be repeated; two that contradict each other may not be together. */
    static SetOptions parse(List<String> words, Moment now) throws RefusedException {
        String unit = "";
        String time = "";
        boolean keepTtl = false;
        boolean nx = false;
        boolean xx = false;
        boolean get = false;
        for (int at = 0; at < words.size(); at++) {
            String word = Text.lower(Text.untilNul(words.get(at)));
            switch (word) {
                case "nx" -> nx = true;
                case "xx" -> xx = true;
                case "get" -> get = true;
                case "keepttl" -> keepTtl = true;
                case "ex", "px", "exat", "pxat" -> {
                    if (at + 1 == words.size() || !unit.isEmpty() && !unit.equals(word)) {
                        throw new RefusedException(SYNTAX);
                    }
                    unit = word;
                    time = words.get(++at);
                }
                default -> throw new RefusedException(SYNTAX);
            }
        }
        if (nx && xx || keepTtl && !unit.isEmpty()) {
            throw new RefusedException(SYNTAX);
        }
        return new SetOptions(unit.isEmpty() ? Moment.NEVER : end(unit, time, now), keepTtl, nx, xx, get);
    }

    private static Moment end(String unit, String text, Moment now) throws RefusedException {
        long time = Text.integer(text).orElseThrow(() -> new RefusedException(StringCommands.NO_INTEGER));
        long factor = unit.startsWith("e") ? 1000 : 1;
        if (time <= 0 || time > Long.MAX_VALUE / factor) {
            throw new RefusedException(INVALID);
        }
        if (unit.endsWith("at")) {
            return Moment.at(time * factor);
        }
        if (time * factor > Long.MAX_VALUE - now.latest()) {
            throw new RefusedException(INVALID);
        }
        return now.plus(time * factor);
    }
}
