package miniredis.nio;

import java.security.SecureRandom;
import java.time.InstantSource;

/**
 * The keys and their values. What exists is decided in one place, {@link #live}: an expired entry is as if it had never
 * been, whether or not its memory has been freed yet.
 *
 * <p>A key's hash leads through the {@link Index} to its entry in the {@link Log}; {@link Entries} knows how an entry
 * looks.
 */
final class Keyspace {
    /** The expiry of a key that has none. */
    static final long NEVER = Long.MAX_VALUE;
    /** The expiry of a key that does not exist. */
    static final long ABSENT = Long.MIN_VALUE;

    private static final int TIDY_STEP = 4096; // units of the log between two looks at the clock

    private final InstantSource clock;
    private final Segments segments;
    private final Key key;
    private final Log log;
    private final Entries entries;
    private final LargeValues largeValues = new LargeValues();
    private final Index index;
    private final Sweep sweep;
    private final LookAhead lookAhead;
    private final Value value;
    private final byte[] scratch = new byte[Large.THRESHOLD + Words.SIZE];

    Keyspace(Segments segments, InstantSource clock) {
        this(segments, clock, secret());
    }

    Keyspace(Segments segments, InstantSource clock, SipHash sipHash) {
        this.segments = segments;
        this.clock = clock;
        this.key = new Key(sipHash);
        this.log = new Log(segments, this::moved);
        this.entries = new Entries(segments, log);
        this.index = new Index(segments);
        this.value = new Value(segments);
        this.sweep = new Sweep(segments, index, entries, this::free);
        this.lookAhead = new LookAhead(sipHash, index, entries);
    }

    /** Milliseconds since 1970. */
    long now() {
        return clock.millis();
    }

    /** Keys in memory; some of them may have expired. */
    int size() {
        return index.size();
    }

    /** These requests will be next. */
    void expect(Batch batch) {
        lookAhead.run(batch);
    }

    /** The value of a key, valid until the next call, or null. */
    Value get(Argument name) {
        key.load(name);
        int entry = live();
        if (entry == Segments.NOWHERE) {
            return null;
        }
        if (entries.isLarge(entry)) {
            value.locate(largeValues.get(largeNumber(entry)));
        } else {
            value.locate(entry, entries.valueOffset(entry), entries.valueLength(entry));
        }
        return value;
    }

    /** Gives a key a value and no expiry; @throws CommandError when memory is full. */
    void set(Argument name, Argument newValue) {
        log.payDebt();
        key.load(name);
        int old = index.find(key, entries); // expired or not, it is replaced
        if (newValue.large() == null) {
            put(old, newValue.bytes(), newValue.from(), newValue.length(), NEVER);
        } else {
            putLarge(old, newValue.large());
        }
    }

    /**
     * Adds one to the number a key holds, 0 if there is no such key, and leaves its expiry.
     *
     * @throws CommandError if the value is not a number, or would become too large for 64 bits
     */
    long increment(Argument name) {
        log.payDebt();
        key.load(name);
        int entry = live();
        long number = entry == Segments.NOWHERE ? 0 : number(entry);
        if (number == Long.MAX_VALUE) {
            throw CommandError.OVERFLOW;
        }
        int length = Decimal.write(number + 1, scratch, 0);
        put(entry, scratch, 0, length, entry == Segments.NOWHERE ? NEVER : entries.expiry(entry));
        return number + 1;
    }

    /** When the key expires, in milliseconds since 1970, or {@link #NEVER}, or {@link #ABSENT}. */
    long expiry(Argument name) {
        key.load(name);
        int entry = live();
        return entry == Segments.NOWHERE ? ABSENT : entries.expiry(entry);
    }

    /** Makes an existing key expire, at once if that moment has passed; @throws CommandError when memory is full. */
    void expireAt(Argument name, long millis) {
        log.payDebt();
        key.load(name);
        int entry = live();
        if (entry == Segments.NOWHERE) {
            return;
        }
        if (millis <= now()) {
            remove(entry);
            return;
        }
        int length = entries.valueLength(entry);
        if (entries.hasRoom(entry, length, millis)) {
            entries.setExpiry(entry, millis);
        } else {
            segments.buffer(entry).get(entries.valueOffset(entry), scratch, 0, length);
            int kind = entries.isLarge(entry) ? Entries.LARGE : Entries.PLAIN;
            replace(entry, entries.create(key, kind, scratch, 0, length, millis));
        }
        index.expires(millis);
    }

    /** Whether there is nothing to be done but what clients ask for. */
    boolean isTidy() {
        return log.isTidy() && !sweep.isBusy();
    }

    /** Starts to look for expired keys that nobody asks for. */
    void startSweep() {
        sweep.start();
    }

    /** Frees expired keys and closes gaps in the log until that {@link System#nanoTime}, if there is so much to do. */
    void tidy(long deadline) {
        sweep.run(now(), deadline);
        while (!log.isTidy() && System.nanoTime() - deadline < 0) {
            log.tidy(TIDY_STEP);
        }
    }

    /** The one place that decides whether a key exists. */
    private int live() {
        int entry = index.find(key, entries);
        if (entry != Segments.NOWHERE) {
            long expiry = entries.expiry(entry);
            if (expiry != NEVER && expiry < now()) { // in its last millisecond it still exists, as in Redis
                remove(entry);
                return Segments.NOWHERE;
            }
        }
        return entry;
    }

    private long number(int entry) {
        int length = entries.valueLength(entry);
        if (entries.isLarge(entry) || length > Decimal.MAX_LENGTH) {
            throw CommandError.NOT_AN_INTEGER;
        }
        value.locate(entry, entries.valueOffset(entry), length);
        value.copy(scratch, 0);
        if (!Decimal.isNumber(scratch, 0, length)) {
            throw CommandError.NOT_AN_INTEGER;
        }
        return Decimal.parse(scratch, 0, length);
    }

    private void put(int old, byte[] bytes, int from, int length, long expiry) {
        if (old != Segments.NOWHERE && entries.hasRoom(old, length, expiry)) {
            freeLarge(old);
            entries.setValue(old, Entries.PLAIN, bytes, from, length, expiry);
        } else {
            put(old, Entries.PLAIN, bytes, from, length, expiry);
        }
    }

    private void putLarge(int old, Large large) {
        int number = largeValues.add(large);
        Words.put(scratch, 0, number);
        try {
            put(old, Entries.LARGE, scratch, 0, Integer.BYTES, NEVER);
        } catch (CommandError full) {
            largeValues.remove(number);
            throw full;
        }
    }

    /** Writes a new entry and then lets go of the old one; if memory is full nothing has changed. */
    private void put(int old, int kind, byte[] bytes, int from, int length, long expiry) {
        if (old == Segments.NOWHERE) {
            index.makeRoom(key.hash());
            index.add(key.hash(), entries.create(key, kind, bytes, from, length, expiry));
        } else {
            int entry = entries.create(key, kind, bytes, from, length, expiry);
            freeLarge(old);
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
        freeLarge(entry);
        entries.remove(entry);
    }

    private void freeLarge(int entry) {
        if (entries.isLarge(entry)) {
            largeValues.remove(largeNumber(entry));
        }
    }

    private int largeNumber(int entry) {
        return segments.buffer(entry).getInt(entries.valueOffset(entry));
    }

    /** The log has moved an entry. */
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
