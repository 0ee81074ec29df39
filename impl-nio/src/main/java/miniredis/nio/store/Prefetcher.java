package miniredis.nio.store;

/**
 * Fetches what several requests will need from memory into the processor's cache, before the first is carried out.
 *
 * <p>A key costs two waits for memory, one for its place in the index and one for its entry. For one key after another they
 * add up. But a processor can wait for many addresses at the same time, if it does not need the content of one to know the
 * next. So each loop here is short, does the same for all keys, and its rounds do not depend on each other. Nothing is
 * decided here: whether a key really exists is found out when its request is carried out.
 */
final class Prefetcher {
    /** About as many keys as a processor can wait for at the same time. */
    static final int SIZE = 16;

    private final SipHash sipHash;
    private final Index index;
    private final EntryLayout entries;
    private final int[] hashes = new int[SIZE];
    private final int[] found = new int[SIZE];
    private int count;

    @SuppressWarnings("UnusedVariable")
    private long read; // not used, but without it the compiler would leave out the reads

    Prefetcher(SipHash sipHash, Index index, EntryLayout entries) {
        this.sipHash = sipHash;
        this.index = index;
        this.entries = entries;
    }

    /** Remembers a key, one of at most {@link #SIZE}. */
    void add(Slice key) {
        if (key.blob() == null) {
            hashes[count++] = key.hash(sipHash);
        }
    }

    /** Fetches the keys that have been added. */
    void run() {
        int keys = count;
        count = 0;
        long sum = 0;
        for (int i = 0; i < keys; i++) {
            sum += index.glance(hashes[i]);
        }
        for (int i = 0; i < keys; i++) {
            found[i] = index.guess(hashes[i]);
        }
        for (int i = 0; i < keys; i++) {
            sum += found[i] == Segments.NOWHERE ? 0 : entries.glance(found[i]);
        }
        read = sum;
    }
}
