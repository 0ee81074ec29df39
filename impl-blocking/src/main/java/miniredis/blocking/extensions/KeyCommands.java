package miniredis.blocking.extensions;

import static miniredis.blocking.Command.ANY_NUMBER;
import static miniredis.blocking.extensions.Row.Trait.READS_KEY;
import static miniredis.blocking.extensions.Row.Trait.READS_KEYS;
import static miniredis.blocking.extensions.Row.Trait.WRITES;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import miniredis.blocking.Bytes;
import miniredis.blocking.CommandException;
import miniredis.blocking.Commands;
import miniredis.blocking.ExpireCondition;
import miniredis.blocking.Keyspace;
import miniredis.blocking.Lifetimes;
import miniredis.blocking.Reply;
import miniredis.blocking.StrictInteger;
import miniredis.blocking.extensions.Row.Keys;

/** Commands for keys and their lifetimes, besides EXPIRE and TTL. */
final class KeyCommands {
    private final Keyspace keyspace;
    private final InstantSource clock;
    private final Statistics statistics;

    KeyCommands(Keyspace keyspace, InstantSource clock, Statistics statistics) {
        this.keyspace = keyspace;
        this.clock = clock;
        this.statistics = statistics;
    }

    /** EXPIRE and TTL stay as they are. */
    void addTo(Commands commands) {
        commands.add(Row.of(commands, "expire", Keys.ONE, WRITES));
        commands.add(Row.of(commands, "ttl", Keys.ONE, READS_KEY));
        commands.add(new Row("del", 1, ANY_NUMBER, Keys.ALL, (client, keys) -> delete(keys), WRITES));
        commands.add(new Row("exists", 1, ANY_NUMBER, Keys.ALL, (client, keys) -> exists(keys), READS_KEYS));
        commands.add(expiring("pexpire", args -> expire("pexpire", 1, clock.millis(), args)));
        commands.add(expiring("expireat", args -> expire("expireat", 1000, 0, args)));
        commands.add(expiring("pexpireat", args -> expire("pexpireat", 1, 0, args)));
        commands.add(new Row("pttl", 1, Keys.ONE, (client, keys) -> timeToLive(keys.get(0)), READS_KEY));
        commands.add(new Row("expiretime", 1, Keys.ONE, (client, keys) -> expireTime(keys.get(0), 1000), READS_KEY));
        commands.add(new Row("pexpiretime", 1, Keys.ONE, (client, keys) -> expireTime(keys.get(0), 1), READS_KEY));
        commands.add(new Row("persist", 1, Keys.ONE, (client, keys) -> persist(keys.get(0)), WRITES));
        commands.add(new Row("dbsize", 0, Keys.NONE, (client, none) -> Reply.number(keyspace.size())));
        commands.add(new Row("flushall", 0, ANY_NUMBER, Keys.NONE, (client, args) -> flushAll(args), WRITES));
    }

    private static Row expiring(String name, Function<List<Bytes>, Reply> handler) {
        return new Row(name, 2, ANY_NUMBER, Keys.ONE, (client, args) -> handler.apply(args), WRITES);
    }

    private Reply delete(List<Bytes> keys) {
        return Reply.number(keys.stream().filter(keyspace::delete).count());
    }

    private Reply exists(List<Bytes> keys) {
        return Reply.number(keys.stream().filter(this::read).count());
    }

    private boolean read(Bytes key) {
        boolean found = exists(key);
        statistics.read(found);
        return found;
    }

    private boolean exists(Bytes key) {
        return keyspace.get(key) != null;
    }

    /**
     * @param unit the unit of the given time, in milliseconds
     * @param from the moment from which the time counts, in milliseconds since 1970
     */
    private Reply expire(String name, long unit, long from, List<Bytes> args) {
        var condition = ExpireCondition.parse(args.subList(2, args.size()));
        var time = StrictInteger.parse(args.get(1));
        if (time.isEmpty()) {
            throw new CommandException("ERR value is not an integer or out of range");
        }
        long end = end(name, unit, from, time.getAsLong());
        return Reply.yesOrNo(keyspace.expireAt(args.get(0), end, condition));
    }

    private static long end(String name, long unit, long from, long time) {
        try {
            return Math.addExact(Math.multiplyExact(time, unit), from);
        } catch (ArithmeticException tooFar) {
            throw new CommandException("ERR invalid expire time in '" + name + "' command");
        }
    }

    /** Milliseconds that are left; -1 without a lifetime, -2 without a key. */
    private Reply timeToLive(Bytes key) {
        if (!exists(key)) {
            return Reply.number(-2);
        }
        return Reply.number(keyspace.end(key) == Lifetimes.NEVER ? -1 : keyspace.end(key) - clock.millis());
    }

    /** When the key ends, rounded to the nearest unit; -1 without a lifetime, -2 without a key. */
    private Reply expireTime(Bytes key, long unit) {
        if (!exists(key)) {
            return Reply.number(-2);
        }
        return Reply.number(keyspace.end(key) == Lifetimes.NEVER ? -1 : (keyspace.end(key) + unit / 2) / unit);
    }

    private Reply persist(Bytes key) {
        var value = keyspace.get(key);
        if (value == null || keyspace.end(key) == Lifetimes.NEVER) {
            return Reply.yesOrNo(false);
        }
        keyspace.put(key, value, Lifetimes.NEVER);
        return Reply.yesOrNo(true);
    }

    /** Here SYNC and ASYNC do the same: the maps are cleared, and the garbage collector frees the memory later. */
    private Reply flushAll(List<Bytes> args) {
        if (args.size() > 1 || args.size() == 1 && !isMode(args.get(0).text())) {
            throw new CommandException("ERR syntax error");
        }
        keyspace.clear();
        return Reply.OK;
    }

    private static boolean isMode(String word) {
        return List.of("SYNC", "ASYNC").contains(word.toUpperCase(Locale.ROOT));
    }
}
