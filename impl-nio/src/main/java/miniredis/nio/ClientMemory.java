package miniredis.nio;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The memory that clients take: the bytes held for unfinished requests and unread replies. There is a budget for all of
 * them together; when it is exceeded the client that takes most is cut off. Redis does the same with maxmemory-clients,
 * and finds that client in the same way. Clients are grouped by the logarithm of their bytes, so finding one of the
 * highest group takes constant time, and it has more than half as many bytes as the highest of all.
 */
final class ClientMemory {
    /** Memory counts as scarce from here, even if the budget is large: the collector moves what waits on the heap, in pauses. */
    private static final long SCARCE_AT_MOST = 128 * 1024 * 1024;

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

    /** Whether a client must read the replies it has before it gets more. */
    boolean isScarce() {
        return total > Math.min(budget / 2, SCARCE_AT_MOST);
    }

    /** Counts what the client costs now, and cuts clients off until all of them are within the budget. */
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
