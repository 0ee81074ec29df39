package miniredis.blocking.extensions;

import static miniredis.blocking.Command.ANY_NUMBER;
import static miniredis.blocking.extensions.Row.Trait.NEEDS_MEMORY;
import static miniredis.blocking.extensions.Row.Trait.READS_KEY;
import static miniredis.blocking.extensions.Row.Trait.READS_KEYS;
import static miniredis.blocking.extensions.Row.Trait.WRITES;

import java.time.InstantSource;
import java.util.List;
import miniredis.blocking.Bytes;
import miniredis.blocking.CommandException;
import miniredis.blocking.Commands;
import miniredis.blocking.Keyspace;
import miniredis.blocking.Lifetimes;
import miniredis.blocking.Reply;
import miniredis.blocking.StrictInteger;
import miniredis.blocking.extensions.Row.Keys;
import org.jspecify.annotations.Nullable;

/** SET with its options, adding any number to a value, and several keys in one command. */
final class StringCommands {
    private static final String NO_INTEGER = "ERR value is not an integer or out of range";

    private final Keyspace keyspace;
    private final InstantSource clock;
    private final Statistics statistics;
    private final Transactions transactions;

    StringCommands(Keyspace keyspace, InstantSource clock, Statistics statistics, Transactions transactions) {
        this.keyspace = keyspace;
        this.clock = clock;
        this.statistics = statistics;
        this.transactions = transactions;
    }

    /** GET and INCR stay as they are. */
    void addTo(Commands commands) {
        commands.add(Row.of(commands, "get", Keys.ONE, READS_KEY));
        commands.add(Row.of(commands, "incr", Keys.ONE, WRITES, NEEDS_MEMORY));
        commands.add(setWithOptions(Row.of(commands, "set", Keys.ONE)));
        commands.add(new Row(
                "incrby", 2, Keys.ONE, (client, args) -> add(args.get(0), number(args.get(1))), WRITES, NEEDS_MEMORY));
        commands.add(new Row("decr", 1, Keys.ONE, (client, args) -> add(args.get(0), -1), WRITES, NEEDS_MEMORY));
        commands.add(new Row(
                "decrby",
                2,
                Keys.ONE,
                (client, args) -> add(args.get(0), negative(number(args.get(1)))),
                WRITES,
                NEEDS_MEMORY));
        commands.add(new Row("mget", 1, ANY_NUMBER, Keys.ALL, (client, keys) -> getAll(keys), READS_KEYS));
        commands.add(new Row(
                "mset", 2, ANY_NUMBER, Keys.EVERY_SECOND, (client, args) -> setAll(args), WRITES, NEEDS_MEMORY));
    }

    private Row setWithOptions(Row plain) {
        return new Row(
                plain.name(),
                plain.least(),
                plain.most(),
                Keys.ONE,
                (client, args) -> args.size() == 2 ? plain.answer(client, args) : set(args),
                WRITES,
                NEEDS_MEMORY);
    }

    /** Carries out SET with options. */
    private Reply set(List<Bytes> args) {
        var key = args.get(0);
        var options = SetOptions.parse(args.subList(2, args.size()), clock.millis());
        var old = keyspace.get(key);
        if (options.answersOld()) {
            statistics.read(old != null);
        }
        boolean stores = options.allow(old != null);
        if (stores) {
            boolean keeps = options.keepsLifetime() && old != null;
            keyspace.put(
                    key, args.get(1), keeps ? keyspace.end(key) : options.end().orElse(Lifetimes.NEVER));
            transactions.changed(key); // also if it ends now, and nothing is left that shows it
        }
        if (options.answersOld()) {
            return Reply.bulk(old);
        }
        return stores ? Reply.OK : Reply.bulk(null);
    }

    /** The key keeps its lifetime. */
    private Reply add(Bytes key, long step) {
        var old = keyspace.get(key);
        long number = old == null ? 0 : number(old);
        try {
            long sum = Math.addExact(number, step);
            keyspace.put(key, Bytes.of(String.valueOf(sum)), old == null ? Lifetimes.NEVER : keyspace.end(key));
            return Reply.number(sum);
        } catch (ArithmeticException overflow) {
            throw new CommandException("ERR increment or decrement would overflow");
        }
    }

    private static long number(Bytes text) {
        return StrictInteger.parse(text).orElseThrow(() -> new CommandException(NO_INTEGER));
    }

    /** The smallest 64-bit number has no positive counterpart. */
    private static long negative(long step) {
        if (step == Long.MIN_VALUE) {
            throw new CommandException("ERR decrement would overflow");
        }
        return -step;
    }

    private Reply getAll(List<Bytes> keys) {
        return new Reply.Array(keys.stream().map(key -> Reply.bulk(read(key))).toList());
    }

    private @Nullable Bytes read(Bytes key) {
        var value = keyspace.get(key);
        statistics.read(value != null);
        return value;
    }

    private Reply setAll(List<Bytes> args) {
        if (args.size() % 2 != 0) {
            throw Commands.wrongNumberOfArguments("mset");
        }
        for (int at = 0; at < args.size(); at += 2) {
            keyspace.put(args.get(at), args.get(at + 1), Lifetimes.NEVER);
        }
        return Reply.OK;
    }
}
