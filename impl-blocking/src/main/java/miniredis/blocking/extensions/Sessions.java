package miniredis.blocking.extensions;

import java.util.Collection;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** All clients that are connected. */
final class Sessions {
    private final Set<Session> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong lastId = new AtomicLong();

    Session open(Peer peer, Extensions server) {
        var session = new Session(lastId.incrementAndGet(), peer, server);
        open.add(session);
        return session;
    }

    void close(Session session) {
        open.remove(session);
    }

    int count() {
        return open.size();
    }

    /** How many clients have connected so far. */
    long total() {
        return lastId.get();
    }

    /** Oldest first. */
    Collection<Session> all() {
        return open.stream().sorted(Comparator.comparingLong(Session::id)).toList();
    }
}
