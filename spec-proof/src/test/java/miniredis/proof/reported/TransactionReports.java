package miniredis.proof.reported;

import java.util.List;
import miniredis.proof.mistakes.Patch;

/** MULTI, EXEC, WATCH. */
final class TransactionReports {
    private static final String COMMANDS = "extensions/Transactions";
    private static final String SESSION = "extensions/Session";
    private static final String QUEUES =
            "if (transaction != null && transaction.isOpen() && !row.is(Trait.NOT_QUEUED)) {";

    private TransactionReports() {}

    static List<Report> all() {
        return List.of(
                Report.of(
                        "dragonflydb/dragonfly#8274",
                        "After a command that could not be queued, the next ones are executed immediately.",
                        new Patch(
                                SESSION,
                                QUEUES,
                                "if (transaction != null && transaction.isOpen() && !transaction.isSpoiled() && !row.is(Trait.NOT_QUEUED)) {")),
                Report.of(
                        "redis/redis#9068",
                        "A watched key that expires between MULTI and EXEC does not count as changed.",
                        new Patch(
                                COMMANDS,
                                "client.transaction().open(); return Reply.OK;",
                                "client.transaction().open(); if (hasEnded(client.transaction())) { client.transaction().change(); } return Reply.OK;"),
                        new Patch(COMMANDS, "private static Reply multi(", "private Reply multi("),
                        new Patch(
                                COMMANDS,
                                "boolean changed = transaction.hasChanged() || hasEnded(transaction);",
                                "boolean changed = transaction.hasChanged();")),
                Report.of(
                        "apache/kvrocks#1562",
                        "EXEC and DISCARD without MULTI forget the watched keys.",
                        new Patch(
                                COMMANDS,
                                "return Replies.error(\"ERR EXEC without MULTI\");",
                                "discard(client); return Replies.error(\"ERR EXEC without MULTI\");"),
                        new Patch(
                                COMMANDS,
                                "return Replies.error(\"ERR DISCARD without MULTI\");",
                                "discard(client); return Replies.error(\"ERR DISCARD without MULTI\");")),
                Report.of(
                        "eloqdata/eloqkv#529",
                        "EXEC of an empty transaction does not check the watched keys.",
                        new Patch(
                                COMMANDS,
                                "return changed ? new Replies.NoArray()",
                                "return changed && !queued.isEmpty() ? new Replies.NoArray()")),
                Report.of(
                        "cunla/fakeredis-py#561",
                        "A SET that stores nothing counts as a change of the watched key.",
                        new Patch(
                                COMMANDS,
                                "if (done || state(key).differsFrom(state)) {",
                                "if (done || row.name().equals(\"set\") || state(key).differsFrom(state)) {")),
                Report.of(
                        "redis/redis#5609",
                        "UNWATCH within MULTI is executed immediately.",
                        new Patch(
                                COMMANDS,
                                "(client, args) -> unwatch(client)",
                                "(client, args) -> unwatch(client), NOT_QUEUED")),
                Report.of(
                        "redis/redis#14752",
                        "If several clients watch a key, only the first is told of a change.",
                        new Patch(
                                COMMANDS,
                                "watchers.getOrDefault(key, Set.of()) .forEach(",
                                "watchers.getOrDefault(key, Set.of()).stream().limit(1).forEach(")),
                Report.of(
                        "fppt/jedis-mock#417",
                        "FLUSHALL within MULTI is executed immediately.",
                        new Patch(
                                "extensions/KeyCommands",
                                "(client, args) -> flushAll(args), WRITES",
                                "(client, args) -> flushAll(args), WRITES, Row.Trait.NOT_QUEUED")),
                Report.of(
                        "hdachev/fakeredis#36",
                        "EXEC replies null in place of an error.",
                        new Patch(
                                COMMANDS,
                                "var reply = command.get();",
                                "var answer = command.get(); var reply = answer instanceof Reply.ErrorMessage ? Reply.bulk(null) : answer;")),
                Report.of(
                        "apache/kvrocks#2017",
                        "In RESP3, an EXEC stopped by WATCH replies *-1.",
                        new Patch(
                                "extensions/Resp3",
                                "reply instanceof Replies.NoArray) { writer.line('_', \"\");",
                                "reply instanceof Replies.NoArray) { writer.line('*', \"-1\");")),
                Report.of(
                        "microsoft/garnet#1269",
                        "PEXPIRE is not known within MULTI.",
                        new Patch(
                                SESSION,
                                QUEUES,
                                "if (transaction != null && transaction.isOpen() && row.name().startsWith(\"pexpire\")) { return refuse(request, \"ERR unknown command\"); } "
                                        + QUEUES)),
                Report.known("alicebob/miniredis#200", "aborted-exec-is-a-null-string"),
                Report.of(
                        "EXEC tells nobody",
                        "What EXEC changes does not count as a change for clients that watch it.",
                        new Patch(
                                COMMANDS,
                                "watchers.getOrDefault(key, Set.of())",
                                "if (executing) { return; } watchers.getOrDefault(key, Set.of())"),
                        new Patch(
                                COMMANDS,
                                "private final Keyspace keyspace;",
                                "private final Keyspace keyspace; private boolean executing;"),
                        new Patch(
                                COMMANDS,
                                "client.transaction().carriesOut(queued.size());",
                                "client.transaction().carriesOut(queued.size()); executing = true;"),
                        new Patch(
                                COMMANDS,
                                "client.transaction().carriesOut(-1);",
                                "client.transaction().carriesOut(-1); executing = false;")),
                Report.of(
                        "the second WATCH",
                        "WATCH forgets the keys that were watched before.",
                        new Patch(
                                COMMANDS,
                                "for (var key : keys) { client.transaction().watch(",
                                "forgetWatches(client); client.transaction().watched().clear(); for (var key : keys) { client.transaction().watch(")),
                Report.of(
                        "reading what is watched and missing",
                        "GET of a watched key that is missing counts as a change.",
                        new Patch(
                                SESSION,
                                "if (row.is(Trait.READS_KEY)) {",
                                "if (row.is(Trait.READS_KEY) && row.name().equals(\"get\") && reply instanceof Reply.Absent) { server.transactions().changed(arguments.get(0)); } if (row.is(Trait.READS_KEY)) {")));
    }
}
