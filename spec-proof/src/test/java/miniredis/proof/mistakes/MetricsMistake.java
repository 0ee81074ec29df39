package miniredis.proof.mistakes;

import static miniredis.proof.mistakes.Entry.plain;

/** What a server reports about itself. Step 5. */
public enum MetricsMistake implements SourceMistake {
    INFO_WITHOUT_SECTIONS(
            plain(5, "INFO sends its lines without the names of the sections.")
                    .caughtBy("INFO-01.1", "INFO-03")
                    .look("the beginning of each section: # and its name"),
            new Patch("extensions/Metrics", "\"# \" + section.getKey() + \"\\r\\n\" + lines", "lines")),
    INFO_ENDS_LINES_WITH_LF(
            plain(5, "INFO ends its lines with LF alone.")
                    .caughtBy("INFO-01.1", "INFO-03")
                    .look("the line end: CRLF, as everywhere"),
            new Patch(
                    "extensions/Metrics",
                    "\"# \" + section.getKey() + \"\\r\\n\" + lines",
                    "\"# \" + section.getKey() + \"\\n\" + lines")),
    INFO_IGNORES_ITS_SECTION(
            plain(5, "INFO shows all sections, whichever is requested.")
                    .caughtBy("INFO-04")
                    .look("the sections: only those that are named"),
            new Patch(
                    "extensions/Metrics",
                    "boolean all = wanted.isEmpty()",
                    "boolean all = !wanted.contains(\"nosuchsection\")")),
    INFO_SECTIONS_IN_SMALL_LETTERS(
            plain(5, "INFO knows its sections only in lower case.")
                    .caughtBy("INFO-05")
                    .look("the comparison of names: case must not matter"),
            new Patch(
                    "extensions/Metrics",
                    "names.stream().map(name -> name.text().toLowerCase(Locale.ROOT))",
                    "names.stream().map(name -> name.text())")),
    INFO_OF_ONE_SECTION(
            plain(5, "INFO of several sections shows only the last.")
                    .caughtBy("INFO-06")
                    .look("the arguments: any number of sections"),
            new Patch(
                    "extensions/Metrics",
                    "info(client, args)));",
                    "info(client, args.subList(Math.max(0, args.size() - 1), args.size()))));")),
    CONNECTED_NEVER_FALLS(
            plain(5, "connected_clients counts every client that ever connected.")
                    .caughtBy("METRIC-02")
                    .look("the counter: subtract one when a connection ends"),
            new Patch(
                    "extensions/Metrics",
                    "facts(\"connected_clients\", sessions.count())",
                    "facts(\"connected_clients\", sessions.total())")),
    CONNECTED_IS_ONE(
            plain(5, "connected_clients is always 1.")
                    .caughtBy("METRIC-01")
                    .look("the counter: it must count the clients"),
            new Patch(
                    "extensions/Metrics",
                    "facts(\"connected_clients\", sessions.count())",
                    "facts(\"connected_clients\", 1)")),
    CONNECTIONS_ARE_THE_PRESENT_ONES(
            plain(5, "total_connections_received falls when clients disconnect.")
                    .caughtBy("METRIC-03")
                    .look("the counter: it must only grow"),
            new Patch(
                    "extensions/Metrics",
                    "\"total_connections_received\", sessions.total(),",
                    "\"total_connections_received\", sessions.count(),")),
    COMMANDS_ARE_NOT_COUNTED(
            plain(5, "total_commands_processed stays at 0.")
                    .caughtBy("METRIC-04")
                    .look("the counter: count where every command passes"),
            new Patch("extensions/Statistics", "commands++;", "commands += 0;")),
    COMMANDS_COUNT_TWICE(
            plain(5, "Each command counts twice.").caughtBy("METRIC-05").look("the counter: count in one place"),
            new Patch("extensions/Statistics", "commands++;", "commands += 2;")),
    RATE_IS_ZERO(
            plain(5, "instantaneous_ops_per_sec is always 0.")
                    .caughtBy("METRIC-06")
                    .look("the rate: commands within the last second"),
            new Patch("extensions/Metrics", "statistics.commandsPerSecond()", "0")),
    HITS_ARE_NOT_COUNTED(
            plain(5, "keyspace_hits stays at 0.")
                    .caughtBy("METRIC-07", "METRIC-09")
                    .look("the counter: count where keys are read"),
            new Patch("extensions/Statistics", "hits += found ? 1 : 0;", "hits += 0;")),
    MISSES_ARE_HITS(
            plain(5, "A missing key counts as a hit.")
                    .caughtBy("METRIC-08", "METRIC-11")
                    .look("the counter: check whether the key was found"),
            new Patch("extensions/Statistics", "misses += found ? 0 : 1;", "hits += found ? 0 : 1;")),
    MGET_IS_ONE_HIT(
            plain(5, "MGET counts as one hit.").caughtBy("METRIC-09").look("the counter: one for each key"),
            new Patch(
                    "extensions/StringCommands",
                    "keys.stream().map(key -> Reply.bulk(read(key))).toList()",
                    "keys.stream().map(key -> Reply.bulk(key == keys.get(0) ? read(key) : keyspace.get(key))).toList()")),
    SET_IS_A_MISS(
            plain(5, "SET of a new key counts as a miss.")
                    .caughtBy("METRIC-10")
                    .look("the counter: only a read is a hit or a miss"),
            new Patch(
                    "extensions/StringCommands",
                    "(client, args) -> args.size() == 2 ? plain.answer(client, args) : set(args)",
                    "(client, args) -> { if (args.size() == 2 && keyspace.get(args.get(0)) == null) { statistics.read(false); } return args.size() == 2 ? plain.answer(client, args) : set(args); }")),
    EXPIRED_ARE_NOT_COUNTED(
            plain(5, "expired_keys stays at 0.")
                    .caughtBy("METRIC-12", "METRIC-13")
                    .look("the counter: count where keys expire"),
            new Patch("Keyspace", "remove(key); expired++;", "remove(key);")),
    EXPIRED_COUNT_DELETED(
            plain(5, "expired_keys counts deleted keys.")
                    .caughtBy("METRIC-14")
                    .look("the counter: only keys that expired"),
            new Patch(
                    "Keyspace",
                    "boolean exists = live(key) != null; remove(key);",
                    "boolean exists = live(key) != null; removeEnded(key);")),
    EXPIRED_ONLY_IF_TOUCHED(
            plain(5, "expired_keys does not count what active expiry removes.")
                    .caughtBy("METRIC-12")
                    .look("the counter: both kinds of expiry"),
            new Patch(
                    "Keyspace",
                    "if (isOver(key)) { removeEnded(key); removed++;",
                    "if (isOver(key)) { remove(key); removed++;")),
    EXPIRES_COUNTS_ALL(
            plain(5, "The keyspace line says that all keys expire.")
                    .caughtBy("METRIC-15")
                    .look("the counter: only keys with a lifetime"),
            new Patch("extensions/Metrics", "\",expires=\" + keyspace.mortal()", "\",expires=\" + keyspace.size()")),
    EXPIRES_REMEMBERS(
            plain(5, "A key that has become permanent still counts as a key with a lifetime.")
                    .caughtBy("METRIC-17", "KEEP-01")
                    .look("the counter: subtract the key when its lifetime is removed"),
            new Patch("Keyspace", "values.put(key, value); makePermanent(key);", "values.put(key, value);")),
    EMPTY_KEYSPACE_HAS_A_LINE(
            plain(5, "Without keys, the keyspace has a line with 0 keys.")
                    .caughtBy("METRIC-16")
                    .look("the line of the keyspace: leave it out without keys"),
            new Patch("extensions/Metrics", "keyspace.size() == 0", "keyspace.size() < 0")),
    MEMORY_IS_A_CONSTANT(
            plain(5, "used_memory is always the same.")
                    .caughtBy("METRIC-18")
                    .look("the measurement: what keys and values take"),
            new Patch(
                    "extensions/Metrics", "facts(\"used_memory\", memory.used(),", "facts(\"used_memory\", 1000000,")),
    MEMORY_NEVER_FALLS(
            plain(5, "used_memory does not fall when keys are removed.")
                    .caughtBy("METRIC-19")
                    .look("the counter: subtract what is removed"),
            new Patch("limits/MeasuredValues", "memory -= entry((Bytes) key) + HeapSize.of(before);", "memory -= 0;")),
    UPTIME_STANDS_STILL(
            plain(5, "uptime_in_seconds is always 0.").caughtBy("METRIC-20").look("the time since the start"),
            new Patch("extensions/Metrics", "return (clock.millis() - started) / 1000;", "return 0;")),
    UPTIME_IN_MILLISECONDS(
            plain(5, "uptime_in_seconds is in milliseconds.")
                    .caughtBy("METRIC-22")
                    .look("the unit: divide by 1000"),
            new Patch(
                    "extensions/Metrics",
                    "return (clock.millis() - started) / 1000;",
                    "return clock.millis() - started;")),
    DAYS_SINCE_1970(
            plain(5, "uptime_in_days counts from 1970.").caughtBy("METRIC-23").look("the time since the start"),
            new Patch("extensions/Metrics", "uptime() / 86_400));", "clock.millis() / 86_400_000));")),
    HITS_ARE_MISSES_TOO(
            plain(5, "A key that is found counts as a miss as well.")
                    .caughtBy("METRIC-24")
                    .look("the counters: only one of the two"),
            new Patch("extensions/Statistics", "misses += found ? 0 : 1;", "misses++;")),
    FLUSHALL_COUNTS_OLD_LIFETIMES(
            plain(5, "FLUSHALL deletes the keys, but keeps the record of their lifetimes.")
                    .caughtBy("METRIC-25", "METRIC-15", "METRIC-17")
                    .look("every place that keeps something about a key"),
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
