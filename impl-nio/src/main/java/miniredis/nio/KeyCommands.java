package miniredis.nio;

import static miniredis.nio.Command.READS;
import static miniredis.nio.Command.WRITES;

import java.util.List;
import miniredis.nio.Command.Keys;
import miniredis.nio.store.Keyspace;

/** Commands for keys and their expiry, besides EXPIRE and TTL. */
final class KeyCommands {
    private static final int SECOND = 1000;

    private final Keyspace keyspace;
    private final Stats stats;

    KeyCommands(Keyspace keyspace, Stats stats) {
        this.keyspace = keyspace;
        this.stats = stats;
    }

    List<Command> all() {
        return List.of(
                new Command("del", -2, WRITES, Keys.ALL, this::del),
                new Command("exists", -2, READS, Keys.ALL, this::exists),
                new Command(
                        "pexpire",
                        -3,
                        WRITES,
                        Keys.ONE,
                        (client, request, reply) -> expire("pexpire", 1, true, request, reply)),
                new Command(
                        "expireat",
                        -3,
                        WRITES,
                        Keys.ONE,
                        (client, request, reply) -> expire("expireat", SECOND, false, request, reply)),
                new Command(
                        "pexpireat",
                        -3,
                        WRITES,
                        Keys.ONE,
                        (client, request, reply) -> expire("pexpireat", 1, false, request, reply)),
                new Command("pttl", 2, READS, Keys.ONE, this::pttl),
                new Command(
                        "expiretime",
                        2,
                        READS,
                        Keys.ONE,
                        (client, request, reply) -> expireTime(SECOND, request, reply)),
                new Command(
                        "pexpiretime", 2, READS, Keys.ONE, (client, request, reply) -> expireTime(1, request, reply)),
                new Command("persist", 2, WRITES, Keys.ONE, this::persist),
                new Command("dbsize", 1, 0, Keys.NONE, (client, request, reply) -> reply.integer(keyspace.size())),
                new Command("flushall", -1, WRITES, Keys.NONE, this::flushAll));
    }

    private void del(Client client, Request request, Reply reply) {
        int deleted = 0;
        for (int i = 1; i < request.count(); i++) {
            deleted += keyspace.delete(request.argument(i)) ? 1 : 0;
        }
        reply.integer(deleted);
    }

    private void exists(Client client, Request request, Reply reply) {
        int found = 0;
        for (int i = 1; i < request.count(); i++) {
            boolean exists = keyspace.exists(request.argument(i));
            stats.read(exists);
            found += exists ? 1 : 0;
        }
        reply.integer(found);
    }

    /** @param unit of the time that is given, in milliseconds */
    private void expire(String name, int unit, boolean fromNow, Request request, Reply reply) {
        var condition = ExpireCondition.parse(request);
        long at = deadline(
                name, unit, fromNow ? keyspace.now() : 0, request.argument(2).integer());
        var key = request.argument(1);
        long current = keyspace.expiry(key);
        boolean accepted = current != Keyspace.ABSENT && condition.allows(current, at);
        if (accepted) {
            keyspace.expireAt(key, at);
        }
        reply.integer(accepted ? 1 : 0);
    }

    private static long deadline(String name, int unit, long from, long time) {
        try {
            return Math.addExact(Math.multiplyExact(time, (long) unit), from);
        } catch (ArithmeticException tooFar) {
            throw new CommandError("ERR invalid expire time in '" + name + "' command");
        }
    }

    private long expiry(Request request) {
        long at = keyspace.expiry(request.argument(1));
        stats.read(at != Keyspace.ABSENT);
        return at;
    }

    private void pttl(Client client, Request request, Reply reply) {
        long at = expiry(request);
        reply.integer(at == Keyspace.ABSENT ? -2 : at == Keyspace.NEVER ? -1 : Math.max(at - keyspace.now(), 0));
    }

    private void expireTime(int unit, Request request, Reply reply) {
        long at = expiry(request);
        reply.integer(at == Keyspace.ABSENT ? -2 : at == Keyspace.NEVER ? -1 : (at + unit / 2) / unit);
    }

    private void persist(Client client, Request request, Reply reply) {
        long at = keyspace.expiry(request.argument(1));
        boolean mortal = at != Keyspace.ABSENT && at != Keyspace.NEVER;
        if (mortal) {
            keyspace.expireAt(request.argument(1), Keyspace.NEVER);
        }
        reply.integer(mortal ? 1 : 0);
    }

    private void flushAll(Client client, Request request, Reply reply) {
        boolean known = request.count() == 1
                || request.count() == 2
                        && (request.argument(1).is("sync")
                                || request.argument(1).is("async"));
        if (!known) {
            throw CommandError.SYNTAX;
        }
        keyspace.clear();
        reply.ok();
    }
}
