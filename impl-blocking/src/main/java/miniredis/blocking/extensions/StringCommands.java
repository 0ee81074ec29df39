package miniredis.blocking.extensions;

import static miniredis.blocking.extensions.Row.Trait.NEEDS_MEMORY;
import static miniredis.blocking.extensions.Row.Trait.READS;
import static miniredis.blocking.extensions.Row.Trait.WRITES;

import java.util.List;
import miniredis.blocking.Bytes;
import miniredis.blocking.CommandException;
import miniredis.blocking.Core;
import miniredis.blocking.Reply;
import miniredis.blocking.StrictInteger;
import miniredis.blocking.extensions.Row.Keys;

/** SET with its options, numbers in any steps, and several keys at once. */
final class StringCommands {
    private static final String NO_INTEGER = "ERR value is not an integer or out of range";

    private final Core core;
    private final Metrics metrics;

    StringCommands(Core core, Metrics metrics) {
        this.core = core;
        this.metrics = metrics;
    }

    void addTo(Table table) {
        table.add(new Row("get", 2, Keys.ONE, null, READS));
        table.add(new Row("set", -3, Keys.ONE, (client, args) -> set(args), WRITES, NEEDS_MEMORY));
        table.add(new Row("incr", 2, Keys.ONE, null, WRITES, NEEDS_MEMORY));
        table.add(new Row(
                "incrby", 3, Keys.ONE, (client, args) -> add(args.get(0), number(args.get(1))), WRITES, NEEDS_MEMORY));
        table.add(new Row("decr", 2, Keys.ONE, (client, args) -> add(args.get(0), -1), WRITES, NEEDS_MEMORY));
        table.add(new Row(
                "decrby",
                3,
                Keys.ONE,
                (client, args) -> add(args.get(0), negative(number(args.get(1)))),
                WRITES,
                NEEDS_MEMORY));
        table.add(new Row("mget", -2, Keys.ALL, (client, keys) -> getAll(keys), READS));
        table.add(new Row("mset", -3, Keys.EVERY_SECOND, (client, args) -> setAll(args), WRITES, NEEDS_MEMORY));
    }

    private Reply set(List<Bytes> args) {
        var key = args.get(0);
        var options = SetOptions.parse(args.subList(2, args.size()), core.now());
        var old = core.get(key);
        if (options.answersOld()) {
            metrics.read(old != null);
        }
        boolean stores = options.allow(old != null);
        if (stores) {
            boolean keeps = options.keepsLifetime() && old != null;
            core.put(key, args.get(1), keeps ? core.end(key) : options.end().orElse(Core.NEVER));
        }
        if (options.answersOld()) {
            return Reply.bulk(old);
        }
        return stores ? Reply.OK : Reply.bulk(null);
    }

    /** The key keeps its lifetime. */
    private Reply add(Bytes key, long step) {
        var old = core.get(key);
        long number = old == null ? 0 : number(old);
        try {
            long sum = Math.addExact(number, step);
            core.put(key, Bytes.of(String.valueOf(sum)), old == null ? Core.NEVER : core.end(key));
            return Reply.number(sum);
        } catch (ArithmeticException overflow) {
            throw new CommandException("ERR increment or decrement would overflow");
        }
    }

    private static long number(Bytes text) {
        return StrictInteger.parse(text).orElseThrow(() -> new CommandException(NO_INTEGER));
    }

    /** The smallest number there is has no counterpart. */
    private static long negative(long step) {
        if (step == Long.MIN_VALUE) {
            throw new CommandException("ERR decrement would overflow");
        }
        return -step;
    }

    private Reply getAll(List<Bytes> keys) {
        return new Reply.Array(
                keys.stream().map(key -> Reply.bulk(core.get(key))).toList());
    }

    private Reply setAll(List<Bytes> args) {
        if (args.size() % 2 != 0) {
            throw new CommandException("ERR wrong number of arguments for 'mset' command");
        }
        for (int at = 0; at < args.size(); at += 2) {
            core.put(args.get(at), args.get(at + 1), Core.NEVER);
        }
        return Reply.OK;
    }
}
