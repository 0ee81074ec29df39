package miniredis.blocking.limits;

import java.io.IOException;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import miniredis.blocking.Log;

/**
 * The memory that all clients together may hold in unfinished requests and unread replies. When it is too much, the client that
 * holds the most is cut off, and a client that needs more waits until that memory is free. In Redis this is maxmemory-clients.
 */
public final class ClientMemory {
    private static final long LOOK_MILLIS = 100;

    private final long limit;
    private final Set<Share> shares = ConcurrentHashMap.newKeySet();
    private final AtomicLong total = new AtomicLong();
    private volatile int waiting;

    /** @param limit in bytes */
    public ClientMemory(long limit) {
        this.limit = limit;
    }

    /** Bytes held by all clients. */
    public long total() {
        return total.get();
    }

    void joined(Share share) {
        shares.add(share);
    }

    void left(Share share) {
        shares.remove(share);
    }

    /** A client holds more now, and has to wait if that is too much. @throws IOException if this client itself is cut off */
    void grow(Share share, long bytes) throws IOException {
        share.addCharged(bytes);
        if (total.addAndGet(bytes) > limit) {
            makeRoom(share);
        }
    }

    /** A client no longer holds anything. Usually this takes no lock: the threads of many busy clients would wait for it. */
    void release(Share share) {
        long free = share.charged();
        share.addCharged(-free);
        total.addAndGet(-free);
        if (waiting > 0) {
            wake();
        }
    }

    private synchronized void makeRoom(Share share) throws IOException {
        waiting++;
        try {
            while (total.get() > limit && !share.isCutOff()) {
                if (total.get() - leaving() > limit) {
                    cutOff(greediest());
                } else {
                    wait(LOOK_MILLIS);
                }
            }
        } catch (InterruptedException ending) {
            throw new IOException(ending);
        } finally {
            waiting--;
        }
        if (share.isCutOff()) {
            throw new IOException("cut off");
        }
    }

    private synchronized void wake() {
        notifyAll();
    }

    /** Bytes that are still held by clients that have been cut off. */
    private long leaving() {
        return shares.stream().filter(Share::isCutOff).mapToLong(Share::charged).sum();
    }

    private Share greediest() {
        return shares.stream()
                .filter(share -> !share.isCutOff())
                .max(Comparator.comparingLong(Share::charged))
                .orElseThrow();
    }

    private void cutOff(Share share) {
        share.cutOff();
        notifyAll();
        Log.note("unfinished requests and unread replies took more than " + MemorySize.inMegabytes(limit)
                + ": hung up on the greediest client");
    }
}
