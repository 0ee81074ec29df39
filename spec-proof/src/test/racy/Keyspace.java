package miniredis.blocking;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * Stands in the place of the workshop's Keyspace, in a server that is right otherwise: a concurrent map instead of one lock. It is
 * correct, too, but for one race, which nothing widens. {@code -Drace=NAME} says which.
 */
public final class Keyspace {
    enum Race {
        NONE,
        /** INCR of a key that is not there: look, then store. */
        FIRST_INCR,
        /** INCR reads, adds and stores, in three steps. */
        LOST_COUNT,
        /** Who finds a key ended removes it, whatever is there by then. */
        LAZY_REMOVAL,
        /** The sweep collects what has ended, then removes it. */
        SWEEP,
        /** A value is written into the bytes of the old one where it fits. */
        TORN_VALUE,
        /** EXPIRE reads the value and writes it back with a lifetime. */
        EXPIRE_WRITES_BACK
    }

    private static final Race RACE = Race.valueOf(System.getProperty("race", "NONE"));
    private static final long NEVER = Long.MAX_VALUE;

    private record Entry(byte[] value, int length, long end) {
        static Entry of(long number, long end) {
            byte[] digits = Bytes.of(Long.toString(number)).content();
            return new Entry(digits, digits.length, end);
        }

        Bytes bytes() {
            return Bytes.of(Arrays.copyOf(value, length));
        }
    }

    private final Map<Bytes, Entry> entries = new ConcurrentHashMap<>();
    private final InstantSource clock;

    Keyspace(InstantSource clock, RandomGenerator unused) {
        this.clock = clock;
    }

    public Bytes get(Bytes key) {
        var entry = live(key);
        return entry == null ? null : entry.bytes();
    }

    public void set(Bytes key, Bytes value) {
        byte[] bytes = value.content();
        var old = RACE == Race.TORN_VALUE ? entries.get(key) : null;
        if (old != null && old.value().length >= bytes.length) {
            System.arraycopy(bytes, 0, old.value(), 0, bytes.length);
            entries.put(key, new Entry(old.value(), bytes.length, NEVER));
        } else {
            entries.put(key, new Entry(bytes.clone(), bytes.length, NEVER));
        }
    }

    long increment(Bytes key) {
        var found = live(key);
        if (RACE == Race.FIRST_INCR && found == null) {
            entries.put(key, Entry.of(1, NEVER));
            return 1;
        }
        if (RACE == Race.LOST_COUNT) {
            var next = next(found);
            entries.put(key, next);
            return number(next);
        }
        return number(entries.compute(key, (same, old) -> next(old)));
    }

    private static Entry next(Entry old) {
        long number = old == null ? 0 : number(old);
        if (number == Long.MAX_VALUE) {
            throw new CommandException("ERR increment or decrement would overflow");
        }
        return Entry.of(number + 1, old == null ? NEVER : old.end());
    }

    private static long number(Entry entry) {
        return StrictInteger.parse(entry.bytes())
                .orElseThrow(() -> new CommandException("ERR value is not an integer or out of range"));
    }

    boolean expire(Bytes key, long seconds, ExpireCondition condition) {
        long end;
        try {
            end = Math.addExact(Math.multiplyExact(seconds, TimeUnit.SECONDS.toMillis(1)), clock.millis());
        } catch (ArithmeticException tooFar) {
            throw new CommandException("ERR invalid expire time in 'expire' command");
        }
        var entry = live(key);
        if (entry == null || !condition.allows(entry.end(), end)) {
            return false;
        }
        if (end <= clock.millis()) {
            entries.remove(key);
        } else if (RACE == Race.EXPIRE_WRITES_BACK) {
            entries.put(key, new Entry(entry.value(), entry.length(), end));
        } else {
            entries.computeIfPresent(key, (same, old) -> new Entry(old.value(), old.length(), end));
        }
        return true;
    }

    long timeToLive(Bytes key) {
        var entry = live(key);
        return entry == null ? -2 : entry.end() == NEVER ? -1 : (entry.end() - clock.millis() + 500) / 1000;
    }

    int removeExpired(int sample) {
        var ended = new ArrayList<Map.Entry<Bytes, Entry>>();
        for (var entry : entries.entrySet()) {
            if (isOver(entry.getValue())) {
                ended.add(Map.entry(entry.getKey(), entry.getValue()));
            }
        }
        ended.forEach(entry -> remove(entry.getKey(), entry.getValue(), Race.SWEEP));
        return 0;
    }

    private Entry live(Bytes key) {
        var entry = entries.get(key);
        if (entry == null || !isOver(entry)) {
            return entry;
        }
        remove(key, entry, Race.LAZY_REMOVAL);
        return entries.get(key);
    }

    private void remove(Bytes key, Entry ended, Race careless) {
        if (RACE == careless) {
            entries.remove(key);
        } else {
            entries.remove(key, ended);
        }
    }

    private boolean isOver(Entry entry) {
        return clock.millis() > entry.end();
    }
}
