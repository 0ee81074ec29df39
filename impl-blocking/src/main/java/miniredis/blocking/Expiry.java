package miniredis.blocking;

import java.time.Duration;
import java.time.InstantSource;

/**
 * Frees the memory of expired keys that no client uses again. No reply depends on it: {@link Keyspace} itself hides an expired
 * key.
 *
 * <p>A check of every key would block all clients while it lasts. So, ten times a second, a round checks 20 keys that have a
 * lifetime. If a quarter of them or more had expired, there are probably many more, and the round checks the next 20 immediately.
 * What remains is at most about a quarter of the keys with a lifetime. Redis up to version 5 continued while more than a quarter
 * had expired; since version 6 it continues while more than a tenth had.
 */
public final class Expiry {
    static final int SAMPLE = 20;
    static final Duration PAUSE = Duration.ofMillis(100);
    /** At most a quarter of the time, so that clients get the rest. */
    static final Duration BUDGET = Duration.ofMillis(25);

    private final Keyspace keyspace;
    private final InstantSource clock;

    public Expiry(Keyspace keyspace, InstantSource clock) {
        this.keyspace = keyspace;
        this.clock = clock;
    }

    /** One round: takes samples until few keys of a sample had expired, or the time is used up. */
    void round() {
        long stop = clock.millis() + BUDGET.toMillis();
        int removed;
        do {
            removed = keyspace.removeExpired(SAMPLE);
        } while (removed >= SAMPLE / 4 && clock.millis() < stop);
    }
}
