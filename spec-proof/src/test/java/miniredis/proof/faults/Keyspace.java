package miniredis.proof.faults;

import static miniredis.proof.mistakes.ClockMistake.*;
import static miniredis.proof.mistakes.CommandMistake.*;
import static miniredis.proof.mistakes.ExpireMistake.*;
import static miniredis.proof.mistakes.LifetimeMistake.*;
import static miniredis.proof.mistakes.NumberMistake.*;
import static miniredis.proof.mistakes.ReplyMistake.BYTE_ARRAYS_AS_KEYS;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import miniredis.proof.mistakes.Mistake;

/** Keys, values and lifetimes. The caller holds the lock of this object. */
final class Keyspace {
    private final Map<String, String> values = new ConcurrentHashMap<>();
    private final Map<String, Long> counters = new ConcurrentHashMap<>();
    private final Queue<String> oldestFirst = new ArrayDeque<>();
    private final Lifetimes lifetimes;
    private final Numbers numbers;
    private final Fault slip;

    Keyspace(Fault slip) {
        this.slip = slip;
        this.lifetimes = new Lifetimes(this, slip);
        this.numbers = new Numbers(slip);
    }

    /** The value; null when there is no such key (any more). */
    String get(String name) {
        String key = key(name);
        if (slip.is(BYTE_ARRAYS_AS_KEYS)) {
            return null;
        }
        if (slip.is(KEYS_OF_JAVASCRIPT) && key.equals("__proto__")) {
            return "[object Object]";
        }
        String value = live(foundFor(key));
        if (value != null) {
            lifetimes.wasRead(key);
            if (slip.is(GET_USES_UP)) {
                remove(key);
            }
        }
        return slip.is(NULL_BY_ITS_NAME) && "null".equals(value) ? null : value;
    }

    void set(String name, String value) {
        String key = key(name);
        if (slip.is(EMPTY_KEY_REFUSED) && key.isEmpty()) {
            throw new Commands.UsageException("ERR empty key");
        }
        String old = live(key);
        if (slip.is(AT_MOST_A_THOUSAND_KEYS) && old == null) {
            makeRoom(key);
        }
        values.put(key, old == null ? stored(value) : inPlaceOf(old, stored(value)));
        lifetimes.wasReplaced(key);
    }

    private void makeRoom(String key) {
        oldestFirst.add(key);
        if (oldestFirst.size() > 1000) {
            remove(oldestFirst.remove());
        }
    }

    private String stored(String value) {
        if (slip.is(NUMBERS_ARE_NORMALISED) && value.matches("0+\\d{1,17}")) {
            return Long.toString(Long.parseLong(value));
        }
        return slip.is(FRACTIONS_ARE_NORMALISED) && value.matches("\\d+\\.\\d+")
                ? value.replaceFirst("0+$", "")
                : value;
    }

    private String inPlaceOf(String old, String value) {
        if (slip.is(FIRST_SET_WINS)) {
            return old;
        }
        if (slip.is(SET_APPENDS)) {
            return old + value;
        }
        return slip.is(SET_LEAVES_THE_TAIL) && old.length() > value.length()
                ? value + old.substring(value.length())
                : value;
    }

    /** By mistake: a SET that was rejected has an effect. */
    void failedSet(String name) {
        if (slip.is(FAILED_SET_CLEARS_THE_LIFETIME)) {
            lifetimes.remove(key(name));
        }
    }

    long increment(String name, long step) {
        String key = key(name);
        String value = slip.is(INCR_REVIVES) ? values.get(key) : live(key);
        if (value == null && slip.is(NEEDS_A_NUMBER_FIRST)) {
            throw new Commands.UsageException("ERR no such key");
        }
        long number = value == null ? 0 : number(key, value);
        if (number == Long.MAX_VALUE && !slip.is(LARGEST_RUNS_OVER)) {
            if (slip.is(LARGEST_IS_STORED_OVER)) {
                values.put(key, Long.toString(number + 1));
            }
            throw new Commands.UsageException(numbers.overflow());
        }
        if (slip.is(COUNTS_WITHOUT_A_LOCK)) {
            LockSupport.parkNanos(50_000);
        }
        long next = numbers.after(number, step);
        store(key, next);
        lifetimes.wasCounted(key);
        return slip.is(ANSWERS_THE_NUMBER_BEFORE) ? number : next;
    }

    private long number(String key, String value) {
        if (slip.isOneOf(COUNTER_REMEMBERED_TOO_LONG, COUNTERS_KEPT_APART) && counters.containsKey(key)) {
            return counters.get(key);
        }
        try {
            return requireNumber(value, true);
        } catch (Commands.UsageException noNumber) {
            if (slip.is(NO_NUMBER_IS_REPLACED)) {
                values.put(key, "0");
            }
            if (slip.is(FAILED_INCR_CLEARS_THE_LIFETIME)) {
                lifetimes.remove(key);
            }
            throw noNumber;
        }
    }

    private long requireNumber(String value, boolean mayCrash) {
        var number = numbers.in(value);
        if (number.isEmpty() && mayCrash && slip.is(NO_NUMBER_IS_THE_END)) {
            throw new NumberFormatException(value);
        }
        return number.orElseThrow(() -> new Commands.UsageException(numbers.notANumber()));
    }

    /** By mistake: before the number of arguments is checked. */
    void requireNumber(String name) {
        String value = live(key(name));
        if (value != null) {
            requireNumber(value, false);
        }
    }

    private void store(String key, long number) {
        if (slip.is(COUNT_IS_NOT_STORED)) {
            values.putIfAbsent(key, "0");
            return;
        }
        if (slip.isOneOf(COUNTER_REMEMBERED_TOO_LONG, COUNTERS_KEPT_APART)) {
            counters.put(key, number);
        }
        if (slip.is(COUNTERS_KEPT_APART)) {
            values.putIfAbsent(key, Long.toString(number));
            return;
        }
        values.put(key, Long.toString(number));
    }

    /** Returns 1, or 0 when there is no such key. */
    int expire(String name, String time) {
        String key = key(name);
        if (slip.is(LOOKS_FOR_THE_KEY_FIRST) && live(key) == null) {
            return 0;
        }
        long seconds = numbers.secondsIn(time)
                .orElseThrow(() ->
                        new Commands.UsageException(refusedTime(key, BAD_TIME_CLEARS_THE_LIFETIME, numbers.badTime())));
        long end = lifetimes
                .endAfter(seconds)
                .orElseThrow(
                        () -> new Commands.UsageException(refusedTime(key, LONG_LIFETIMES_CLEAR, numbers.tooLong())));
        if (seconds < 0 && slip.is(NEGATIVE_IS_AN_ERROR)) {
            throw new Commands.UsageException("ERR invalid expire time in 'expire' command");
        }
        if (seconds <= 0 && slip.is(REMOVING_NOTHING_IS_1)) {
            remove(key);
            return 1;
        }
        if ((slip.is(EXPIRE_REVIVES) ? values.get(key) : live(key)) == null) {
            return withoutKey(key, end, seconds);
        }
        if (seconds <= 0) {
            return expireAtOnce(key, seconds);
        }
        if (slip.is(SECOND_EXPIRE_IS_REFUSED) && lifetimes.has(key)) {
            return 0;
        }
        if (slip.is(EXPIRE_EMPTIES)) {
            values.put(key, "");
        }
        lifetimes.begin(key, end, seconds);
        return 1;
    }

    private String refusedTime(String key, Mistake thatClears, String message) {
        if (slip.is(thatClears)) {
            lifetimes.remove(key);
        }
        return message;
    }

    private int withoutKey(String key, long end, long seconds) {
        if (slip.is(EXPIRE_MISSING_KEY_IS_AN_ERROR)) {
            throw new Commands.UsageException("ERR no such key");
        }
        if (slip.is(EXPIRE_CREATES)) {
            values.put(key, "");
        }
        if (slip.is(LIFETIME_WITHOUT_A_KEY)) {
            lifetimes.begin(key, end, seconds);
        }
        return slip.is(EXPIRE_ALWAYS_1) ? 1 : 0;
    }

    private int expireAtOnce(String key, long seconds) {
        if (slip.is(EXPIRE_0_IS_FOR_EVER) && seconds == 0) {
            lifetimes.remove(key);
        } else if (slip.is(REMOVED_KEY_LEAVES_ITS_LIFETIME)) {
            values.remove(key);
        } else if (slip.is(REMOVED_KEY_LEAVES_ITS_TIMER)) {
            values.remove(key);
            lifetimes.removeWithoutItsTimer(key);
        } else if (seconds == 0 || !slip.is(NEGATIVE_IS_IGNORED)) {
            remove(key);
        }
        return slip.is(EXPIRE_0_ANSWERS_0) ? 0 : 1;
    }

    /** Seconds left, rounded; -1 without a lifetime, -2 without a key. */
    long timeToLive(String name) {
        String key = key(name);
        if ((slip.is(TTL_OF_EXPIRED_KEY) ? values.get(key) : live(key)) == null) {
            return slip.isOneOf(TTL_OF_NOTHING_IS_MINUS_1, TTL_MIXES_UP_MINUS_1_AND_2) ? -1 : -2;
        }
        return lifetimes.timeToLive(key);
    }

    /** The value of a key whose lifetime is not over. */
    private String live(String key) {
        if (lifetimes.isOver(key)) {
            if (slip.is(EXPIRED_LIFETIME_STAYS)) {
                values.remove(key);
                return null;
            }
            remove(key);
        }
        return values.get(key);
    }

    void remove(String key) {
        values.remove(key);
        counters.remove(key);
        lifetimes.remove(key);
    }

    void removeAll() {
        values.clear();
        lifetimes.removeAll();
    }

    /** Does something only by mistake. */
    void beforeEachCommand() {
        lifetimes.sweep();
    }

    void close() {
        lifetimes.close();
    }

    /** The key that GET takes: this one, unless by mistake. */
    private String foundFor(String key) {
        if (slip.is(KEYS_BY_THEIR_BEGINNING)) {
            return firstThat(other -> other.startsWith(key)).orElse(key);
        }
        if (slip.is(KEYS_ARE_PATTERNS)) {
            var pattern = Pattern.compile(Pattern.quote(key).replace("*", "\\E.*\\Q"), Pattern.DOTALL);
            return firstThat(other -> pattern.matcher(other).matches()).orElse(key);
        }
        return key;
    }

    private Optional<String> firstThat(Predicate<String> fits) {
        return values.keySet().stream().filter(fits).min(Comparator.comparing(String::length));
    }

    private String key(String name) {
        if (slip.is(KEYS_BY_A_SUM)) {
            // So many bits that only names with the same letters have the same sum.
            return Long.toHexString(name.chars()
                    .mapToLong(letter -> (letter + 1) * 0x9E3779B97F4A7C15L)
                    .map(Long::reverseBytes)
                    .sum());
        }
        if (slip.is(KEYS_BY_JAVAS_HASH)) {
            return Integer.toHexString(name.hashCode());
        }
        if (slip.is(KEYS_FOLDED)) {
            return name.toLowerCase(Locale.ROOT);
        }
        if (slip.is(KEYS_TRIMMED)) {
            return name.strip();
        }
        if (slip.is(KEYS_ARE_NUMBERS)) {
            return name.replaceFirst("^0+(?=\\d+$)", "");
        }
        if (slip.is(KEYS_CUT_AT_ZERO_BYTES)) {
            return name.split("\0", 2)[0];
        }
        if (slip.is(KEYS_AS_UTF_8)) {
            return new String(name.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        }
        if (slip.is(KEYS_CUT_AT_LINE_ENDS)) {
            return name.split("\r\n", 2)[0];
        }
        return slip.is(KEYS_CUT_TO_64) && name.length() > 64 ? name.substring(0, 64) : name;
    }
}
