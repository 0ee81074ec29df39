package miniredis.blocking;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The keys, their values and their lifetimes, shared by all connections.
 *
 * <p><b>One lock for everything.</b> Every method a connection may call is {@code synchronized}, so each happens as a whole:
 * no other thread writes between INCR's read and its write, and a value is never combined with the lifetime of another. A
 * ConcurrentHashMap protects its own entries, but does not keep two maps consistent with each other. The lock is held for well
 * under a microsecond and never while waiting for a client. Redis itself runs one command at a time.
 *
 * <p><b>One answer to "is it there?"</b> Every command that reads a key goes through {@link #live}. In the millisecond in which
 * its lifetime ends, a key still exists, as in Redis. From the next millisecond on it is gone, no matter when its memory is
 * freed.
 */
public final class Keyspace {
    private final Map<Bytes, Bytes> values;
    private final Lifetimes lifetimes;
    private final InstantSource clock;
    private final RandomGenerator random;
    private long expired;

    /**
     * @param clock tells the time
     * @param random chooses the keys that {@link #removeExpired} checks
     */
    Keyspace(InstantSource clock, RandomGenerator random) {
        this(new HashMap<>(), new Lifetimes(), clock, random);
    }

    /** A keyspace that keeps its values and lifetimes in these objects. From now on only the keyspace may change them. */
    public Keyspace(Map<Bytes, Bytes> values, Lifetimes lifetimes, InstantSource clock, RandomGenerator random) {
        this.values = values;
        this.lifetimes = lifetimes;
        this.clock = clock;
        this.random = random;
    }

    /** @return the value, or {@code null} if there is no such key */
    public synchronized @Nullable Bytes get(Bytes key) {
        // TODO Step 2, part 1 (docs/lectures/02-protocol.md): Return the value of the key, if it is live.
        // Turns green: nothing before part 2
        // Until then: an error.
        throw new CommandException("ERR not written yet: step 2, Keyspace.get");
    }

    /** Replaces the value and removes the lifetime: the key stays until it is changed again. */
    public synchronized void set(Bytes key, Bytes value) {
        // TODO Step 2, part 1 (docs/lectures/02-protocol.md): Store the value. A key that had a lifetime loses it.
        // Turns green: nothing before part 2
        // Until then: an error.
        throw new CommandException("ERR not written yet: step 2, Keyspace.set");
    }

    /**
     * Adds one to the number in the key. A missing key counts as 0. The key keeps its lifetime.
     *
     * @return the new number
     * @throws CommandException if the value is not an integer, or is the largest integer; then nothing changes
     */
    synchronized long increment(Bytes key) {
        // TODO Step 3, part 2 (docs/lectures/03-commands.md): Add one to the number, unless it is the largest
        //   64-bit number, and store it as text.
        // Turns green: INCR-02 to INCR-06, INCR-08 to INCR-10, NUMBER-03, NUMBER-04, NUMBER-06, ORDER-01
        // Until then: 1, as if every key were new.
        return 1;
    }

    private static long numberIn(@Nullable Bytes value) {
        // TODO Step 3, part 2 (docs/lectures/03-commands.md): Return the number in the value. No value counts
        //   as 0; a value that is not an integer is an error.
        // Turns green: INCR-03, NUMBER-01, NUMBER-02
        // Until then: 0, whatever the value is.
        return 0;
    }

    /**
     * Gives the key a new lifetime. A lifetime of zero or less removes the key immediately.
     *
     * @return whether that was done: false if there is no such key, or the condition doesn't allow it
     * @throws CommandException if the end in milliseconds does not fit 64 bits; this is checked before the key is looked up
     */
    synchronized boolean expire(Bytes key, long seconds, ExpireCondition condition) {
        return expireAt(key, endAfter(seconds), condition);
    }

    /**
     * Gives the key a new end, in milliseconds since 1970. An end that is not in the future removes the key immediately.
     *
     * @return whether that was done: false if there is no such key, or the condition doesn't allow it
     */
    public synchronized boolean expireAt(Bytes key, long end, ExpireCondition condition) {
        // TODO Step 4, part 1 (docs/lectures/04-expiry.md): Give the key its end, if there is such a key and
        //   the condition allows it. An end that is not in the future removes the key immediately.
        // Turns green: EXPIRE-01 to EXPIRE-06, EXPIRE-08, EXPIRE-09, GONE-06 to GONE-09, GONE-11, GONE-12,
        //   KEEP-02, KEEP-14 to KEEP-16
        // Until then: an error.
        throw new CommandException("ERR not written yet: step 4, Keyspace.expireAt");
    }

    private long endAfter(long seconds) {
        // TODO Step 4, part 1 (docs/lectures/04-expiry.md): Add the seconds to the current time, in milliseconds.
        //   An end that does not fit 64 bits is an error.
        // Turns green: TIME-05 to TIME-07
        // Until then: an error.
        throw new CommandException("ERR not written yet: step 4, Keyspace.endAfter");
    }

    /** @return seconds left, rounded to the nearest; -1 if the key has no lifetime, -2 if there is no such key */
    synchronized long timeToLive(Bytes key) {
        // TODO Step 4, part 1 (docs/lectures/04-expiry.md): Return the seconds left, rounded to the nearest; -1
        //   if the key has no lifetime, -2 if there is no such key.
        // Turns green: TTL-01 to TTL-06, ROUND-01 to ROUND-05, KEEP-03, KEEP-05 to KEEP-09, KEEP-18
        // Until then: an error.
        throw new CommandException("ERR not written yet: step 4, Keyspace.timeToLive");
    }

    /**
     * Checks some of the keys that have a lifetime, chosen at random, and removes those that have expired.
     *
     * @return how many of them had expired
     */
    synchronized int removeExpired(int sample) {
        // TODO Step 4, part 3 (docs/lectures/04-expiry.md): Check so many keys that have a lifetime, each chosen
        //   at random. Remove those whose lifetime is over, with removeEnded, and count them.
        // Turns green: nothing that a client can see, but ExpiryTest
        // Until then: no memory is freed.
        return 0;
    }

    /** How many keys take up memory, expired or not. */
    public synchronized int size() {
        return values.size();
    }

    // The methods from here to the first private one are for commands beyond the six.

    /** @return when the key ends, or {@link Lifetimes#NEVER} */
    public synchronized long end(Bytes key) {
        return lifetimes.end(key);
    }

    /** Stores a value with its end, or {@link Lifetimes#NEVER}. An end that is not in the future leaves no key. */
    public synchronized void put(Bytes key, Bytes value, long end) {
        if (end <= clock.millis()) {
            remove(key);
            return;
        }
        values.put(key, value);
        lifetimes.remove(key);
        if (end != Lifetimes.NEVER) {
            lifetimes.put(key, end);
        }
    }

    /** @return whether there was such a key */
    public synchronized boolean delete(Bytes key) {
        boolean exists = live(key) != null;
        remove(key);
        return exists;
    }

    /** Deletes all keys. */
    public synchronized void clear() {
        values.clear();
        lifetimes.clear();
    }

    /** How many keys have a lifetime. */
    public synchronized int mortal() {
        return lifetimes.size();
    }

    /** How many keys were removed because their lifetime was over. */
    public synchronized long expired() {
        return expired;
    }

    private void removeEnded(Bytes key) {
        remove(key);
        expired++;
    }

    /** The value of a key that exists; {@code null} if there is no such key, or its lifetime is over. */
    private @Nullable Bytes live(Bytes key) {
        // TODO Step 4, part 2 (docs/lectures/04-expiry.md): Return the value of a key that exists. First remove a
        //   key whose lifetime is over, with removeEnded, so that it is as if it had never existed.
        // Turns green: GONE-01 to GONE-05, KEEP-11, KEEP-12
        // Until then: every key that was set exists.
        return values.get(key);
    }

    private boolean isOver(Bytes key) {
        // TODO Step 4, part 2 (docs/lectures/04-expiry.md): Return whether the lifetime of the key is over.
        // Turns green: GONE-01 to GONE-05, GONE-10, GONE-13 to GONE-15, KEEP-04, KEEP-17, ORDER-04,
        //   RANDOM-06 to RANDOM-08
        // Until then: no key ever expires.
        return false;
    }

    private void makePermanent(Bytes key) {
        // TODO Step 4, part 2 (docs/lectures/04-expiry.md): Remove the lifetime of the key.
        // Turns green: KEEP-01, KEEP-11
        // Until then: lifetimes stay.
    }

    private void remove(Bytes key) {
        // TODO Step 4, part 2 (docs/lectures/04-expiry.md): Remove the key: its value and its lifetime.
        // Turns green: EXPIRE-07, EXPIRE-10, GONE-01, KEEP-10, KEEP-13
        // Until then: no key is removed.
    }
}
