package miniredis.nio.store;

import java.util.Arrays;

/**
 * Finds entries by their keys, with extendible hashing: the upper bits of a key's hash choose a bucket through a
 * directory, the lower ones a slot in it.
 *
 * <p>Growing never takes long, because it happens a bucket at a time: a full bucket of some 800 keys is split in two, in a
 * few microseconds, and the rest of the index is not touched. Only the directory doubles as a whole now and then, and
 * it is small: 64 KiB for ten million keys. Shrinking is the same in reverse: two nearly empty neighbours become one.
 */
final class Index {
    /** Two neighbours with fewer keys than this together become one bucket. Far below FULL, so that it is not split soon. */
    private static final int SPARSE = Bucket.FULL / 4;

    private static final int HASH_BITS = 32;
    private static final int MAX_DEPTH = 24;

    private final SlabAllocator buckets;
    private final Bucket bucket; // the one that was opened last
    private final Bucket other; // for lookups that replace() and remove() do not refer to
    private final long[] splitting = new long[Bucket.SLOTS];
    private int[] directory = new int[1];
    private int depth; // how many bits of the hash choose a bucket
    private int slot; // of the entry that was found last
    private int hash; // of the key that was looked for last
    private int size;

    Index(Segments segments) {
        this.buckets = new SlabAllocator(segments, Bucket.SIZE);
        this.bucket = new Bucket(segments);
        this.other = new Bucket(segments);
        directory[0] = buckets.take();
        bucket.open(directory[0]).clear(0);
    }

    /** How many entries there are. */
    int size() {
        return size;
    }

    /** The bucket for keys with this hash. */
    int bucketFor(int hash) {
        return directory[place(hash)];
    }

    /** Reads where a search for this hash begins. */
    long glance(int hash) {
        return other.open(directory[place(hash)]).home(hash);
    }

    /** An entry with this hash, probably the one of the key, or {@link Segments#NOWHERE}. */
    int guess(int hash) {
        int found = other.open(directory[place(hash)]).find(hash);
        return found == Bucket.NO_SLOT ? Segments.NOWHERE : Bucket.entry(other.get(found));
    }

    /** The entry of the key, or {@link Segments#NOWHERE}; {@link #replace} and {@link #remove} then refer to it. */
    int find(Key key, EntryLayout entries) {
        hash = key.hash();
        bucket.open(directory[place(hash)]);
        slot = bucket.find(hash);
        while (slot != Bucket.NO_SLOT) {
            int entry = Bucket.entry(bucket.get(slot));
            if (entries.hasKey(entry, key)) {
                return entry;
            }
            slot = bucket.findAfter(slot, hash);
        }
        return Segments.NOWHERE;
    }

    /** Finds the entry whose reference is known already. */
    void find(int hash, int entry) {
        this.hash = hash;
        bucket.open(directory[place(hash)]);
        slot = bucket.find(hash);
        while (Bucket.entry(bucket.get(slot)) != entry) {
            slot = bucket.findAfter(slot, hash);
        }
    }

    /** The entry found last has moved. */
    void replace(int entry) {
        bucket.replace(slot, entry);
    }

    /** The entry found last is gone. */
    void remove() {
        bucket.remove(slot);
        removed(bucket, hash, 1);
    }

    /** The entry found last expires at that time. */
    void expires(long millis) {
        if (millis < bucket.earliest()) {
            bucket.setEarliest(millis);
        }
    }

    /** Splits the bucket for this hash if one more key would be too many; @throws StoreFull when memory is full. */
    void makeRoom(int hash) {
        while (bucket.open(directory[place(hash)]).count() >= Bucket.FULL) {
            split(hash);
        }
    }

    /** Adds an entry, after {@link #makeRoom}. */
    void add(int hash, int entry) {
        bucket.open(directory[place(hash)]).add(hash, entry);
        size++;
    }

    /** Entries have been taken out of the bucket for this hash: joins it with its neighbour if both are nearly empty. */
    void removed(Bucket shrunk, int hash, int count) {
        size -= count;
        while (shrunk.depth() > 0 && shrunk.count() < SPARSE && join(shrunk, hash)) {
            // perhaps the neighbour of the two is nearly empty as well
        }
    }

    private int place(int hash) {
        return (int) ((hash & 0xFFFF_FFFFL) >>> (HASH_BITS - depth));
    }

    /** Moves half of a bucket's keys, those whose next bit of the hash is 1, to a new bucket. */
    private void split(int hash) {
        if (bucket.depth() == MAX_DEPTH) {
            throw StoreFull.INSTANCE; // 2^24 buckets are more than the references reach
        }
        int fresh = buckets.take();
        if (bucket.depth() == depth) {
            doubleDirectory();
        }
        int bucketDepth = bucket.depth() + 1;
        long earliest = bucket.earliest();
        for (int i = 0; i < Bucket.SLOTS; i++) {
            splitting[i] = bucket.get(i);
        }
        bucket.clear(bucketDepth);
        bucket.setEarliest(earliest);
        other.open(fresh).clear(bucketDepth);
        other.setEarliest(earliest);
        for (long each : splitting) {
            if (each != Bucket.EMPTY) {
                boolean upper = (Bucket.hash(each) >>> (HASH_BITS - bucketDepth) & 1) == 1;
                (upper ? other : bucket).add(Bucket.hash(each), Bucket.entry(each));
            }
        }
        int share = 1 << (depth - bucketDepth); // the places in the directory that lead to either half
        int first = place(hash) & -(2 * share);
        Arrays.fill(directory, first + share, first + 2 * share, fresh);
    }

    private void doubleDirectory() {
        var doubled = new int[directory.length * 2];
        for (int i = 0; i < doubled.length; i++) {
            doubled[i] = directory[i / 2];
        }
        directory = doubled;
        depth++;
    }

    /** Takes over the neighbour's keys, unless the two have too many. */
    private boolean join(Bucket shrunk, int hash) {
        int share = 1 << (depth - shrunk.depth());
        int first = place(hash) & -share;
        int neighbour =
                directory[first ^ share]; // the places of the two differ in the last bit the bucket's keys share
        other.open(neighbour);
        if (other.depth() != shrunk.depth() || other.count() + shrunk.count() >= SPARSE) {
            return false;
        }
        for (int i = 0; i < Bucket.SLOTS; i++) {
            long each = other.get(i);
            if (each != Bucket.EMPTY) {
                shrunk.add(Bucket.hash(each), Bucket.entry(each));
            }
        }
        shrunk.setEarliest(Math.min(shrunk.earliest(), other.earliest()));
        shrunk.setDepth(shrunk.depth() - 1);
        first &= -(2 * share);
        Arrays.fill(directory, first, first + 2 * share, shrunk.reference());
        buckets.give(neighbour);
        return true;
    }
}
