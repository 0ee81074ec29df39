package miniredis.nio;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the connected clients cost: the bytes held for unfinished requests and unread replies. All together may take so
 * much and no more; beyond that the greediest is cut off. Redis does the same with maxmemory-clients, and finds
 * the greediest in the same way: clients are kept in groups by the logarithm of what they cost, so it may be any of those
 * that cost more than half as much as the very greediest, and finding it takes no time.
 */
final class ClientMemory {
    /** On a large heap this comes before half the budget: what waits on the heap is moved by the collector, in a pause. */
    private static final long COSTLY = 128 * 1024 * 1024;

    private final long budget;
    private final Log log;
    private final List<Set<Connection>> groups = new ArrayList<>();
    private long total;

    /** @param budget bytes for all of them together */
    ClientMemory(long budget, Log log) {
        this.budget = budget;
        this.log = log;
        for (int i = 0; i <= Long.SIZE; i++) {
            groups.add(new LinkedHashSet<>());
        }
    }

    /** The client has been disconnected, and costs nothing any more. */
    void release(Connection client) {
        charge(client, 0);
    }

    /** So much memory is taken that a client gets no more replies before it has read those it has. */
    boolean isScarce() {
        return total > Math.min(budget / 2, COSTLY);
    }

    /** Takes note of what the client costs now; cuts clients off until all together cost little enough. */
    void update(Connection client) {
        long cost = client.cost();
        if (cost == client.charged()) {
            return;
        }
        charge(client, cost);
        while (total > budget) {
            greediest().close();
            log.note("unfinished requests and unread replies took more than " + MemorySize.inMegabytes(budget)
                    + ": hung up on the greediest client");
        }
    }

    private void charge(Connection client, long cost) {
        int before = group(client.charged());
        int after = group(cost);
        if (before != after) {
            groups.get(before).remove(client);
            if (after != 0) {
                groups.get(after).add(client);
            }
        }
        total += cost - client.charged();
        client.setCharged(cost);
    }

    private Connection greediest() {
        int group = groups.size() - 1;
        while (groups.get(group).isEmpty()) {
            group--;
        }
        return groups.get(group).iterator().next();
    }

    private static int group(long cost) {
        return Long.SIZE - Long.numberOfLeadingZeros(cost);
    }
}
