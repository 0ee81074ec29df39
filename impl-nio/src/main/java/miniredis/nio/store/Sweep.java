package miniredis.nio.store;

import java.util.function.IntConsumer;

/**
 * Finds expired entries that no client uses again. A round goes through the index bucket by bucket, and may take many turns
 * of the loop. A bucket knows a time before which nothing in it expires, so most buckets cost only one look.
 */
final class Sweep {
    /** A time at which every entry counts as expired. */
    private static final long EVERYTHING = Long.MAX_VALUE;

    private static final int HASH_BITS = 32;
    private static final int BUCKETS_PER_CLOCK = 4;
    /** If more than one entry in so many had expired, the sweep was worth its time. */
    private static final int WORTHWHILE = 20;

    private final Index index;
    private final EntryLayout entries;
    private final IntConsumer free;
    private final Bucket bucket;
    private long position; // the hash that the next bucket begins with; 2^32 when the round is over
    private boolean busy;
    private int looked;
    private int removed;
    private long total;

    /** @param free frees the entry it is given, once that is out of the index */
    Sweep(Segments segments, Index index, EntryLayout entries, IntConsumer free) {
        this.index = index;
        this.entries = entries;
        this.free = free;
        this.bucket = new Bucket(segments);
    }

    /** Whether the round should continue as soon as there is time. */
    boolean isBusy() {
        return busy;
    }

    /** Begins a round, or continues the last one. */
    void start() {
        busy = entries.expiring() > 0;
    }

    /** Sweeps until that {@link System#nanoTime}. If hardly anything it saw was expired, the rest can wait. */
    void run(long now, long deadline) {
        looked = 0;
        removed = 0;
        for (int buckets = 1; busy; buckets++) {
            nextBucket(now);
            if (buckets % BUCKETS_PER_CLOCK == 0 && System.nanoTime() - deadline >= 0) {
                busy = removed * WORTHWHILE > looked;
                return;
            }
        }
    }

    /** How many expired entries it has found so far. */
    long total() {
        return total;
    }

    /** Frees every entry, expired or not. */
    void all() {
        long before = total;
        position = 0;
        busy = true;
        while (busy) {
            nextBucket(EVERYTHING);
        }
        total = before;
    }

    private void nextBucket(long now) {
        int hash = (int) position;
        bucket.open(index.bucketFor(hash));
        int depth = bucket.depth();
        if (bucket.earliest() < now || now == EVERYTHING) {
            sweepBucket(hash, now);
        }
        if (bucket.depth() == depth) { // otherwise the bucket has taken in its neighbour, and is checked again
            long size = 1L << (HASH_BITS - depth);
            position = (position & -size) + size;
        }
        if (position >> HASH_BITS > 0) {
            position = 0;
            busy = false;
        }
    }

    private void sweepBucket(int hash, long now) {
        long earliest = Keyspace.NEVER;
        int count = 0;
        int slot = 0;
        while (slot < Bucket.SLOTS) {
            long found = bucket.get(slot);
            long expiry = found == Bucket.EMPTY ? Keyspace.NEVER : entries.expiry(Bucket.entry(found));
            looked += expiry == Keyspace.NEVER ? 0 : 1;
            if (found != Bucket.EMPTY && (expiry < now || now == EVERYTHING)) {
                free.accept(Bucket.entry(found));
                bucket.remove(slot); // perhaps another one moves up to this slot, so it is looked at again
                count++;
            } else {
                earliest = Math.min(earliest, expiry);
                slot++;
            }
        }
        removed += count;
        total += count;
        bucket.setEarliest(earliest);
        index.removed(bucket, hash, count);
    }
}
