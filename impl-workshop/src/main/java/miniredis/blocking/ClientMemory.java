package miniredis.blocking;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;

/**
 * What all clients together may hold in unfinished requests and unread replies. When it is too much the greediest of them
 * is cut off, and whoever wants more waits until that one's memory is free. Redis knows this as maxmemory-clients.
 */
final class ClientMemory {
    private static final long PATIENCE_MILLIS = 1000;

    private final long limit;
    private final Set<Share> shares = new HashSet<>();
    private long total;
    private long leaving; // of the total: what those hold who are cut off and not gone yet

    /** @param limit in bytes */
    ClientMemory(long limit) {
        this.limit = limit;
    }

    /** Bytes held by all clients. */
    synchronized long total() {
        return total;
    }

    /** A client holds more now, and has to wait if that is too much; @throws IOException if it is itself cut off for it */
    synchronized void grow(Share share, long bytes) throws IOException {
        total += bytes;
        share.addCharged(bytes);
        shares.add(share);
        while (total > limit && !share.isCutOff()) {
            if (total - leaving > limit) {
                cutOff(greediest());
            } else {
                await();
            }
        }
        if (share.isCutOff()) {
            throw new IOException("cut off");
        }
    }

    /** A client holds nothing any more. */
    synchronized void release(Share share) {
        total -= share.charged();
        if (share.isCutOff()) {
            leaving -= share.charged();
        }
        share.addCharged(-share.charged());
        shares.remove(share);
        notifyAll();
    }

    private Share greediest() {
        return shares.stream()
                .filter(share -> !share.isCutOff())
                .max(Comparator.comparingLong(Share::charged))
                .orElseThrow();
    }

    private void cutOff(Share share) {
        leaving += share.charged();
        share.cutOff();
        notifyAll();
        Log.note("unfinished requests and unread replies took more than " + MemorySize.inMegabytes(limit)
                + ": hung up on the greediest client");
    }

    private void await() throws IOException {
        try {
            wait(PATIENCE_MILLIS);
        } catch (InterruptedException ending) {
            throw new IOException(ending);
        }
    }
}
