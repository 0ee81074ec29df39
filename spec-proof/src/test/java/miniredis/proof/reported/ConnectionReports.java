package miniredis.proof.reported;

import java.util.List;
import miniredis.proof.mistakes.Patch;

/** The protocol, the commands that client libraries send first, and what INFO counts. */
final class ConnectionReports {
    private static final String READER = "RespReader";

    private ConnectionReports() {}

    static List<Report> all() {
        return List.of(
                Report.of(
                        "dragonflydb/dragonfly#8243",
                        "An array that follows an empty line is read as lines.",
                        new Patch(
                                READER,
                                "private final InputStream in;",
                                "private final InputStream in; private boolean emptyLine;"),
                        new Patch(
                                READER,
                                "var request = first == '*' ? readArray() : readInline(first);",
                                "var request = first == '*' && !emptyLine ? readArray() : readInline(first); emptyLine = first != '*' && request.isEmpty();")),
                Report.of(
                        "redis/redis#1451",
                        "A line with a quote that is never closed is ignored.",
                        new Patch(
                                READER,
                                "return new InlineRequest(line).split();",
                                "try { return new InlineRequest(line).split(); } catch (ProtocolException unbalanced) { return List.of(); }")),
                Report.known("distributedio/titan#30", "forgets-requests-at-the-end"),
                Report.of(
                        "dragonflydb/dragonfly#1151",
                        "HELLO refuses AUTH and SETNAME.",
                        new Patch("extensions/ClientCommands", "int left = args.size() - at - 1;", "int left = -1;")),
                Report.of(
                        "redis/redis#3369",
                        "CONFIG GET knows names only in lower case.",
                        new Patch(
                                "extensions/Settings",
                                "var value = all.get(typed.text().toLowerCase(Locale.ROOT));",
                                "var value = all.get(typed.text());")),
                Report.of(
                        "dicedb/dicedb#615",
                        "DBSIZE and the keyspace count a key once more with each SET.",
                        new Patch(
                                "Keyspace",
                                "values.put(key, value); makePermanent(key);",
                                "again += values.put(key, value) == null ? 0 : 1; makePermanent(key);"),
                        new Patch("Keyspace", "private long expired;", "private long expired; private int again;"),
                        new Patch("Keyspace", "return values.size();", "return values.size() + again;"),
                        new Patch("Keyspace", "values.clear();", "values.clear(); again = 0;")),
                Late.report(
                        "redis/redis#5469",
                        "GET and TTL of an expired key do not count as misses.",
                        new Patch(
                                "extensions/Session",
                                "var reply = reply(row, arguments);",
                                "long expired = lock.expired(); var reply = reply(row, arguments);"),
                        new Patch(
                                "extensions/Session",
                                "if (row.is(Trait.READS_KEY)) {",
                                "if (row.is(Trait.READS_KEY) && lock.expired() == expired) {")),
                Report.of(
                        "valkey-io/valkey#3986",
                        "EXISTS counts neither hits nor misses.",
                        new Patch(
                                "extensions/KeyCommands",
                                "boolean found = exists(key); statistics.read(found);",
                                "boolean found = exists(key);")),
                linesUpTo(256),
                linesUpTo(4096),
                linesUpTo(16_384),
                linesUpTo(32_768));
    }

    private static Report linesUpTo(int bytes) {
        return Report.of(
                "lines of %d bytes".formatted(bytes),
                "A line of more than %,d bytes is refused.".formatted(bytes),
                new Patch(
                        READER,
                        "String line = readLine(first, '\\n', \"too big inline request\");",
                        "String line = readLine(first, '\\n', \"too big inline request\"); if (line.length() > %d) { throw new ProtocolException(\"too big inline request\"); }"
                                .formatted(bytes)));
    }
}
