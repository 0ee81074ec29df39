package miniredis.proof.mistakes;

import static miniredis.proof.mistakes.Entry.exact;
import static miniredis.proof.mistakes.Entry.plain;

/** Keys and their lifetimes. Step 5. */
public enum KeysMistake implements SourceMistake {
    DEL_COUNTS_ALL_NAMES(
            plain(5, "DEL counts every key it is given, whether it exists or not.")
                    .caughtBy("DEL-02")
                    .look("the count: only keys that were removed"),
            new Patch(
                    "extensions/KeyCommands",
                    "keys.stream().filter(keyspace::delete).count()",
                    "keys.stream().map(keyspace::delete).toList().size()")),
    DEL_TAKES_ONE_KEY(
            plain(5, "DEL deletes only the first key.").caughtBy("DEL-02").look("the arguments: loop over all of them"),
            new Patch(
                    "extensions/KeyCommands",
                    "(client, keys) -> delete(keys), WRITES",
                    "(client, keys) -> delete(keys.subList(0, 1)), WRITES")),
    DEL_ANSWERS_OK(
            plain(5, "DEL replies OK.")
                    .caughtBy("DEL-01", "WATCH-07")
                    .hint("simple for integer")
                    .look("the reply: the number of deleted keys, with :"),
            new Patch(
                    "extensions/KeyCommands",
                    "return Reply.number(keys.stream().filter(keyspace::delete).count());",
                    "keys.forEach(keyspace::delete); return Reply.OK;")),
    DEL_LEAVES_THE_LIFETIME(
            plain(5, "DEL removes the value but keeps the lifetime.")
                    .caughtBy("DEL-05")
                    .look("the removal: remove value and lifetime together"),
            new Patch(
                    "Keyspace",
                    "boolean exists = live(key) != null; remove(key);",
                    "boolean exists = live(key) != null; values.remove(key);")),
    EXISTS_COUNTS_ONCE(
            plain(5, "EXISTS counts a key only once, however often it is named.")
                    .caughtBy("EXISTS-02")
                    .look("the count: arguments, not different keys"),
            new Patch(
                    "extensions/KeyCommands",
                    "keys.stream().filter(this::read).count()",
                    "keys.stream().distinct().filter(this::read).count()")),
    EXISTS_IS_YES_OR_NO(
            plain(5, "EXISTS replies 1 or 0 for any number of keys.")
                    .caughtBy("EXISTS-02")
                    .look("the reply: a count, not a boolean"),
            new Patch(
                    "extensions/KeyCommands",
                    "keys.stream().filter(this::read).count()",
                    "keys.stream().filter(this::read).count() > 0 ? 1 : 0")),
    EXPIREAT_COUNTS_FROM_NOW(
            plain(5, "EXPIREAT takes its time for a duration that begins now.")
                    .caughtBy("CALENDAR-01", "CONDITION-03")
                    .look("the end of the lifetime: a calendar time is the end itself"),
            new Patch(
                    "extensions/KeyCommands",
                    "expire(\"expireat\", 1000, 0, args)",
                    "expire(\"expireat\", 1000, clock.millis(), args)")),
    PEXPIREAT_IN_SECONDS(
            plain(5, "PEXPIREAT takes its time in seconds.")
                    .caughtBy("CALENDAR-02")
                    .look("the unit: the P stands for milliseconds"),
            new Patch(
                    "extensions/KeyCommands",
                    "expire(\"pexpireat\", 1, 0, args)",
                    "expire(\"pexpireat\", 1000, 0, args)")),
    PEXPIRE_IN_SECONDS(
            plain(5, "PEXPIRE takes its time in seconds.")
                    .caughtBy("PEXPIRE-01")
                    .look("the unit: the P stands for milliseconds"),
            new Patch(
                    "extensions/KeyCommands",
                    "expire(\"pexpire\", 1, clock.millis(), args)",
                    "expire(\"pexpire\", 1000, clock.millis(), args)")),
    PTTL_IN_SECONDS(
            plain(5, "PTTL replies in seconds.")
                    .caughtBy("PEXPIRE-01", "PEXPIRE-02", "SETEND-01")
                    .look("the unit: the P stands for milliseconds"),
            new Patch(
                    "extensions/KeyCommands",
                    "keyspace.end(key) - clock.millis())",
                    "(keyspace.end(key) - clock.millis()) / 1000)")),
    EXPIRETIME_IS_CUT_OFF(
            exact(5, "EXPIRETIME drops the milliseconds instead of rounding them.")
                    .caughtBy("CALENDAR-03.2")
                    .look("the rounding: add half a second before the division"),
            new Patch("extensions/KeyCommands", "(keyspace.end(key) + unit / 2) / unit", "keyspace.end(key) / unit")),
    PEXPIRETIME_IN_SECONDS(
            plain(5, "PEXPIRETIME replies in seconds.")
                    .caughtBy("CALENDAR-01", "CALENDAR-02", "SETEND-03")
                    .look("the unit: the P stands for milliseconds"),
            new Patch(
                    "extensions/KeyCommands",
                    "expireTime(keys.get(0), 1), READS",
                    "expireTime(keys.get(0), 1000), READS")),
    EXPIRETIME_OF_NO_KEY_IS_MINUS_ONE(
            plain(5, "EXPIRETIME of a missing key is -1.")
                    .caughtBy("CALENDAR-04.1")
                    .look("the reply: -2 without a key, -1 without a lifetime"),
            new Patch(
                    "extensions/KeyCommands",
                    "if (!exists(key)) { return Reply.number(-2); } return Reply.number(keyspace.end(key) == Lifetimes.NEVER ? -1 : (",
                    "if (!exists(key)) { return Reply.number(-1); } return Reply.number(keyspace.end(key) == Lifetimes.NEVER ? -1 : (")),
    A_PASSED_TIME_KEEPS_THE_KEY(
            plain(5, "A time in the past is rejected instead of deleting the key.")
                    .caughtBy("CALENDAR-05.1", "CONDITION-06", "EXPIRE-07.1")
                    .look("a lifetime that has ended: delete the key immediately"),
            new Patch(
                    "Keyspace",
                    "if (live(key) == null || !condition",
                    "if (end <= clock.millis() || live(key) == null || !condition")),
    PERSIST_ANSWERS_ONE_ALWAYS(
            plain(5, "PERSIST replies 1 for every key that exists.")
                    .caughtBy("PERSIST-02")
                    .look("the reply: 1 only if there was a lifetime"),
            new Patch(
                    "extensions/KeyCommands",
                    "if (value == null || keyspace.end(key) == Lifetimes.NEVER) {",
                    "if (value == null) {")),
    PERSIST_DOES_NOTHING(
            plain(5, "PERSIST replies 1 but keeps the lifetime.")
                    .caughtBy("PERSIST-01")
                    .look("the lifetime: remove it before you reply"),
            new Patch("extensions/KeyCommands", "keyspace.put(key, value, Lifetimes.NEVER);", "")),
    CONDITIONS_IGNORED(
            plain(5, "EXPIRE accepts NX, XX, GT and LT, but sets the lifetime anyway.")
                    .caughtBy("CONDITION-01.2")
                    .look("the order: check the condition before you set the lifetime"),
            new Patch("Keyspace", "|| !condition.allows(lifetimes.end(key), end)", "")),
    GT_WITHOUT_A_LIFETIME(
            plain(5, "GT sets a lifetime on a key that has none.")
                    .caughtBy("CONDITION-01.3")
                    .look("keys without a lifetime: they never end, so no end is later"),
            new Patch(
                    "ExpireCondition",
                    "case GT -> hasLifetime && next > present;",
                    "case GT -> !hasLifetime || next > present;")),
    LT_WITHOUT_A_LIFETIME(
            plain(5, "LT sets no lifetime on a key that has none.")
                    .caughtBy("CONDITION-01.4")
                    .look("keys without a lifetime: they never end, so every end is earlier"),
            new Patch(
                    "ExpireCondition",
                    "case LT -> !hasLifetime || next < present;",
                    "case LT -> hasLifetime && next < present;")),
    GT_TAKES_THE_SAME_END(
            plain(5, "GT accepts an end that is the same as the old one.")
                    .caughtBy("CONDITION-05")
                    .look("the comparison: greater, not greater or equal"),
            new Patch(
                    "ExpireCondition",
                    "case GT -> hasLifetime && next > present;",
                    "case GT -> hasLifetime && next >= present;")),
    ONE_CONDITION_IS_ENOUGH(
            plain(5, "If one of several options allows the change, that is enough.")
                    .caughtBy("CONDITION-02.8")
                    .look("the options: all of them must allow it"),
            new Patch(
                    "ExpireCondition",
                    "options.stream().allMatch(option",
                    "options.isEmpty() || options.stream().anyMatch(option")),
    CONTRADICTIONS_ALLOWED(
            plain(5, "EXPIRE accepts NX together with XX.")
                    .caughtBy("CONDITION-07.1")
                    .look("the combination of options: check it first"),
            new Patch(
                    "ExpireCondition",
                    "if (options.contains(Option.NX) && options.size() > 1) {",
                    "if (options.size() > 4) {")),
    DBSIZE_IS_ONE_TOO_MANY(
            plain(5, "DBSIZE counts one key too many.")
                    .caughtBy("DBSIZE-01", "DBSIZE-02")
                    .look("the number of keys"),
            new Patch("extensions/KeyCommands", "Reply.number(keyspace.size())", "Reply.number(keyspace.size() + 1)")),
    FLUSHALL_LEAVES_LIFETIMES(
            plain(5, "FLUSHALL removes the values but keeps the lifetimes.")
                    .caughtBy("DBSIZE-03", "METRIC-15")
                    .look("the removal: remove values and lifetimes together"),
            new Patch("Keyspace", "values.clear(); lifetimes.clear();", "values.clear();")),
    FLUSHALL_TAKES_ANY_WORD(
            plain(5, "FLUSHALL accepts any word as a mode.")
                    .caughtBy("DBSIZE-05")
                    .look("the modes: SYNC, ASYNC, and nothing else"),
            new Patch("extensions/KeyCommands", "args.size() == 1 && !isMode(args.get(0).text())", "args.size() > 2")),
    FLUSHALL_MODE_IN_CAPITALS_ONLY(
            plain(5, "FLUSHALL knows its modes only in upper case.")
                    .caughtBy("DBSIZE-04.2")
                    .look("the comparison of options: case must not matter"),
            new Patch("extensions/KeyCommands", ".contains(word.toUpperCase(Locale.ROOT))", ".contains(word)")),
    NO_ACTIVE_EXPIRY(
            plain(5, "Expired keys are removed only when a client reads them.")
                    .caughtBy("ACTIVE-01")
                    .look("active expiry: a task that looks for expired keys, now and then"),
            new Patch("Expiry", "removed = keyspace.removeExpired(SAMPLE);", "removed = 0;")),
    ACTIVE_EXPIRY_TOO_SLOW(
            plain(5, "The task for active expiry removes only one key each time.")
                    .caughtBy("ACTIVE-04")
                    .look("the loop of the task: continue immediately while many keys have expired"),
            new Patch("Expiry", "removed = keyspace.removeExpired(SAMPLE);", "removed = keyspace.removeExpired(1);")),
    ACTIVE_EXPIRY_TOO_EAGER(
            plain(5, "The task for active expiry removes keys that have not expired.")
                    .caughtBy("ACTIVE-03", "TTL-04", "GONE-06")
                    .look("the comparison: with the current time"),
            new Patch(
                    "Keyspace",
                    "if (isOver(key)) { removeEnded(key); removed++;",
                    "if (key != null) { removeEnded(key); removed++;"));

    private final Entry entry;
    private final Patch patch;

    KeysMistake(Entry entry, Patch patch) {
        this.entry = entry;
        this.patch = patch;
    }

    @Override
    public Entry entry() {
        return entry;
    }

    @Override
    public Patch patch() {
        return patch;
    }
}
