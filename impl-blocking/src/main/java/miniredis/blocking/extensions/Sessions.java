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
    private Metrics metrics;
    private PubSub pubSub;
    private Transactions transactions;

    /** @param backlog what waits in all mailboxes */
    Sessions(Backlog backlog) {
        this.backlog = backlog;
    }

    Backlog backlog() {
        return backlog;
    }

    /** Says what each of them needs. */
    void shares(Metrics metrics, PubSub pubSub, Transactions transactions) {
        this.metrics = metrics;
        this.pubSub = pubSub;
        this.transactions = transactions;
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
