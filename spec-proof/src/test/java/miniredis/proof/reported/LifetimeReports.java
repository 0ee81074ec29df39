package miniredis.proof.reported;

import java.util.List;
import miniredis.proof.mistakes.Patch;

/** EXPIRE and all other commands that set, show and remove lifetimes. */
final class LifetimeReports {
    private static final String COMMANDS = "extensions/KeyCommands";

    private LifetimeReports() {}

    static List<Report> all() {
        return List.of(
                Report.of(
                        "redis/redis#9825",
                        "EXPIRE with 18446744073709561 seconds wraps to nine.",
                        new Patch(
                                "Keyspace",
                                "return Math.addExact(Math.multiplyExact(seconds, 1000L), clock.millis());",
                                "if (seconds > 0 && seconds * 1000L < 0) { throw new ArithmeticException(); } return Math.addExact(seconds < 0 ? Math.multiplyExact(seconds, 1000L) : seconds * 1000L, clock.millis());")),
                Report.of(
                        "redis/redis#3739",
                        "PEXPIRE with the largest number overflows and deletes the key.",
                        new Patch(
                                COMMANDS,
                                "Math.addExact(Math.multiplyExact(time, unit), from)",
                                "Math.multiplyExact(time, unit) + from")),
                Report.of(
                        "redis/redis#8287",
                        "EXPIRE checks only large numbers, not those far below 0.",
                        new Patch(
                                "Keyspace",
                                "return Math.addExact(Math.multiplyExact(seconds, 1000L), clock.millis());",
                                "if (seconds < 0) { return seconds * 1000L + clock.millis(); } return Math.addExact(Math.multiplyExact(seconds, 1000L), clock.millis());")),
                Report.of(
                        "dragonflydb/dragonfly#6203",
                        "A time in the past deletes the key, whatever NX, XX, GT and LT say.",
                        new Patch(
                                "Keyspace",
                                "|| !condition.allows(lifetimes.end(key), end)) {",
                                "|| end > clock.millis() && !condition.allows(lifetimes.end(key), end)) {")),
                Late.report(
                        "redis/redis#4048",
                        "PERSIST brings back an expired key.",
                        new Patch(
                                COMMANDS,
                                "var value = keyspace.get(key); if (value == null || keyspace.end(key)",
                                "var value = keyspace.stored(key); if (value == null || keyspace.end(key)")),
                Report.of(
                        "yinqiwen/ardb#276",
                        "PERSIST deletes the key and replies 0.",
                        new Patch(
                                COMMANDS,
                                "keyspace.put(key, value, Lifetimes.NEVER); return Reply.yesOrNo(true);",
                                "keyspace.delete(key); return Reply.yesOrNo(false);")),
                Late.report(
                        "redis/redis#1648",
                        "DEL counts an expired key.",
                        new Patch(
                                "Keyspace",
                                "boolean exists = live(key) != null;",
                                "boolean exists = values.containsKey(key);")),
                Report.known("yeahoffline/redis-mock#67", "incr-clears-the-lifetime"),
                Report.known("jamesls/fakeredis#57", "del-leaves-the-lifetime"),
                Report.of(
                        "an empty value as none",
                        "EXPIRE and TTL take an empty value for a missing key.",
                        new Patch(
                                "Keyspace",
                                "if (live(key) == null || !condition",
                                "if (live(key) == null || live(key).length() == 0 || !condition"),
                        new Patch(
                                "Keyspace",
                                "if (live(key) == null) { return -2; }",
                                "if (live(key) == null || live(key).length() == 0) { return -2; }")));
    }
}
