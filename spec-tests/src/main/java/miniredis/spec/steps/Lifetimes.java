package miniredis.spec.steps;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongPredicate;

/**
 * What is known of the lifetimes a scenario gave its keys. The server counted from some moment between the request and its
 * reply; so each claim about time is judged only where it holds for the whole of that span, and nothing depends on how fast
 * this machine is.
 */
final class Lifetimes {
    /** The wall clock of a server runs in milliseconds, and its idea of a millisecond need not be ours. */
    private static final long CLOCKS_DIFFER_NANOS = Duration.ofMillis(5).toNanos();

    /** Long enough for a timer that was set by mistake to go off on a busy machine. */
    private static final long AFTER_NANOS = Duration.ofMillis(60).toNanos();

    /** Longer than any clock stands still between two ticks, and too short for a sweep to come by chance. */
    private static final long JUST_AFTER_NANOS = Duration.ofMillis(20).toNanos();

    private final Map<String, Lifetime> lifetimes = new HashMap<>();
    private final Map<String, Lifetime> first = new HashMap<>();
    private boolean mayHaveEndedTooEarly;

    /** A lifetime of {@code nanos} that began between {@code requested} and {@code answered}, both in nanoTime. */
    private record Lifetime(long requested, long answered, long nanos, boolean inForce) {
        long earliestEnd() {
            return requested + nanos - CLOCKS_DIFFER_NANOS;
        }

        /** The same, when nothing that is said from now on depends on it. */
        Lifetime over() {
            return new Lifetime(requested, answered, nanos, false);
        }

        long latestEnd() {
            return answered + nanos;
        }
    }

    void begin(String key, long milliseconds, long requested, long answered) {
        var lifetime = new Lifetime(
                requested, answered, Duration.ofMillis(milliseconds).toNanos(), true);
        lifetimes.put(key, lifetime);
        first.putIfAbsent(key, lifetime);
    }

    /**
     * A command used the key and was answered at {@code at}. If the key may have ended by then by accident, nothing that follows
     * in this scenario is certain: INCR may have begun a new counter, for instance.
     */
    void noteUse(String key, long at) {
        mayHaveEndedTooEarly |= !isAlive(key, at);
    }

    /** Whether this machine was so late that a lifetime may have ended before the scenario wanted it to. */
    boolean mayHaveEndedTooEarly() {
        return mayHaveEndedTooEarly;
    }

    /** The key was replaced: what is said from now on does not depend on its lifetime. */
    void noLongerMatters(String key) {
        lifetimes.computeIfPresent(key, (k, life) -> life.over());
    }

    /** The same for all keys. */
    void noneMatters() {
        lifetimes.replaceAll((key, life) -> life.over());
    }

    /** Waits until no more than this is left of the key's lifetime. */
    void waitUntilLeft(String key, double seconds) {
        waitUntil(of(key, lifetimes).latestEnd() - (long) (seconds * 1e9));
    }

    /** Waits until the key's lifetime is certainly over, and with it those that ended before. */
    void waitUntilOver(String key) {
        waitUntilOver(key, AFTER_NANOS);
    }

    /** The same, but for no longer than it takes to be certain. */
    void waitUntilJustOver(String key) {
        waitUntilOver(key, JUST_AFTER_NANOS);
    }

    private void waitUntilOver(String key, long after) {
        waitUntil(of(key, lifetimes).latestEnd() + after);
        long now = System.nanoTime();
        lifetimes.replaceAll((other, life) -> life.latestEnd() + after <= now ? life.over() : life);
    }

    /** Waits until the first lifetime the key was given would be over, whatever has become of it since. */
    void waitUntilFirstIsOver(String key) {
        waitUntil(of(key, first).latestEnd() + AFTER_NANOS);
    }

    /** Whether at {@code at} every key whose lifetime is in force was certainly still alive. */
    boolean allAlive(long at) {
        return lifetimes.keySet().stream().allMatch(key -> isAlive(key, at));
    }

    /** The same for one key; true for a key that was given no lifetime. */
    boolean isAlive(String key, long at) {
        var life = lifetimes.get(key);
        return life == null || !life.inForce || at < life.earliestEnd();
    }

    /** Whether a TTL answered at {@code at} can only be one that {@code expected} accepts, whatever the server's exact start. */
    boolean timeToLiveIsCertain(String key, long at, LongPredicate expected) {
        var life = lifetimes.get(key);
        if (life == null || !life.inForce) {
            return true;
        }
        long least = roundedSeconds(life.earliestEnd() - at);
        return at < life.earliestEnd() && expected.test(least);
    }

    private static long roundedSeconds(long nanos) {
        return (nanos / 1_000_000 + 500) / 1000;
    }

    private static Lifetime of(String key, Map<String, Lifetime> lifetimes) {
        var life = lifetimes.get(key);
        if (life == null) {
            throw new IllegalStateException(
                    "The scenario waits for \"%s\", but never gave it a lifetime.".formatted(key));
        }
        return life;
    }

    private static void waitUntil(long moment) {
        for (long left = moment - System.nanoTime(); left > 0; left = moment - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
