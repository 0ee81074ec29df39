package miniredis.proof.faults;

import static miniredis.proof.mistakes.ClockMistake.*;
import static miniredis.proof.mistakes.ExpireMistake.*;
import static miniredis.proof.mistakes.LifetimeMistake.*;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** When keys end, in milliseconds of the clock. */
final class Lifetimes {
    private final Map<String, Life> lives = new LinkedHashMap<>();
    private final Keyspace keyspace;
    private final Timers timers;
    private final Fault slip;
    private long lastSweep;

    /** @param seconds the time that EXPIRE got, for the mistakes that don't look at the clock */
    private record Life(long end, long seconds) {}

    Lifetimes(Keyspace keyspace, Fault slip) {
        this.keyspace = keyspace;
        this.timers = new Timers(keyspace, slip);
        this.slip = slip;
    }

    private static long now() {
        return System.currentTimeMillis();
    }

    /** Empty when that time does not fit into 64 bits. */
    OptionalLong endAfter(long seconds) {
        if (slip.is(LONG_LIFETIMES_RUN_OVER)) {
            return OptionalLong.of(seconds * 1000 + now());
        }
        try {
            long milliseconds = Math.multiplyExact(lasting(seconds), unit());
            return OptionalLong.of(
                    slip.is(FORGETS_TO_ADD_NOW) ? milliseconds + now() : Math.addExact(milliseconds, now()));
        } catch (ArithmeticException tooLong) {
            return OptionalLong.empty();
        }
    }

    private long lasting(long seconds) {
        return slip.is(SECONDS_OF_32_BITS) ? (int) seconds : seconds;
    }

    private long unit() {
        if (slip.is(SECONDS_AS_MILLISECONDS)) {
            return 1;
        }
        return slip.is(SECONDS_AS_MINUTES) ? 60_000 : 1000;
    }

    void begin(String key, long end, long seconds) {
        var old = lives.get(key);
        if (slip.is(FIRST_EXPIRE_WINS) && old != null || slip.is(LONGEST_EXPIRE_WINS) && old != null && old.end > end) {
            return;
        }
        long until = end;
        if (slip.is(EXPIRES_ADD_UP) && old != null) {
            until = old.end + seconds * 1000;
        } else if (slip.is(LIFETIMES_OF_32_BITS)) {
            until = now() + (int) (seconds * 1000);
        }
        lives.remove(key);
        lives.put(key, new Life(until, seconds));
        timers.start(key, seconds);
    }

    boolean has(String key) {
        return lives.containsKey(key);
    }

    boolean isOver(String key) {
        var life = lives.get(key);
        if (life == null || isNotLookedAt()) {
            return false;
        }
        long now = now();
        if (slip.is(EXPIRES_BY_WHOLE_SECONDS)) {
            return now / 1000 >= life.end / 1000;
        }
        if (slip.is(EXPIRES_AFTER_WHOLE_SECONDS)) {
            return now / 1000 > life.end / 1000;
        }
        if (slip.is(EXPIRES_AT_TTL_0)) {
            return (life.end - now + 500) / 1000 <= 0;
        }
        return now > life.end;
    }

    /** By mistake: only a sweep, a queue or a timer removes keys. */
    private boolean isNotLookedAt() {
        return slip.isOneOf(
                NEVER_EXPIRES,
                SWEPT_NOW_AND_THEN,
                SWEPT_TEN_TIMES_A_SECOND,
                LOOKS_AT_THE_OLDEST_ONLY,
                ONE_TIMER,
                TIMER_TAKES_THE_LAST_KEY);
    }

    /** Removes keys only by mistake. The correct server looks at the clock whenever it looks at a key. */
    void sweep() {
        long now = now();
        if (slip.is(SWEPT_NOW_AND_THEN)) {
            sweepEvery(500, now);
        }
        if (slip.is(SWEPT_TEN_TIMES_A_SECOND)) {
            sweepEvery(100, now);
        }
        if (slip.is(LOOKS_AT_THE_OLDEST_ONLY)) {
            while (!lives.isEmpty() && lives.values().iterator().next().end < now) {
                keyspace.remove(lives.keySet().iterator().next());
            }
        }
        if (slip.is(EXPIRING_CLEARS_ALL) && !ended(now).isEmpty()) {
            keyspace.removeAll();
        }
        if (slip.is(EXPIRING_TAKES_ALL_WITH_LIFETIME) && !ended(now).isEmpty()) {
            List.copyOf(lives.keySet()).forEach(keyspace::remove);
        }
    }

    private void sweepEvery(int milliseconds, long now) {
        if (now / milliseconds != lastSweep) {
            lastSweep = now / milliseconds;
            ended(lastSweep * milliseconds).forEach(keyspace::remove);
        }
    }

    private List<String> ended(long now) {
        return lives.entrySet().stream()
                .filter(life -> life.getValue().end < now)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Seconds left, rounded to the nearest; -1 without a lifetime. */
    long timeToLive(String key) {
        var life = lives.get(key);
        if (life == null) {
            return withoutLifetime();
        }
        long left = life.end - now();
        if (slip.is(TTL_CLEARS_THE_LIFETIME)) {
            remove(key);
        }
        if (slip.mistake() != null) {
            return mistaken(life, left);
        }
        return rounded(left);
    }

    private long withoutLifetime() {
        if (slip.is(TTL_WITHOUT_LIFETIME_IS_0)) {
            return 0;
        }
        return slip.is(TTL_MIXES_UP_MINUS_1_AND_2) ? -2 : -1;
    }

    private long mistaken(Life life, long left) {
        if (slip.is(TTL_OF_EXPIRED_KEY)) {
            return Math.max(0, rounded(left));
        }
        if (slip.is(TTL_IN_MILLISECONDS)) {
            return left;
        }
        if (slip.is(TTL_IS_A_DATE)) {
            return life.end / 1000;
        }
        if (slip.is(TTL_IS_THE_AGE)) {
            return life.seconds - rounded(left);
        }
        if (slip.is(TTL_STANDS_STILL)) {
            return life.seconds;
        }
        if (slip.is(TTL_CUT_OFF)) {
            return (left - 1) / 1000;
        }
        if (slip.is(TTL_ROUNDED_UP)) {
            return (left + 999) / 1000;
        }
        return slip.is(TTL_AT_LEAST_1) ? Math.max(1, rounded(left)) : rounded(left);
    }

    private static long rounded(long milliseconds) {
        return (milliseconds + 500) / 1000;
    }

    void wasRead(String key) {
        if (slip.is(GET_CLEARS_THE_LIFETIME)) {
            remove(key);
        }
        if (slip.is(GET_PROLONGS)) {
            prolong(key);
        }
    }

    void wasCounted(String key) {
        if (slip.is(INCR_CLEARS_THE_LIFETIME)) {
            remove(key);
        }
        if (slip.is(INCR_PROLONGS)) {
            prolong(key);
        }
    }

    private void prolong(String key) {
        lives.computeIfPresent(key, (k, life) -> new Life(now() + life.seconds * 1000, life.seconds));
    }

    /** SET makes a key permanent. */
    void wasReplaced(String key) {
        if (slip.is(SET_KEEPS_THE_LIFETIME)) {
            return;
        }
        lives.remove(key);
        if (!slip.is(OLD_TIMER_HITS_THE_NEW_VALUE)) {
            timers.stop(key);
        }
    }

    void remove(String key) {
        lives.remove(key);
        timers.stop(key);
    }

    /** By mistake: the end, but not the timer. */
    void removeWithoutItsTimer(String key) {
        lives.remove(key);
        timers.forget(key);
    }

    void removeAll() {
        lives.clear();
    }

    void close() {
        timers.close();
    }
}
