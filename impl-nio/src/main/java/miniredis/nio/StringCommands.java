package miniredis.nio;

import miniredis.nio.store.Keyspace;
import miniredis.nio.store.NotCountable;

/** PING, GET, SET and INCR. */
final class StringCommands {
    private final Keyspace keyspace;

    StringCommands(Keyspace keyspace) {
        this.keyspace = keyspace;
    }

    static void ping(Request request, Reply reply) {
        switch (request.count()) {
            case 1 -> reply.pong();
            case 2 -> reply.bulk(request.argument(1));
            default -> throw new CommandError("ERR wrong number of arguments for 'ping' command");
        }
    }

    void get(Request request, Reply reply) {
        var value = keyspace.get(request.argument(1));
        if (value == null) {
            reply.nullBulk();
        } else {
            reply.bulk(value);
        }
    }

    void set(Request request, Reply reply) {
        if (request.count() > 3) {
            throw CommandError.SYNTAX; // none of its options is supported
        }
        keyspace.set(request.argument(1), request.argument(2));
        reply.ok();
    }

    void incr(Request request, Reply reply) {
        try {
            reply.integer(keyspace.increment(request.argument(1)));
        } catch (NotCountable value) {
            throw value == NotCountable.OVERFLOW ? CommandError.OVERFLOW : CommandError.NOT_AN_INTEGER;
        }
    }
}
