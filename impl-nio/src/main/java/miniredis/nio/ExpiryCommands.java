package miniredis.nio;

import miniredis.nio.store.Keyspace;

/** EXPIRE and TTL. */
final class ExpiryCommands {
    private static final int SECOND = 1000;

    private final Keyspace keyspace;
    private final Stats stats;

    ExpiryCommands(Keyspace keyspace, Stats stats) {
        this.keyspace = keyspace;
        this.stats = stats;
    }

    /** The options are checked first, then the number, then the key: the order in which Redis finds mistakes. */
    void expire(Client client, Request request, Reply reply) {
        var condition = ExpireCondition.parse(request);
        long at = deadline(request.argument(2).integer());
        var key = request.argument(1);
        long current = keyspace.expiry(key);
        boolean accepted = current != Keyspace.ABSENT && condition.allows(current, at);
        if (accepted) {
            keyspace.expireAt(key, at);
        }
        reply.integer(accepted ? 1 : 0);
    }

    void ttl(Client client, Request request, Reply reply) {
        long at = keyspace.expiry(request.argument(1));
        stats.read(at != Keyspace.ABSENT);
        if (at == Keyspace.ABSENT) {
            reply.integer(-2);
        } else if (at == Keyspace.NEVER) {
            reply.integer(-1);
        } else {
            long left = Math.max(at - keyspace.now(), 0);
            reply.integer((left + SECOND / 2) / SECOND);
        }
    }

    private long deadline(long seconds) {
        long now = keyspace.now();
        // the milliseconds must fit in 64 bits, and so must their sum with the current time
        if (seconds > (Long.MAX_VALUE - now) / SECOND || seconds < Long.MIN_VALUE / SECOND) {
            throw CommandError.EXPIRE_TIME;
        }
        return now + seconds * SECOND;
    }
}
