package miniredis.nio;

import java.util.function.IntConsumer;

/**
 * Finds expired entries that nobody asks for. It goes through the index page by page, a round that may take many turns
 * of the loop. A page knows before which moment nothing in it expires, so most pages cost one look.
 */
final class Sweep {
    private static final int HASH_BITS = 32;
    private static final int PAGES_PER_CLOCK = 4;
    /** If more than one in so many had expired, it was worth it. */
    private static final int WORTHWHILE = 20;

    private final Index index;
    private final Entries entries;
    private final IntConsumer free;
    private final Page page;
    private long position; // the hash that the next page begins with; 2^32 when the round is over
    private boolean busy;
    private int looked;
    private int removed;

    /** @param free frees the entry it is given, once that is out of the index */
    Sweep(Segments segments, Index index, Entries entries, IntConsumer free) {
        this.index = index;
        this.entries = entries;
        this.free = free;
        this.page = new Page(segments);
    }

    /** Whether the round should go on as soon as there is time. */
    boolean isBusy() {
        return busy;
    }

    /** Begins a round, or goes on with the last one. */
    void start() {
        busy = entries.expiring() > 0;
    }

    /** Sweeps until that {@link System#nanoTime}. If hardly anything it saw was expired, the rest can wait. */
    void run(long now, long deadline) {
        looked = 0;
        removed = 0;
        for (int pages = 1; busy; pages++) {
            nextPage(now);
            if (pages % PAGES_PER_CLOCK == 0 && System.nanoTime() - deadline >= 0) {
                busy = removed * WORTHWHILE > looked;
                return;
            }
        }
    }

    private void nextPage(long now) {
        int hash = (int) position;
        page.open(index.pageFor(hash));
        int depth = page.depth();
        if (page.earliest() < now) {
            sweepPage(hash, now);
        }
        if (page.depth() == depth) { // otherwise the page has taken in its neighbour, and is looked at again
            long size = 1L << (HASH_BITS - depth);
            position = (position & -size) + size;
        }
        if (position >> HASH_BITS > 0) {
            position = 0;
            busy = false;
        }
    }

    private void sweepPage(int hash, long now) {
        long earliest = Keyspace.NEVER;
        int count = 0;
        int slot = 0;
        while (slot < Page.SLOTS) {
            long found = page.get(slot);
            long expiry = found == Page.EMPTY ? Keyspace.NEVER : entries.expiry(Page.entry(found));
            looked += expiry == Keyspace.NEVER ? 0 : 1;
            if (expiry < now) {
                free.accept(Page.entry(found));
                page.remove(slot); // perhaps another one moves up to this slot, so it is looked at again
                count++;
            } else {
                earliest = Math.min(earliest, expiry);
                slot++;
            }
        }
        removed += count;
        page.setEarliest(earliest);
        index.removed(page, hash, count);
    }
}
