package miniredis.nio;

/**
 * Fetches what several requests will need from memory into the processor's cache, before the first is carried out.
 *
 * <p>A key costs two waits for memory, one for its place in the index and one for its entry. One key after another they
 * add up; but a processor waits for many addresses at a time where it does not need one to know the next. So each loop
 * here is short, does the same for all keys, and its rounds do not depend on each other. Nothing is decided: whether a
 * key is really there is found out when its request is carried out.
 */
final class LookAhead {
    private final SipHash sipHash;
    private final Index index;
    private final Entries entries;
    private final int[] hashes = new int[Batch.SIZE];
    private final int[] found = new int[Batch.SIZE];
    private long read; // of no use, but what is read for nothing the compiler would leave out

    LookAhead(SipHash sipHash, Index index, Entries entries) {
        this.sipHash = sipHash;
        this.index = index;
        this.entries = entries;
    }

    void run(Batch batch) {
        int count = hash(batch);
        long sum = 0;
        for (int i = 0; i < count; i++) {
            sum += index.glance(hashes[i]);
        }
        for (int i = 0; i < count; i++) {
            found[i] = index.guess(hashes[i]);
        }
        for (int i = 0; i < count; i++) {
            sum += found[i] == Segments.NOWHERE ? 0 : entries.glance(found[i]);
        }
        read = sum;
    }

    /** The first argument is the key, in nearly all commands; where it is not, this was a waste of a little time. */
    private int hash(Batch batch) {
        int count = 0;
        for (int i = 0; i < batch.count(); i++) {
            var request = batch.request(i);
            if (request.count() > 1 && request.argument(1).large() == null) {
                hashes[count++] = request.argument(1).hash(sipHash);
            }
        }
        return count;
    }
}
