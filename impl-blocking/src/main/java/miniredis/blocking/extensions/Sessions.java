package miniredis.blocking.extensions;

import java.util.Collection;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import miniredis.blocking.Core;
import miniredis.blocking.Peer;

/** All clients that are connected. */
final class Sessions {
    private final Set<Session> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong lastId = new AtomicLong();
    private final Backlog backlog;
    private final Metrics metrics;
    private final PubSub pubSub;
    private final Transactions transactions;

    Sessions(Core core, PubSub pubSub, Transactions transactions) {
        this.backlog = new Backlog(core.clientMemory());
        this.pubSub = pubSub;
        this.transactions = transactions;
        this.metrics = new Metrics(core, this);
    }

    /** What waits in all mailboxes. */
    Backlog backlog() {
        return backlog;
    }

    Session open(Peer peer, Core core, Table table) {
        var session = new Session(lastId.incrementAndGet(), peer, core, table, this);
        open.add(session);
        return session;
    }

    void close(Session session) {
        open.remove(session);
    }

    int count() {
        return open.size();
    }

    /** How many there have been so far. */
    long total() {
        return lastId.get();
    }

    /** Oldest first. */
    Collection<Session> all() {
        return open.stream().sorted(Comparator.comparingLong(Session::id)).toList();
    }

    Metrics metrics() {
        return metrics;
    }

    PubSub pubSub() {
        return pubSub;
    }

    Transactions transactions() {
        return transactions;
    }
}
