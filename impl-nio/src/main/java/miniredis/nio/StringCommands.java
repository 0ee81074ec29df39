package miniredis.nio;

import static miniredis.nio.Command.NEEDS_MEMORY;
import static miniredis.nio.Command.READS;
import static miniredis.nio.Command.WRITES;

import java.util.List;
import miniredis.nio.Command.Keys;
import miniredis.nio.store.Keyspace;
import miniredis.nio.store.NotCountable;

/** GET, SET with its options, adding any number to a value, and several keys in one command. */
final class StringCommands {
    private static final int PLAIN = 3; // arguments of a SET without options

    private final Keyspace keyspace;
    private final Stats stats;

    StringCommands(Keyspace keyspace, Stats stats) {
        this.keyspace = keyspace;
        this.stats = stats;
    }

    List<Command> more() {
        return List.of(
                new Command(
                        "incrby",
                        3,
                        WRITES | NEEDS_MEMORY,
                        Keys.ONE,
                        (client, request, reply) ->
                                add(request, request.argument(2).integer(), reply)),
                new Command(
                        "decr",
                        2,
                        WRITES | NEEDS_MEMORY,
                        Keys.ONE,
                        (client, request, reply) -> add(request, -1, reply)),
                new Command("decrby", 3, WRITES | NEEDS_MEMORY, Keys.ONE, this::decrBy),
                new Command("mget", -2, READS, Keys.ALL, this::mget),
                new Command("mset", -3, WRITES | NEEDS_MEMORY, Keys.EVERY_SECOND, this::mset));
    }

    void get(Client client, Request request, Reply reply) {
        get(request.argument(1), reply);
    }

    private void get(Argument key, Reply reply) {
        var value = keyspace.get(key);
        if (value == null) {
            stats.misses++;
            reply.nullBulk();
        } else {
            stats.hits++;
            reply.bulk(value);
        }
    }

    void set(Client client, Request request, Reply reply) {
        if (request.count() == PLAIN) {
            keyspace.set(request.argument(1), request.argument(2));
            reply.ok();
        } else {
            setWithOptions(request, reply);
        }
    }

    /** Writes the reply before it stores the new value: the old one is read from where it is stored. */
    private void setWithOptions(Request request, Reply reply) {
        var options = SetOptions.parse(request, keyspace.now());
        var key = request.argument(1);
        long old = keyspace.expiry(key);
        boolean exists = old != Keyspace.ABSENT;
        if (options.get()) {
            get(key, reply);
        }
        boolean stores = options.allow(exists);
        if (stores) {
            keyspace.set(key, request.argument(2), options.keepsExpiry() && exists ? old : options.expiry());
        }
        if (options.get()) {
            return;
        }
        if (stores) {
            reply.ok();
        } else {
            reply.nullBulk();
        }
    }

    void incr(Client client, Request request, Reply reply) {
        add(request, 1, reply);
    }

    private void decrBy(Client client, Request request, Reply reply) {
        long step = request.argument(2).integer();
        if (step == Long.MIN_VALUE) { // it has no positive counterpart
            throw new CommandError("ERR decrement would overflow");
        }
        add(request, -step, reply);
    }

    private void add(Request request, long step, Reply reply) {
        try {
            reply.integer(keyspace.increment(request.argument(1), step));
        } catch (NotCountable value) {
            throw value == NotCountable.OVERFLOW ? CommandError.OVERFLOW : CommandError.NOT_AN_INTEGER;
        }
    }

    private void mget(Client client, Request request, Reply reply) {
        reply.array(request.count() - 1);
        for (int i = 1; i < request.count(); i++) {
            get(request.argument(i), reply);
        }
    }

    private void mset(Client client, Request request, Reply reply) {
        if (request.count() % 2 == 0) {
            throw new CommandError("ERR wrong number of arguments for 'mset' command");
        }
        for (int i = 1; i < request.count(); i += 2) {
            keyspace.set(request.argument(i), request.argument(i + 1));
        }
        reply.ok();
    }
}
