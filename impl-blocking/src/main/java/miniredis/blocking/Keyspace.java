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
        return live(key);
    }

    /** Replaces the value and removes the lifetime: the key stays until it is changed again. */
    public synchronized void set(Bytes key, Bytes value) {
        values.put(key, value);
        makePermanent(key);
    }

    /**
     * Adds one to the number in the key. A missing key counts as 0. The key keeps its lifetime.
     *
     * @return the new number
     * @throws CommandException if the value is not an integer, or is the largest integer; then nothing changes
     */
    synchronized long increment(Bytes key) {
        long number = numberIn(live(key));
        if (number == Long.MAX_VALUE) {
            throw new CommandException("ERR increment or decrement would overflow");
        }
        values.put(key, Bytes.of(String.valueOf(number + 1)));
        return number + 1;
    }

    private static long numberIn(@Nullable Bytes value) {
        if (value == null) {
            return 0;
        }
        return StrictInteger.parse(value)
                .orElseThrow(() -> new CommandException("ERR value is not an integer or out of range"));
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
        if (live(key) == null || !condition.allows(lifetimes.end(key), end)) {
            return false;
        }
        if (end <= clock.millis()) {
            remove(key);
        } else {
            lifetimes.put(key, end);
        }
        return true;
    }

    private long endAfter(long seconds) {
        try {
            return Math.addExact(Math.multiplyExact(seconds, 1000L), clock.millis());
        } catch (ArithmeticException tooFar) {
            throw new CommandException("ERR invalid expire time in 'expire' command");
        }
    }

    /** @return seconds left, rounded to the nearest; -1 if the key has no lifetime, -2 if there is no such key */
    synchronized long timeToLive(Bytes key) {
        if (live(key) == null) {
            return -2;
        }
        long end = lifetimes.end(key);
        return end == Lifetimes.NEVER ? -1 : (end - clock.millis() + 500) / 1000;
    }

    /**
     * Checks some of the keys that have a lifetime, chosen at random, and removes those that have expired.
     *
     * @return how many of them had expired
     */
    synchronized int removeExpired(int sample) {
        int removed = 0;
        for (int i = 0; i < sample && lifetimes.size() > 0; i++) {
            var key = lifetimes.randomKey(random);
            if (isOver(key)) {
                removeEnded(key);
                removed++;
            }
        }
        return removed;
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
        if (isOver(key)) {
            removeEnded(key);
        }
        return values.get(key);
    }

    private boolean isOver(Bytes key) {
        return clock.millis() > lifetimes.end(key);
    }

    private void makePermanent(Bytes key) {
        lifetimes.remove(key);
    }

    private void remove(Bytes key) {
        values.remove(key);
        lifetimes.remove(key);
    }
}
