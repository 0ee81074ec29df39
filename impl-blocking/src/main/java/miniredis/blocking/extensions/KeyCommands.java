package miniredis.blocking.extensions;

import static miniredis.blocking.extensions.Row.Trait.READS;
import static miniredis.blocking.extensions.Row.Trait.WRITES;

import java.util.List;
import java.util.Locale;
import miniredis.blocking.Bytes;
import miniredis.blocking.CommandException;
import miniredis.blocking.Core;
import miniredis.blocking.ExpireCondition;
import miniredis.blocking.Reply;
import miniredis.blocking.StrictInteger;
import miniredis.blocking.extensions.Row.Keys;

/** Keys and their lifetimes: all that EXPIRE and TTL leave out. */
final class KeyCommands {
    private final Core core;

    KeyCommands(Core core) {
        this.core = core;
    }

    void addTo(Table table) {
        table.add(new Row("del", -2, Keys.ALL, (client, keys) -> delete(keys), WRITES));
        table.add(new Row("exists", -2, Keys.ALL, (client, keys) -> exists(keys), READS));
        table.add(new Row("expire", -3, Keys.ONE, (client, args) -> expire("expire", 1000, core.now(), args), WRITES));
        table.add(new Row("pexpire", -3, Keys.ONE, (client, args) -> expire("pexpire", 1, core.now(), args), WRITES));
        table.add(new Row("expireat", -3, Keys.ONE, (client, args) -> expire("expireat", 1000, 0, args), WRITES));
        table.add(new Row("pexpireat", -3, Keys.ONE, (client, args) -> expire("pexpireat", 1, 0, args), WRITES));
        table.add(new Row("ttl", 2, Keys.ONE, null, READS));
        table.add(new Row("pttl", 2, Keys.ONE, (client, keys) -> timeToLive(keys.get(0)), READS));
        table.add(new Row("expiretime", 2, Keys.ONE, (client, keys) -> expireTime(keys.get(0), 1000), READS));
        table.add(new Row("pexpiretime", 2, Keys.ONE, (client, keys) -> expireTime(keys.get(0), 1), READS));
        table.add(new Row("persist", 2, Keys.ONE, (client, keys) -> persist(keys.get(0)), WRITES));
        table.add(new Row("dbsize", 1, Keys.NONE, (client, none) -> Reply.number(core.size())));
        table.add(new Row("flushall", -1, Keys.NONE, (client, args) -> flushAll(args), WRITES));
    }

    private Reply delete(List<Bytes> keys) {
        return Reply.number(keys.stream().filter(core::delete).count());
    }

    private Reply exists(List<Bytes> keys) {
        return Reply.number(keys.stream().filter(this::exists).count());
    }

    private boolean exists(Bytes key) {
        return core.get(key) != null;
    }

    /**
     * @param unit of the time that is given, in milliseconds
     * @param from when the time begins, in milliseconds since 1970
     */
    private Reply expire(String name, long unit, long from, List<Bytes> args) {
        var condition = ExpireCondition.parse(args.subList(2, args.size()));
        var time = StrictInteger.parse(args.get(1));
        if (time.isEmpty()) {
            throw new CommandException("ERR value is not an integer or out of range");
        }
        long end = end(name, unit, from, time.getAsLong());
        var key = args.get(0);
        var value = core.get(key); // asked for once: its lifetime may end while this is carried out
        if (value == null || !condition.allows(core.end(key), end)) {
            return Reply.yesOrNo(false);
        }
        core.put(key, value, end);
        return Reply.yesOrNo(true);
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
        return Reply.number(core.end(key) == Core.NEVER ? -1 : core.end(key) - core.now());
    }

    /** When the key ends, rounded to the nearest unit; -1 without a lifetime, -2 without a key. */
    private Reply expireTime(Bytes key, long unit) {
        if (!exists(key)) {
            return Reply.number(-2);
        }
        return Reply.number(core.end(key) == Core.NEVER ? -1 : (core.end(key) + unit / 2) / unit);
    }

    private Reply persist(Bytes key) {
        var value = core.get(key);
        if (value == null || core.end(key) == Core.NEVER) {
            return Reply.yesOrNo(false);
        }
        core.put(key, value, Core.NEVER);
        return Reply.yesOrNo(true);
    }

    /** Here SYNC and ASYNC are the same: forgetting a map takes no time, and the collector does the rest. */
    private Reply flushAll(List<Bytes> args) {
        if (args.size() > 1 || args.size() == 1 && !isMode(args.get(0).text())) {
            throw new CommandException("ERR syntax error");
        }
        core.clear();
        return Reply.OK;
    }

    private static boolean isMode(String word) {
        return List.of("SYNC", "ASYNC").contains(word.toUpperCase(Locale.ROOT));
    }
}
