package miniredis.proof.mistakes;

import static miniredis.proof.mistakes.Entry.exact;
import static miniredis.proof.mistakes.Entry.plain;

/** Step 4: when keys expire, and how the rest of a lifetime is rounded. */
public enum ClockMistake implements Mistake {
    NEVER_EXPIRES(plain(4, "TTL counts down, but the key stays.")
            .caughtBy("GONE-01")
            .hint("value for null")
            .look("the comparison with the clock: every command that reads a key needs it")),
    SECONDS_AS_MILLISECONDS(plain(4, "EXPIRE takes its seconds for milliseconds.")
            .caughtBy("TTL-03", "EXPIRE-05", "EXPIRE-06")
            .look("the unit: multiply the seconds by 1000 if the clock counts milliseconds")),
    SECONDS_AS_MINUTES(plain(4, "EXPIRE takes its seconds for a larger unit: the key expires too late.")
            .caughtBy("TTL-03")
            .look("the unit of the clock: nanoseconds, microseconds, milliseconds")),
    EXPIRES_BY_WHOLE_SECONDS(plain(4, "The clock is read in whole seconds, so a key expires up to a second early.")
            .caughtBy("GONE-06", "GONE-07", "GONE-08")
            .hint("null for a value")
            .look("time(): count in milliseconds")),
    EXPIRES_AFTER_WHOLE_SECONDS(plain(4, "The clock is read in whole seconds, so a key expires up to a second late.")
            .caughtBy("GONE-01", "GONE-02", "GONE-03", "GONE-04", "GONE-05")
            .hint("value for null")
            .look("time(): count in milliseconds")),
    EXPIRES_AT_TTL_0(plain(4, "A key expires when its TTL is 0, half a second early.")
            .caughtBy("GONE-06")
            .hint("null for a value")
            .look("the comparison with the clock: TTL is rounded, the end is not")),
    SWEPT_NOW_AND_THEN(plain(4, "Expired keys are removed twice a second, and still exist until then.")
            .caughtBy("GONE-15", "GONE-01", "GONE-02", "GONE-03", "GONE-04", "GONE-05")
            .hint("value for null")
            .look("the sweep: besides it, each command must compare with the clock")),
    SWEPT_TEN_TIMES_A_SECOND(plain(4, "Expired keys are removed ten times a second, and still exist until then.")
            .caughtBy("GONE-15", "GONE-01", "GONE-02", "GONE-03", "GONE-04", "GONE-05")
            .hint("value for null")
            .look("the sweep: besides it, each command must compare with the clock")),
    TTL_OF_EXPIRED_KEY(plain(4, "TTL of an expired key replies 0 until GET removes it.")
            .caughtBy("GONE-02")
            .look("the lookup of a key: use one function that knows the clock for all commands")),
    EXPIRE_REVIVES(plain(4, "EXPIRE of an expired key gives it a new lifetime.")
            .caughtBy("GONE-03")
            .look("the lookup of a key: use one function that knows the clock for all commands")),
    INCR_REVIVES(plain(4, "INCR of an expired counter continues from its old number.")
            .caughtBy("GONE-04")
            .look("the lookup of a key: use one function that knows the clock for all commands")),
    TIMERS_OF_32_BITS(plain(4, "The timer of a long lifetime overflows and fires immediately.")
            .caughtBy("GONE-09", "TTL-05.1", "TTL-05.2")
            .hint("null for a value")
            .look("setTimeout: it takes at most 2147483647 milliseconds")),
    LIFETIMES_OF_32_BITS(plain(4, "The milliseconds of a lifetime are stored in 32 bits.")
            .caughtBy("TTL-05.1")
            .look("int: use a 64-bit integer before you multiply")),
    SECONDS_OF_32_BITS(plain(4, "The seconds of a lifetime are stored in 32 bits.")
            .caughtBy("TTL-05.2")
            .look("int: lifetimes have 64 bits")),
    GET_PROLONGS(plain(4, "Reading a key restarts its lifetime.")
            .caughtBy("GONE-10")
            .hint("value for null")
            .look("caches that count from the last use: expire after the write, not after the access")),
    EXPIRING_CLEARS_ALL(plain(4, "When a key expires, all keys are removed.")
            .caughtBy("GONE-11")
            .hint("null for a value")
            .look("the removal: only the one key")),
    EXPIRING_TAKES_ALL_WITH_LIFETIME(plain(4, "When a key expires, all keys that have a lifetime are removed.")
            .caughtBy("GONE-12")
            .hint("null for a value")
            .look("the comparison: each key has its own end")),
    LOOKS_AT_THE_OLDEST_ONLY(
            plain(4, "Lifetimes are in a queue: the later ones are not checked until the first one has ended.")
                    .caughtBy("GONE-13", "GONE-01")
                    .hint("value for null")
                    .look("a queue in the order of EXPIRE: order it by the end")),
    ONE_TIMER(plain(4, "There is only one timer; a new EXPIRE takes it away from the previous key.")
            .caughtBy("GONE-14")
            .hint("value for null")
            .look("the timer: one for each key, or none and the clock")),
    TIMER_TAKES_THE_LAST_KEY(plain(4, "All timers remove the key that got a lifetime last.")
            .caughtBy("GONE-14")
            .hint("value for null")
            .look("a closure over a variable that changes: keep the key of each timer")),
    TTL_CUT_OFF(exact(4, "TTL cuts off the fraction: 9 right after EXPIRE with 10.")
            .caughtBy("ROUND-01")
            .hint("rounding")
            .look("the rounding: (milliseconds + 500) / 1000")),
    TTL_ROUNDED_UP(exact(4, "TTL rounds up.")
            .caughtBy("ROUND-03")
            .hint("rounding")
            .look("the rounding: (milliseconds + 500) / 1000")),
    TTL_AT_LEAST_1(exact(4, "TTL of a key that is still there is at least 1.")
            .caughtBy("ROUND-05")
            .hint("rounding")
            .look("the rounding: (milliseconds + 500) / 1000 is 0 for the last half second"));

    private final Entry entry;

    ClockMistake(Entry entry) {
        this.entry = entry;
    }

    @Override
    public Entry entry() {
        return entry;
    }
}
