package miniredis.proof.mistakes;

import static miniredis.proof.mistakes.Entry.plain;

/** SET with options, numbers in larger steps, several keys in one command. Step 5. */
public enum SetMistake implements SourceMistake {
    EX_IN_MILLISECONDS(
            plain(5, "SET takes the time of EX in milliseconds.")
                    .caughtBy("SETEND-01")
                    .look("the units: EX is in seconds, PX in milliseconds"),
            new Patch(
                    "extensions/SetOptions",
                    "long unit = option.startsWith(\"E\") ? 1000 : 1;",
                    "long unit = option.equals(\"EXAT\") ? 1000 : 1;")),
    PX_IN_SECONDS(
            plain(5, "SET takes the time of PX in seconds.")
                    .caughtBy("SETEND-02")
                    .look("the units: EX is in seconds, PX in milliseconds"),
            new Patch(
                    "extensions/SetOptions",
                    "long unit = option.startsWith(\"E\") ? 1000 : 1;",
                    "long unit = option.startsWith(\"E\") || option.equals(\"PX\") ? 1000 : 1;")),
    EXAT_COUNTS_FROM_NOW(
            plain(5, "SET takes EXAT and PXAT for durations that begin now.")
                    .caughtBy("SETEND-03", "SETEND-07")
                    .look("the end of the lifetime: a calendar time is the end itself"),
            new Patch("extensions/SetOptions", "option.endsWith(\"AT\") ? 0 : now", "now")),
    SET_TAKES_TIME_ZERO(
            plain(5, "SET accepts a time of 0.")
                    .caughtBy("SETEND-09.1")
                    .look("the check of the time: only times greater than 0"),
            new Patch("extensions/SetOptions", "if (number.getAsLong() > 0) {", "if (number.getAsLong() >= 0) {")),
    SET_TAKES_NEGATIVE_TIMES(
            plain(5, "SET accepts a time below 0.")
                    .caughtBy("SETEND-09.4")
                    .look("the check of the time: only times greater than 0"),
            new Patch("extensions/SetOptions", "if (number.getAsLong() > 0) {", "if (number.getAsLong() != 0) {")),
    SET_TIME_RUNS_OVER(
            plain(5, "SET multiplies the time without checking that it fits.")
                    .caughtBy("SETEND-09.8", "SETEND-09.10")
                    .look("the multiplication: use Math.multiplyExact, or a comparison before it"),
            new Patch(
                    "extensions/SetOptions",
                    "Math.addExact(Math.multiplyExact(number.getAsLong(), unit), option.endsWith(\"AT\") ? 0 : now)",
                    "number.getAsLong() * unit + (option.endsWith(\"AT\") ? 0 : now)")),
    SET_KEEPS_THE_OLD_LIFETIME(
            plain(5, "SET with an option keeps the old lifetime.")
                    .caughtBy("SETIF-07")
                    .look("the lifetime: only KEEPTTL keeps it"),
            new Patch(
                    "extensions/StringCommands",
                    "boolean keeps = options.keepsLifetime() && old != null;",
                    "boolean keeps = old != null && args.size() > 2 && options.end().isEmpty();")),
    KEEPTTL_IGNORED(
            plain(5, "SET accepts KEEPTTL, but removes the lifetime.")
                    .caughtBy("KEEPTTL-01")
                    .look("the lifetime: leave it as it is"),
            new Patch(
                    "extensions/StringCommands",
                    "boolean keeps = options.keepsLifetime() && old != null;",
                    "boolean keeps = false;")),
    NX_STORES_ANYWAY(
            plain(5, "SET with NX replaces an old value.")
                    .caughtBy("SETIF-02")
                    .look("the order: look for the key before you store"),
            new Patch("extensions/SetOptions", "return exists ? !onlyNew : !onlyOld;", "return exists || !onlyOld;")),
    XX_STORES_ANYWAY(
            plain(5, "SET with XX stores a new key.")
                    .caughtBy("SETIF-03")
                    .look("the order: look for the key before you store"),
            new Patch("extensions/SetOptions", "return exists ? !onlyNew : !onlyOld;", "return !exists || !onlyNew;")),
    NX_REFUSED_IS_ZERO(
            plain(5, "SET with NX that does not store replies 0.")
                    .caughtBy("SETIF-02", "SETIF-08")
                    .hint("integer for bulk")
                    .look("the reply: null, as for a value that is not there"),
            new Patch(
                    "extensions/StringCommands",
                    "return stores ? Reply.OK : Reply.bulk(null);",
                    "return stores ? Reply.OK : Reply.number(0);")),
    NX_REFUSED_IS_OK(
            plain(5, "SET with NX that does not store replies OK.")
                    .caughtBy("SETIF-02", "SETIF-08")
                    .look("the reply: null, as for a value that is not there"),
            new Patch("extensions/StringCommands", "return stores ? Reply.OK : Reply.bulk(null);", "return Reply.OK;")),
    SET_GET_ANSWERS_THE_NEW_VALUE(
            plain(5, "SET with GET replies with the value it has just stored.")
                    .caughtBy("SETGET-01")
                    .look("the order: remember the old value before you store"),
            new Patch("extensions/StringCommands", "return Reply.bulk(old);", "return Reply.bulk(keyspace.get(key));")),
    SET_GET_STORES_NOTHING(
            plain(5, "SET with GET replies with the old value but stores nothing.")
                    .caughtBy("SETGET-01")
                    .look("the option GET: it belongs to SET, it is not another command"),
            new Patch("extensions/StringCommands", "if (stores) {", "if (stores && !options.answersOld()) {")),
    SET_GET_OF_NOTHING_IS_OK(
            plain(5, "SET with GET of a missing key replies OK.")
                    .caughtBy("SETGET-02")
                    .look("the reply: null, because there was no old value"),
            new Patch(
                    "extensions/StringCommands",
                    "return Reply.bulk(old);",
                    "return old == null ? Reply.OK : Reply.bulk(old);")),
    SET_GET_WITH_NX_IS_NULL(
            plain(5, "SET with NX and GET replies null when it does not store.")
                    .caughtBy("SETGET-03")
                    .hint("null for a value")
                    .look("the reply: with GET it is always the old value"),
            new Patch(
                    "extensions/StringCommands", "return Reply.bulk(old);", "return Reply.bulk(stores ? old : null);")),
    NX_AND_XX_TOGETHER(
            plain(5, "SET accepts NX together with XX.")
                    .caughtBy("SETMIX-02.1", "SETMIX-02.2")
                    .look("the combination of options: check it before anything is done"),
            new Patch(
                    "extensions/SetOptions",
                    "if (nx && xx || keepTtl && time != null) {",
                    "if (keepTtl && time != null) {")),
    TWO_TIMES_TOGETHER(
            plain(5, "SET accepts EX together with PX.")
                    .caughtBy("SETMIX-02.3")
                    .look("the options for the lifetime: one at most"),
            new Patch(
                    "extensions/SetOptions",
                    "!(timeOption.isEmpty() || timeOption.equals(word))",
                    "timeOption.length() > 9")),
    KEEPTTL_WITH_A_TIME(
            plain(5, "SET accepts KEEPTTL together with EX.")
                    .caughtBy("SETMIX-02.6")
                    .look("the options for the lifetime: one at most"),
            new Patch("extensions/SetOptions", "if (nx && xx || keepTtl && time != null) {", "if (nx && xx) {")),
    SET_OPTIONS_IN_CAPITALS(
            plain(5, "SET knows its options only in upper case.")
                    .caughtBy("SETMIX-01.1")
                    .look("the comparison of options: case must not matter"),
            new Patch(
                    "extensions/SetOptions", "words.get(at).text().toUpperCase(Locale.ROOT)", "words.get(at).text()")),
    SET_IGNORES_UNKNOWN_WORDS(
            plain(5, "SET ignores words it does not know.")
                    .caughtBy("SETMIX-03.4", "ARITY-03")
                    .look("unknown words: a syntax error"),
            new Patch("extensions/SetOptions", "default -> throw syntaxError();", "default -> get |= false;")),
    DECRBY_ADDS(
            plain(5, "DECRBY adds.").caughtBy("STEPS-01", "STEPS-02.3").look("the sign: DECRBY must subtract"),
            new Patch(
                    "extensions/StringCommands",
                    "add(args.get(0), negative(number(args.get(1))))",
                    "add(args.get(0), number(args.get(1)))")),
    INCRBY_LOSES_THE_LIFETIME(
            plain(5, "INCRBY removes the lifetime.").caughtBy("STEPS-03.1").look("the lifetime: only SET removes it"),
            new Patch(
                    "extensions/StringCommands",
                    "old == null ? Lifetimes.NEVER : keyspace.end(key)",
                    "Lifetimes.NEVER")),
    INCRBY_RUNS_OVER(
            plain(5, "INCRBY continues from the smallest number after the largest.")
                    .caughtBy("STEPS-04.1")
                    .hint("overflow")
                    .look("the addition: use Math.addExact, or a comparison before it"),
            new Patch(
                    "extensions/StringCommands",
                    "long sum = Math.addExact(number, step);",
                    "long sum = number + step;")),
    DECRBY_OF_THE_SMALLEST(
            plain(5, "DECRBY negates the smallest integer, and gets the same one.")
                    .caughtBy("STEPS-04.4")
                    .hint("overflow")
                    .look("the smallest integer: it has no counterpart, so this is an error"),
            new Patch(
                    "extensions/StringCommands",
                    "if (step == Long.MIN_VALUE) {",
                    "if (step > Long.MAX_VALUE - 1 && step < 0) {")),
    MGET_LEAVES_OUT_MISSING_KEYS(
            plain(5, "MGET leaves out missing keys.").caughtBy("SEVERAL-01").look("the places of missing keys: null"),
            new Patch(
                    "extensions/StringCommands",
                    "keys.stream().map(key -> Reply.bulk(read(key))).toList()",
                    "keys.stream().filter(key -> keyspace.get(key) != null).map(key -> Reply.bulk(read(key))).toList()")),
    MSET_KEEPS_LIFETIMES(
            plain(5, "MSET keeps the lifetimes of the keys.")
                    .caughtBy("SEVERAL-03")
                    .look("the lifetimes: MSET is several SET"),
            new Patch(
                    "extensions/StringCommands",
                    "keyspace.put(args.get(at), args.get(at + 1), Lifetimes.NEVER);",
                    "keyspace.put(args.get(at), args.get(at + 1), keyspace.get(args.get(at)) == null ? Lifetimes.NEVER : keyspace.end(args.get(at)));")),
    MSET_STORES_WHAT_IT_CAN(
            plain(5, "MSET stores the pairs before the incomplete one, and then replies with an error.")
                    .caughtBy("SEVERAL-05")
                    .look("the order: count the arguments before anything is stored"),
            new Patch(
                    "extensions/StringCommands",
                    "if (args.size() % 2 != 0) {",
                    "for (int at = 0; args.size() % 2 != 0 && at + 1 < args.size(); at += 2) { keyspace.put(args.get(at), args.get(at + 1), Lifetimes.NEVER); } if (args.size() % 2 != 0) {"));

    private final Entry entry;
    private final Patch patch;

    SetMistake(Entry entry, Patch patch) {
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
