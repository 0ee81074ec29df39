package miniredis.nio.store;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The keys and their values. What exists is decided in one place, {@link #live}: an expired entry is as if it had never
 * existed, whether or not its memory has been freed yet.
 *
 * <p>A key's hash leads through the {@link Index} to its entry in the memory of the {@link CompactingAllocator};
 * {@link EntryLayout} knows how an entry is stored.
 */
public final class Keyspace {
    /** The expiry of a key that has none. */
    public static final long NEVER = Long.MAX_VALUE;
    /** The expiry of a key that does not exist. */
    public static final long ABSENT = Long.MIN_VALUE;

    /** How many keys may be announced with {@link #expect}. */
    public static final int MOST_EXPECTED = Prefetcher.SIZE;

    private static final int TIDY_STEP = 4096; // units of memory between two looks at the clock

    private final InstantSource clock;
    private final Segments segments;
    private final Key key;
    private final CompactingAllocator blocks;
    private final EntryLayout entries;
    private final BlobTable blobTable = new BlobTable();
    private final BlobAllocator blobs;
    private final Index index;
    private final Sweep sweep;
    private final Prefetcher prefetcher;
    private final Value value;
    private @Nullable Consumer<Slice> listener; // null while no listener is set
    private long blobBytes;
    private long expired;
    private final byte[] scratch = new byte[Blob.THRESHOLD + Words.SIZE];

    /**
     * @param clock tells the time
     * @param maxMemory bytes for data, beyond which {@link #isFull} returns true
     */
    public Keyspace(InstantSource clock, long maxMemory) {
        this(new Segments(maxMemory), clock, secret());
    }

    Keyspace(Segments segments, InstantSource clock, SipHash sipHash) {
        this.segments = segments;
        this.clock = clock;
        this.key = new Key(sipHash);
        this.blobs = new BlobAllocator(segments);
        this.blocks = new CompactingAllocator(segments, this::moved);
        this.entries = new EntryLayout(segments, blocks);
        this.index = new Index(segments);
        this.value = new Value(segments);
        this.sweep = new Sweep(segments, index, entries, this::free);
        this.prefetcher = new Prefetcher(sipHash, index, entries);
    }

    /** From now on this listener is told of every key that a command changes; null for no listener. */
    public void tell(@Nullable Consumer<Slice> newListener) {
        listener = newListener;
    }

    private void tellOf(Slice name) {
        if (listener != null) {
            listener.accept(name);
        }
    }

    /** Milliseconds since 1970. */
    public long now() {
        return clock.millis();
    }

    /** Keys in memory; some of them may have expired. */
    public int size() {
        return index.size();
    }

    /** Announces a key that will be looked up soon; at most {@link #MOST_EXPECTED} keys before {@link #prefetch}. */
    public void expect(Slice name) {
        prefetcher.add(name);
    }

    /** Fetches the announced keys, so that their lookups need not wait for memory. */
    public void prefetch() {
        prefetcher.run();
    }

    /** For what is too long for a slice. */
    public BlobAllocator blobs() {
        return blobs;
    }

    /**
     * Whether so much memory is in use that commands that need more should be refused. The keyspace does not refuse them
     * itself: some commands are carried out anyway, and a little memory is left for them.
     */
    public boolean isFull() {
        return segments.isFull();
    }

    /** Bytes in use for data and for blobs, wherever those are kept. */
    public long usedMemory() {
        return (long) segments.inUse() * Segments.SIZE;
    }

    /** The value of a key, valid until the next call, or null. */
    public @Nullable Value get(Slice name) {
        key.load(name);
        int entry = live();
        if (entry == Segments.NOWHERE) {
            return null;
        }
        if (entries.isBlob(entry)) {
            value.locate(blobTable.get(blobNumber(entry)));
        } else {
            value.locate(entry, entries.valueOffset(entry), entries.valueLength(entry));
        }
        return value;
    }

    /** Gives a key a value and no expiry; @throws StoreFull when memory is full. */
    public void set(Slice name, Slice newValue) {
        loadForWriting(name);
        int old = index.find(key, entries); // expired or not, it is replaced
        if (newValue.blob() == null) {
            put(old, newValue.bytes(), newValue.from(), newValue.length(), NEVER);
        } else {
            putBlob(old, newValue.blob(), NEVER);
        }
        tellOf(name);
    }

    /** Gives a key a value that expires then; if that is not in the future, deletes it. @throws StoreFull when memory is full */
    public void set(Slice name, Slice newValue, long millis) {
        if (millis <= now()) {
            if (!delete(name)) {
                tellOf(name); // it was set, though only for a moment
            }
            return;
        }
        loadForWriting(name);
        int old = index.find(key, entries);
        if (newValue.blob() == null) {
            put(old, newValue.bytes(), newValue.from(), newValue.length(), millis);
        } else {
            putBlob(old, newValue.blob(), millis);
        }
        if (millis != NEVER) {
            key.load(name);
            index.find(key, entries);
            index.expires(millis);
        }
        tellOf(name);
    }

    /** Deletes a key; returns whether there was such a key. */
    public boolean delete(Slice name) {
        loadForWriting(name);
        int entry = live();
        if (entry == Segments.NOWHERE) {
            return false;
        }
        remove(entry);
        tellOf(name);
        return true;
    }

    /** Whether there is such a key. */
    public boolean exists(Slice name) {
        key.load(name);
        return live() != Segments.NOWHERE;
    }

    /** Deletes all keys; the time is proportional to their number. */
    public void clear() {
        sweep.all();
    }

    /** Keys that have an expiry. */
    public int expiring() {
        return entries.expiring();
    }

    /** How many keys have been removed because they had expired. */
    public long expired() {
        return expired + sweep.total();
    }

    /** Bytes that keys and values take. */
    public long dataBytes() {
        return entries.bytes() + blobBytes;
    }

    /**
     * Adds to the number that a key holds (0 if there is no such key), and keeps its expiry.
     *
     * @throws NotCountable if the value is not a number, or would become too large for 64 bits
     * @throws StoreFull when memory is full
     */
    public long increment(Slice name, long step) {
        loadForWriting(name);
        int entry = live();
        long number = entry == Segments.NOWHERE ? 0 : number(entry);
        long sum = number + step;
        if (((number ^ sum) & (step ^ sum)) < 0) { // the sum has another sign than both of them
            throw NotCountable.OVERFLOW;
        }
        int length = Decimal.write(sum, scratch, 0);
        long expiry = entry == Segments.NOWHERE ? NEVER : entries.expiry(entry);
        put(entry, scratch, 0, length, expiry);
        tellOf(name);
        return sum;
    }

    /** When the key expires, in milliseconds since 1970, or {@link #NEVER}, or {@link #ABSENT}. */
    public long expiry(Slice name) {
        key.load(name);
        int entry = live();
        return entry == Segments.NOWHERE ? ABSENT : entries.expiry(entry);
    }

    /** Makes an existing key expire, immediately if that is not in the future; @throws StoreFull when memory is full. */
    public void expireAt(Slice name, long millis) {
        loadForWriting(name);
        int entry = live();
        if (entry == Segments.NOWHERE) {
            return;
        }
        if (millis <= now()) {
            remove(entry);
            tellOf(name);
            return;
        }
        int length = entries.valueLength(entry);
        if (entries.hasRoom(entry, length, millis)) {
            entries.setExpiry(entry, millis);
        } else {
            segments.buffer(entry).get(entries.valueOffset(entry), scratch, 0, length);
            int kind = entries.isBlob(entry) ? EntryLayout.BLOB : EntryLayout.PLAIN;
            replace(entry, entries.create(key, kind, scratch, 0, length, millis));
        }
        index.expires(millis);
        tellOf(name);
    }

    /** Whether nothing has to be tidied up. */
    public boolean isTidy() {
        return blocks.isTidy() && !sweep.isBusy();
    }

    /** Starts to look for expired keys that no client uses again. */
    public void startSweep() {
        sweep.start();
    }

    /** Frees expired keys and closes gaps until that {@link System#nanoTime}, if there is so much to do. */
    public void tidy(long deadline) {
        sweep.run(now(), deadline);
        while (!blocks.isTidy() && System.nanoTime() - deadline < 0) {
            blocks.tidy(TIDY_STEP);
        }
    }

    /**
     * Pays the debt first and loads the key then: paying moves blocks, each move loads the key of the moved block into
     * {@link #key}, and references that were found before are no longer valid.
     */
    private void loadForWriting(Slice name) {
        blocks.payDebt();
        key.load(name);
    }

    /** The one place that decides whether a key exists. */
    private int live() {
        int entry = index.find(key, entries);
        if (entry != Segments.NOWHERE) {
            long expiry = entries.expiry(entry);
            if (expiry != NEVER && expiry < now()) { // in its last millisecond it still exists, as in Redis
                remove(entry);
                expired++;
                return Segments.NOWHERE;
            }
        }
        return entry;
    }

    private long number(int entry) {
        int length = entries.valueLength(entry);
        if (entries.isBlob(entry) || length > Decimal.MAX_LENGTH) {
            throw NotCountable.NOT_AN_INTEGER;
        }
        value.locate(entry, entries.valueOffset(entry), length);
        value.copy(scratch, 0);
        if (!Decimal.isNumber(scratch, 0, length)) {
            throw NotCountable.NOT_AN_INTEGER;
        }
        return Decimal.parse(scratch, 0, length);
    }

    private void put(int old, byte[] bytes, int from, int length, long expiry) {
        if (old != Segments.NOWHERE && entries.hasRoom(old, length, expiry)) {
            freeBlob(old);
            entries.setValue(old, EntryLayout.PLAIN, bytes, from, length, expiry);
        } else {
            put(old, EntryLayout.PLAIN, bytes, from, length, expiry);
        }
    }

    private void putBlob(int old, Blob blob, long expiry) {
        int number = blobTable.add(blob);
        Words.put(scratch, 0, number);
        try {
            put(old, EntryLayout.BLOB, scratch, 0, Integer.BYTES, expiry);
            blobBytes += blob.length();
        } catch (StoreFull full) {
            blobTable.remove(number);
            throw full;
        }
    }

    /** Writes a new entry and then frees the old one; if memory is full nothing has changed. */
    private void put(int old, int kind, byte[] bytes, int from, int length, long expiry) {
        if (old == Segments.NOWHERE) {
            index.makeRoom(key.hash());
            index.add(key.hash(), entries.create(key, kind, bytes, from, length, expiry));
        } else {
            int entry = entries.create(key, kind, bytes, from, length, expiry);
            freeBlob(old);
            replace(old, entry);
        }
    }

    private void replace(int old, int entry) {
        entries.remove(old);
        index.replace(entry);
    }

    private void remove(int entry) {
        free(entry);
        index.remove();
    }

    private void free(int entry) {
        freeBlob(entry);
        entries.remove(entry);
    }

    private void freeBlob(int entry) {
        if (entries.isBlob(entry)) {
            int number = blobNumber(entry);
            blobBytes -= blobTable.get(number).length();
            blobTable.remove(number);
        }
    }

    private int blobNumber(int entry) {
        return segments.buffer(entry).getInt(entries.valueOffset(entry));
    }

    /** The allocator has moved an entry. */
    private void moved(int from, int to) {
        entries.loadKey(to, key);
        index.find(key.hash(), from);
        index.replace(to);
    }

    private static SipHash secret() {
        var random = new SecureRandom();
        return new SipHash(random.nextLong(), random.nextLong());
    }
}
