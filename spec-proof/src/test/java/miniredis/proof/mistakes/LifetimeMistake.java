package miniredis.proof.mistakes;

import static miniredis.proof.mistakes.Entry.plain;

/** Step 4: which commands keep a lifetime and which remove it. */
public enum LifetimeMistake implements Mistake {
    EXPIRE_EMPTIES(plain(4, "EXPIRE replaces the value with an empty one.")
            .caughtBy("EXPIRE-05")
            .look("key and lifetime in one record: change only the lifetime")),
    SET_KEEPS_THE_LIFETIME(plain(4, "SET of a key that has a lifetime keeps the lifetime.")
            .caughtBy("KEEP-01")
            .look("SET: it makes a new key, so remove the lifetime")),
    OLD_TIMER_HITS_THE_NEW_VALUE(plain(4, "The timer of a key fires although SET has replaced the value.")
            .caughtBy("KEEP-02")
            .hint("null for a value")
            .look("the timer: stop it in SET, or compare with the clock instead")),
    INCR_CLEARS_THE_LIFETIME(plain(4, "INCR makes a key permanent.")
            .caughtBy("KEEP-03")
            .hint("lifetime lost")
            .look("INCR that calls SET: keep the lifetime")),
    INCR_PROLONGS(plain(4, "INCR restarts the lifetime of a key.")
            .caughtBy("KEEP-17")
            .hint("value for null")
            .look("INCR: it must not change the lifetime")),
    GET_CLEARS_THE_LIFETIME(plain(4, "GET makes a key permanent.")
            .caughtBy("KEEP-05", "GONE-10")
            .hint("lifetime lost")
            .look("GET: it must change nothing")),
    TTL_CLEARS_THE_LIFETIME(plain(4, "TTL removes the lifetime when it reads it.")
            .caughtBy("KEEP-18")
            .hint("lifetime lost")
            .look("pop where get is meant")),
    FAILED_INCR_CLEARS_THE_LIFETIME(plain(4, "INCR of a text is an error, but makes the key permanent.")
            .caughtBy("KEEP-06")
            .hint("lifetime lost")
            .look("the order: check first, change later")),
    FAILED_SET_CLEARS_THE_LIFETIME(plain(4, "A SET that is rejected makes the key permanent.")
            .caughtBy("KEEP-07")
            .hint("lifetime lost")
            .look("the order: check first, change later")),
    FIRST_EXPIRE_WINS(plain(4, "A second EXPIRE replies 1 but changes nothing.")
            .caughtBy("KEEP-08")
            .look("putIfAbsent: the last EXPIRE counts")),
    EXPIRES_ADD_UP(plain(4, "A second EXPIRE adds to the first.")
            .caughtBy("KEEP-08")
            .look("the new end: now plus the seconds, whatever there was before")),
    FIRST_TIMER_GOES_OFF(plain(4, "A second EXPIRE starts a second timer, and the first one still fires.")
            .caughtBy("KEEP-09")
            .hint("null for a value")
            .look("the old timer: stop it, or compare with the clock instead")),
    LONGEST_EXPIRE_WINS(plain(4, "EXPIRE can only make a lifetime longer.")
            .caughtBy("KEEP-10")
            .hint("value for null")
            .look("max(old, new): the last EXPIRE counts")),
    EXPIRED_LIFETIME_STAYS(
            plain(4, "An expired key is removed without its lifetime, which then applies to the next key of that name.")
                    .caughtBy("KEEP-12")
                    .look("two maps, one of values and one of lifetimes: remove from both")),
    REMOVED_KEY_LEAVES_ITS_LIFETIME(plain(4, "EXPIRE with 0 seconds removes the value but not the lifetime.")
            .caughtBy("KEEP-13")
            .look("two maps, one of values and one of lifetimes: remove from both")),
    LIFETIME_WITHOUT_A_KEY(plain(4, "EXPIRE of a missing key replies 0, but keeps the lifetime for a later key.")
            .caughtBy("KEEP-14")
            .look("the order: look for the key first")),
    TIMER_REPEATS(plain(4, "The timer of a key fires again and again.")
            .caughtBy("KEEP-15")
            .hint("null for a value")
            .look("setInterval where setTimeout is meant")),
    REMOVED_KEY_LEAVES_ITS_TIMER(plain(4, "The timer of a key that EXPIRE with 0 seconds removed still fires.")
            .caughtBy("KEEP-16")
            .hint("null for a value")
            .look("the timer of a key: stop it when the key is removed"));

    private final Entry entry;

    LifetimeMistake(Entry entry) {
        this.entry = entry;
    }

    @Override
    public Entry entry() {
        return entry;
    }
}
