package miniredis.proof.reported;

import java.util.List;
import miniredis.proof.mistakes.Patch;

/** INCR and its relatives, SET and its options, several keys in one command. */
final class StringReports {
    private static final String COMMANDS = "extensions/StringCommands";
    private static final String OPTIONS = "extensions/SetOptions";

    private StringReports() {}

    static List<Report> all() {
        return List.of(
                Report.of(
                        "microsoft/garnet#290",
                        "INCR of a stored 0 is an error.",
                        new Patch(
                                "Keyspace",
                                "return StrictInteger.parse(value)",
                                "return StrictInteger.parse(value.text().equals(\"0\") ? Bytes.of(\"x\") : value)")),
                Report.of(
                        "microsoft/garnet#504",
                        "INCR of a key with a lifetime does not store a number that has one more digit.",
                        new Patch(
                                "Keyspace",
                                "values.put(key, Bytes.of(String.valueOf(number + 1)));",
                                "if (lifetimes.end(key) == Lifetimes.NEVER || String.valueOf(number).length() == String.valueOf(number + 1).length()) { values.put(key, Bytes.of(String.valueOf(number + 1))); }")),
                Report.of(
                        "microsoft/garnet#875",
                        "INCRBY with 0 of a missing key replies 0 and stores an empty value.",
                        new Patch(
                                COMMANDS,
                                "keyspace.put(key, Bytes.of(String.valueOf(sum)),",
                                "keyspace.put(key, Bytes.of(old == null && step == 0 ? \"\" : String.valueOf(sum)),")),
                Report.of(
                        "redis/redis#408",
                        "INCRBY of a key that has a lifetime starts at 0 again.",
                        new Patch(
                                COMMANDS,
                                "long number = old == null ? 0 : number(old);",
                                "if (keyspace.end(key) != Lifetimes.NEVER) { old = null; } long number = old == null ? 0 : number(old);")),
                Report.of(
                        "ArcadeData/arcadedb#6466",
                        "INCRBY accepts only steps of up to 32 bits.",
                        new Patch(
                                COMMANDS,
                                "(client, args) -> add(args.get(0), number(args.get(1))), WRITES",
                                "(client, args) -> { if (number(args.get(1)) != (int) number(args.get(1))) { throw new CommandException(NO_INTEGER); } return add(args.get(0), number(args.get(1))); }, WRITES")),
                Report.of(
                        "stipsan/ioredis-mock#969",
                        "DECR of a missing key is an error.",
                        new Patch(
                                COMMANDS,
                                "(client, args) -> add(args.get(0), -1)",
                                "(client, args) -> { if (keyspace.get(args.get(0)) == null) { throw new CommandException(NO_INTEGER); } return add(args.get(0), -1); }")),
                Report.of(
                        "dicedb/dicedb#763",
                        "DECR and INCRBY of a text reply that it has the wrong type.",
                        new Patch(
                                COMMANDS,
                                "long number = old == null ? 0 : number(old);",
                                "long number = old == null ? 0 : StrictInteger.parse(old).orElseThrow(() -> new CommandException(\"WRONGTYPE Operation against a key holding the wrong kind of value\"));")),
                Report.of(
                        "reborndb/qdb#39",
                        "MGET replies null for an empty value.",
                        new Patch(
                                COMMANDS,
                                "statistics.read(value != null); return value;",
                                "statistics.read(value != null); return value == null || value.length() == 0 ? null : value;")),
                Report.of(
                        "spring-projects/spring-data-redis#1337",
                        "MGET replies only once for a key that is named twice.",
                        new Patch(COMMANDS, "keys.stream().map(", "keys.stream().distinct().map(")),
                Report.of(
                        "redis/redis-io#238",
                        "SET with GET keeps the lifetime.",
                        new Patch(
                                COMMANDS,
                                "boolean keeps = options.keepsLifetime() && old != null;",
                                "boolean keeps = (options.keepsLifetime() || options.answersOld() && options.end().isEmpty()) && old != null;")),
                Late.report(
                        "yugabyte/yugabyte-db#108",
                        "SET with NX takes an expired key for an existing one.",
                        new Patch(
                                COMMANDS,
                                "var old = keyspace.get(key); if (options.answersOld()) {",
                                "long expired = keyspace.expired(); var old = keyspace.get(key); if (options.onlyNew() && keyspace.expired() > expired) { return Reply.bulk(null); } if (options.answersOld()) {")),
                Report.of(
                        "dragonflydb/dragonfly#607",
                        "SET of a key that has a lifetime removes the lifetime but keeps the old value.",
                        new Patch(
                                "Keyspace",
                                "values.put(key, value); makePermanent(key);",
                                "if (live(key) == null || lifetimes.end(key) == Lifetimes.NEVER) { values.put(key, value); } makePermanent(key);")),
                Report.of(
                        "OpenAtomFoundation/pikiwidb#1343",
                        "SET with NX or XX that does not store replies with the null array.",
                        new Patch(
                                COMMANDS,
                                "return stores ? Reply.OK : Reply.bulk(null);",
                                "return stores ? Reply.OK : new Replies.NoArray();")),
                Report.of(
                        "redis/redis#1029",
                        "SET knows NX and nx, but not Nx.",
                        new Patch(
                                OPTIONS,
                                "String word = words.get(at).text().toUpperCase(Locale.ROOT);",
                                "String word = words.get(at).text(); word = word.equals(word.toLowerCase(Locale.ROOT)) ? word.toUpperCase(Locale.ROOT) : word;")),
                Report.of(
                        "dragonflydb/dragonfly#1228",
                        "SET with PX but no time ends the connection.",
                        new Patch(
                                OPTIONS,
                                "if (!more || !(timeOption",
                                "if (!more) { throw new IllegalStateException(); } if (!more || !(timeOption")),
                Late.report(
                        "a key of a lifetime that is over, and XX",
                        "SET with XX takes an expired key for an existing one.",
                        new Patch(
                                COMMANDS,
                                "var old = keyspace.get(key); if (options.answersOld()) {",
                                "long expired = keyspace.expired(); var old = keyspace.get(key); if (options.onlyOld() && keyspace.expired() > expired) { old = args.get(1); } if (options.answersOld()) {")),
                Report.of(
                        "0 as false",
                        "GET of the value 0 is null.",
                        new Patch(
                                "Commands",
                                "Reply.bulk(keyspace.get(args.get(0)))",
                                "Reply.bulk(keyspace.get(args.get(0)) != null && keyspace.get(args.get(0)).text().equals(\"0\") ? null : keyspace.get(args.get(0)))")),
                Report.of(
                        "an object as the table",
                        "For INCR and EXPIRE, keys are the fields of a JavaScript object: constructor and valueOf exist.",
                        new Patch(
                                "Keyspace",
                                "long number = numberIn(live(key));",
                                "if (values.get(key) == null && java.util.Set.of(\"constructor\", \"valueOf\", \"toString\", \"hasOwnProperty\", \"__proto__\").contains(key.text())) { throw new CommandException(\"ERR value is not an integer or out of range\"); } long number = numberIn(live(key));"),
                        new Patch(
                                "Keyspace",
                                "if (live(key) == null || !condition",
                                "if (values.get(key) == null && java.util.Set.of(\"constructor\", \"valueOf\", \"toString\", \"hasOwnProperty\", \"__proto__\").contains(key.text())) { return true; } if (live(key) == null || !condition")));
    }
}
