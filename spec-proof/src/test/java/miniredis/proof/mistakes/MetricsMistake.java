package miniredis.proof.mistakes;

import static miniredis.proof.mistakes.Entry.plain;

/** What a server tells of itself. Step 5. */
public enum MetricsMistake implements SourceMistake {
    INFO_WITHOUT_SECTIONS(
            plain(5, "INFO has its lines without the names of sections.")
                    .caughtBy("INFO-01.1", "INFO-03")
                    .look("# and the name before each section"),
            new Patch("extensions/Metrics", "\"# \" + section.getKey() + \"\\r\\n\" + lines", "lines")),
    INFO_ENDS_LINES_WITH_LF(
            plain(5, "INFO ends its lines with a line feed alone.")
                    .caughtBy("INFO-01.1", "INFO-03")
                    .look("CRLF, as everywhere"),
            new Patch(
                    "extensions/Metrics",
                    "\"# \" + section.getKey() + \"\\r\\n\" + lines",
                    "\"# \" + section.getKey() + \"\\n\" + lines")),
    INFO_IGNORES_ITS_SECTION(
            plain(5, "INFO shows all sections, whichever is asked for.")
                    .caughtBy("INFO-04")
                    .look("only those that are named"),
            new Patch(
                    "extensions/Metrics",
                    "boolean all = wanted.isEmpty()",
                    "boolean all = !wanted.contains(\"nosuchsection\")")),
    INFO_SECTIONS_IN_SMALL_LETTERS(
            plain(5, "INFO knows its sections in small letters only.")
                    .caughtBy("INFO-05")
                    .look("names are the same in capitals"),
            new Patch(
                    "extensions/Metrics",
                    "names.stream().map(name -> name.text().toLowerCase(Locale.ROOT))",
                    "names.stream().map(name -> name.text())")),
    INFO_OF_ONE_SECTION(
            plain(5, "INFO of several sections shows the last.")
                    .caughtBy("INFO-06")
                    .look("any number of them"),
            new Patch(
                    "extensions/Metrics",
                    "info(client, args)));",
                    "info(client, args.subList(Math.max(0, args.size() - 1), args.size()))));")),
    CONNECTED_NEVER_FALLS(
            plain(5, "connected_clients counts every client there ever was.")
                    .caughtBy("METRIC-02")
                    .look("one less when a connection ends"),
            new Patch(
                    "extensions/Metrics",
                    "facts(\"connected_clients\", sessions.count())",
                    "facts(\"connected_clients\", sessions.total())")),
    CONNECTED_IS_ONE(
            plain(5, "connected_clients is always 1.").caughtBy("METRIC-01").look("count them"),
            new Patch(
                    "extensions/Metrics",
                    "facts(\"connected_clients\", sessions.count())",
                    "facts(\"connected_clients\", 1)")),
    CONNECTIONS_ARE_THE_PRESENT_ONES(
            plain(5, "total_connections_received falls when clients leave.")
                    .caughtBy("METRIC-03")
                    .look("a counter only grows"),
            new Patch(
                    "extensions/Metrics",
                    "\"total_connections_received\", sessions.total(),",
                    "\"total_connections_received\", sessions.count(),")),
    COMMANDS_ARE_NOT_COUNTED(
            plain(5, "total_commands_processed stays at 0.")
                    .caughtBy("METRIC-04")
                    .look("count where every command passes"),
            new Patch("extensions/Statistics", "commands++;", "commands += 0;")),
    COMMANDS_COUNT_TWICE(
            plain(5, "Each command counts twice.").caughtBy("METRIC-05").look("count in one place"),
            new Patch("extensions/Statistics", "commands++;", "commands += 2;")),
    RATE_IS_ZERO(
            plain(5, "instantaneous_ops_per_sec is always 0.")
                    .caughtBy("METRIC-06")
                    .look("commands within the last second"),
            new Patch("extensions/Metrics", "statistics.commandsPerSecond()", "0")),
    HITS_ARE_NOT_COUNTED(
            plain(5, "keyspace_hits stays at 0.")
                    .caughtBy("METRIC-07", "METRIC-09")
                    .look("count where keys are read"),
            new Patch("extensions/Statistics", "hits += found ? 1 : 0;", "hits += 0;")),
    MISSES_ARE_HITS(
            plain(5, "A key that is missing is a hit.")
                    .caughtBy("METRIC-08", "METRIC-11")
                    .look("look whether it was found"),
            new Patch("extensions/Statistics", "misses += found ? 0 : 1;", "hits += found ? 0 : 1;")),
    MGET_IS_ONE_HIT(
            plain(5, "MGET counts as one hit.").caughtBy("METRIC-09").look("one for each key"),
            new Patch(
                    "extensions/StringCommands",
                    "keys.stream().map(key -> Reply.bulk(read(key))).toList()",
                    "keys.stream().map(key -> Reply.bulk(key == keys.get(0) ? read(key) : keyspace.get(key))).toList()")),
    SET_IS_A_MISS(
            plain(5, "SET of a new key is a miss.").caughtBy("METRIC-10").look("only what is read is a hit or a miss"),
            new Patch(
                    "extensions/StringCommands",
                    "(client, args) -> args.size() == 2 ? plain.answer(client, args) : set(args)",
                    "(client, args) -> { if (args.size() == 2 && keyspace.get(args.get(0)) == null) { statistics.read(false); } return args.size() == 2 ? plain.answer(client, args) : set(args); }")),
    EXPIRED_ARE_NOT_COUNTED(
            plain(5, "expired_keys stays at 0.")
                    .caughtBy("METRIC-12", "METRIC-13")
                    .look("count where keys end"),
            new Patch("Keyspace", "remove(key); expired++;", "remove(key);")),
    EXPIRED_COUNT_DELETED(
            plain(5, "expired_keys counts keys that were deleted.")
                    .caughtBy("METRIC-14")
                    .look("only what ended by itself"),
            new Patch(
                    "Keyspace",
                    "boolean exists = live(key) != null; remove(key);",
                    "boolean exists = live(key) != null; removeEnded(key);")),
    EXPIRED_ONLY_IF_TOUCHED(
            plain(5, "expired_keys does not count what active expiry removes.")
                    .caughtBy("METRIC-12")
                    .look("both kinds of expiry"),
            new Patch(
                    "Keyspace",
                    "if (isOver(key)) { removeEnded(key); removed++;",
                    "if (isOver(key)) { remove(key); removed++;")),
    EXPIRES_COUNTS_ALL(
            plain(5, "The keyspace says that all keys expire.")
                    .caughtBy("METRIC-15")
                    .look("only those with a lifetime"),
            new Patch("extensions/Metrics", "\",expires=\" + keyspace.mortal()", "\",expires=\" + keyspace.size()")),
    EXPIRES_REMEMBERS(
            plain(5, "A key that has become permanent still counts as one that expires.")
                    .caughtBy("METRIC-17", "KEEP-01")
                    .look("take it off where the lifetime goes"),
            new Patch("Keyspace", "values.put(key, value); makePermanent(key);", "values.put(key, value);")),
    EMPTY_KEYSPACE_HAS_A_LINE(
            plain(5, "Without keys there is a line with 0 keys.")
                    .caughtBy("METRIC-16")
                    .look("no line at all"),
            new Patch("extensions/Metrics", "keyspace.size() == 0", "keyspace.size() < 0")),
    MEMORY_IS_A_CONSTANT(
            plain(5, "used_memory is always the same.").caughtBy("METRIC-18").look("what keys and values take"),
            new Patch(
                    "extensions/Metrics", "facts(\"used_memory\", memory.used(),", "facts(\"used_memory\", 1000000,")),
    MEMORY_NEVER_FALLS(
            plain(5, "used_memory does not fall when keys go.")
                    .caughtBy("METRIC-19")
                    .look("both ways"),
            new Patch("limits/MeasuredValues", "memory -= entry((Bytes) key) + HeapSize.of(before);", "memory -= 0;")),
    UPTIME_STANDS_STILL(
            plain(5, "uptime_in_seconds is always 0.").caughtBy("METRIC-20").look("the time since the start"),
            new Patch("extensions/Metrics", "return (clock.millis() - started) / 1000;", "return 0;")),
    UPTIME_IN_MILLISECONDS(
            plain(5, "uptime_in_seconds counts milliseconds.")
                    .caughtBy("METRIC-22")
                    .look("a thousandth of them"),
            new Patch(
                    "extensions/Metrics",
                    "return (clock.millis() - started) / 1000;",
                    "return clock.millis() - started;")),
    DAYS_SINCE_1970(
            plain(5, "uptime_in_days counts from 1970.").caughtBy("METRIC-23").look("the time since the start"),
            new Patch("extensions/Metrics", "uptime() / 86_400));", "clock.millis() / 86_400_000));")),
    HITS_ARE_MISSES_TOO(
            plain(5, "What is found counts as a miss as well.")
                    .caughtBy("METRIC-24")
                    .look("one of the two"),
            new Patch("extensions/Statistics", "misses += found ? 0 : 1;", "misses++;")),
    FLUSHALL_COUNTS_OLD_LIFETIMES(
            plain(5, "FLUSHALL deletes the keys, and what is kept of their lifetimes stays.")
                    .caughtBy("METRIC-25", "METRIC-15", "METRIC-17")
                    .look("every place where something is kept of a key"),
            new Patch("Lifetimes", "list.clear();", "")),
    UPTIME_SINCE_1970(
            plain(5, "uptime_in_seconds counts from 1970.")
                    .caughtBy("METRIC-21")
                    .look("the time since the start"),
            new Patch(
                    "extensions/Metrics",
                    "return (clock.millis() - started) / 1000;",
                    "return clock.millis() / 1000;"));

    private final Entry entry;
    private final Patch patch;

    MetricsMistake(Entry entry, Patch patch) {
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
