package miniredis.proof.mistakes;

import static miniredis.proof.mistakes.Entry.exact;
import static miniredis.proof.mistakes.Entry.plain;

/** Step 4: what EXPIRE and TTL reply, and which times EXPIRE accepts. */
public enum ExpireMistake implements Mistake {
    EXPIRE_ANSWERS_OK(plain(4, "EXPIRE replies OK.")
            .caughtBy("EXPIRE-01")
            .hint("simple for integer")
            .look("the reply: 1 or 0")),
    EXPIRE_ANSWERS_TRUE(plain(4, "EXPIRE replies with the RESP3 form of true.")
            .caughtBy("EXPIRE-01")
            .hint("RESP3")
            .look("the reply: in RESP2 true and false are the integers 1 and 0")),
    EXPIRE_ALWAYS_1(plain(4, "EXPIRE of a missing key replies 1.")
            .caughtBy("EXPIRE-02")
            .look("the reply: 0, because the key is missing")),
    EXPIRE_MISSING_KEY_IS_AN_ERROR(plain(4, "EXPIRE of a missing key is an error.")
            .caughtBy("EXPIRE-02")
            .look("missing keys: they are not a mistake of the client, so the reply is 0")),
    EXPIRE_CREATES(plain(4, "EXPIRE creates a key that does not exist.")
            .caughtBy("EXPIRE-03")
            .hint("empty for null")
            .look("getOrDefault, or a map that creates entries when they are read")),
    SECOND_EXPIRE_IS_REFUSED(plain(4, "EXPIRE of a key that has a lifetime replies 0.")
            .caughtBy("EXPIRE-04")
            .look("keys with a lifetime: they can get a new one at any time")),
    EXPIRE_0_IS_FOR_EVER(plain(4, "A lifetime of 0 seconds counts as no lifetime.")
            .caughtBy("EXPIRE-07.1")
            .hint("value for null")
            .look("0 as the sign for no lifetime: a lifetime of 0 ends immediately")),
    EXPIRE_0_ANSWERS_0(plain(4, "EXPIRE with 0 seconds replies 0.")
            .caughtBy("EXPIRE-07.1")
            .look("the reply: 1, because the key was there")),
    NEGATIVE_IS_AN_ERROR(plain(4, "A negative lifetime is an error.")
            .caughtBy("EXPIRE-07.2")
            .look("negative lifetimes: they end immediately")),
    NEGATIVE_IS_IGNORED(plain(4, "A negative lifetime changes nothing.")
            .caughtBy("EXPIRE-07.2")
            .hint("value for null")
            .look("negative lifetimes: they end immediately")),
    REMOVING_NOTHING_IS_1(plain(4, "EXPIRE with 0 seconds replies 1 for a missing key.")
            .caughtBy("EXPIRE-08")
            .look("the order: look for the key first")),
    TTL_OF_NOTHING_IS_MINUS_1(plain(4, "TTL of a missing key replies -1.")
            .caughtBy("TTL-02")
            .look("the reply: -2 for no key, -1 for no lifetime")),
    TTL_WITHOUT_LIFETIME_IS_0(plain(4, "TTL of a key without a lifetime replies 0.")
            .caughtBy("TTL-01")
            .look("the reply: -1 for no lifetime")),
    TTL_WITHOUT_LIFETIME_IS_NULL(plain(4, "TTL of a key without a lifetime replies null.")
            .caughtBy("TTL-01")
            .look("the reply: always an integer")),
    TTL_MIXES_UP_MINUS_1_AND_2(plain(4, "TTL replies -2 for no lifetime and -1 for no key.")
            .caughtBy("TTL-01")
            .look("the reply: -2 for no key, -1 for no lifetime")),
    TTL_AS_BULK(plain(4, "TTL is answered with a bulk string.")
            .caughtBy("TTL-01")
            .hint("bulk for integer")
            .look("the reply to TTL: it begins with :")),
    TTL_IN_MILLISECONDS(plain(4, "TTL replies in milliseconds.")
            .caughtBy("TTL-03")
            .hint("milliseconds")
            .look("the unit: that is PTTL; TTL replies in seconds")),
    TTL_AS_FRACTION(plain(4, "TTL replies with a fraction.")
            .caughtBy("TTL-03")
            .hint("fraction")
            .look("a floating-point division: TTL replies with an integer")),
    TTL_IS_A_DATE(plain(4, "TTL replies with the time at which the key expires.")
            .caughtBy("TTL-03")
            .hint("a date")
            .look("the reply: that is EXPIRETIME; TTL replies with what is left")),
    TTL_IS_THE_AGE(plain(4, "TTL replies with the part of the lifetime that has passed.")
            .caughtBy("TTL-03")
            .look("the calculation: end minus now")),
    TTL_STANDS_STILL(plain(4, "TTL always replies with the lifetime that EXPIRE was given.")
            .caughtBy("TTL-04")
            .look("the calculation: end minus now")),
    EXPIRE_BY_ATOI(plain(4, "A lifetime that is not a number counts as 0, which removes the key.")
            .caughtBy("TIME-01.1")
            .hint("integer for error")
            .look("atoi, or an exception caught and turned into 0")),
    EXPIRE_WITHOUT_DIGITS(plain(4, "An empty lifetime counts as 0.")
            .caughtBy("TIME-01.2")
            .hint("integer for error")
            .look("Number(\"\"), which is 0")),
    EXPIRE_IN_FRACTIONS(plain(4, "A lifetime may be a fraction.")
            .caughtBy("TIME-01.3")
            .hint("integer for error")
            .look("float, parseFloat: a lifetime is an integer")),
    EXPIRE_TRIMMED(plain(4, "Spaces around a lifetime are ignored.")
            .caughtBy("TIME-01.4")
            .hint("integer for error")
            .look("int() in Python, and trim")),
    EXPIRE_WITH_A_UNIT(plain(4, "Digits at the beginning of a lifetime are enough.")
            .caughtBy("TIME-01.5")
            .hint("integer for error")
            .look("parseInt, strtol, sscanf: check that nothing is left")),
    EXPIRE_WITH_PLUS(plain(4, "A lifetime may have a plus sign.")
            .caughtBy("TIME-01.6")
            .hint("integer for error")
            .look("Long.parseLong and strconv.ParseInt: they accept +10")),
    EXPIRE_WITH_ZEROS(plain(4, "A lifetime may begin with 0.")
            .caughtBy("TIME-01.7")
            .hint("integer for error")
            .look("number parsers: print the number again and compare")),
    EXPIRE_AT_MOST_THE_LARGEST(plain(4, "A lifetime that does not fit into 64 bits counts as the largest that does.")
            .caughtBy("TIME-01.8")
            .hint("integer for error")
            .look("strtoll: check errno for ERANGE")),
    BAD_TIME_CLEARS_THE_LIFETIME(plain(4, "EXPIRE with an invalid time is an error, but clears the old lifetime.")
            .caughtBy("TIME-03")
            .hint("lifetime lost")
            .look("the order: check first, change later")),
    LOOKS_FOR_THE_KEY_FIRST(plain(4, "EXPIRE of a missing key replies 0, whatever the time is.")
            .caughtBy("TIME-04")
            .hint("integer for error")
            .look("the order: read the time before you look for the key")),
    LONG_LIFETIMES_RUN_OVER(plain(4, "Seconds times 1000 overflows.")
            .caughtBy("TIME-05.1", "TIME-05.2")
            .hint("end overflows")
            .look("the multiplication: use Math.multiplyExact, checked_mul, or a comparison before it")),
    LONG_LIFETIMES_CLEAR(plain(4, "A lifetime that is too large is an error, but clears the old one.")
            .caughtBy("TIME-07")
            .hint("lifetime lost")
            .look("the order: check first, change later")),
    EXPIRE_WITHOUT_TIME_CLOSES(plain(4, "EXPIRE without a time raises an exception that ends the connection.")
            .closes()
            .caughtBy("TIME-08.1")
            .hint("closed")
            .look("the number of arguments: check it before anything is done")),
    TTL_TAKES_MORE(plain(4, "TTL ignores arguments after the first.")
            .caughtBy("TIME-08.3")
            .look("the number of arguments: check that it is exactly right")),
    OPTIONS_IGNORED(plain(4, "EXPIRE ignores what follows the time.")
            .caughtBy("TIME-10")
            .look("the words after the time: one that EXPIRE does not know is an error")),
    BAD_TIME_IN_OWN_WORDS(exact(4, "The text of the error for an invalid time differs from that of Redis.")
            .caughtBy("TIME-02.1")
            .hint("error in own words")
            .look("the text: ERR value is not an integer or out of range")),
    LONG_LIFETIME_IN_OWN_WORDS(
            exact(4, "The text of the error for a lifetime that is too large differs from that of Redis.")
                    .caughtBy("TIME-06.1")
                    .hint("error in own words")
                    .look("the text: ERR invalid expire time in 'expire' command")),
    FORGETS_TO_ADD_NOW(exact(4, "Only the lifetime is checked, not the time at which it ends.")
            .caughtBy("TIME-06.2")
            .hint("end overflows")
            .look("the check: the seconds times 1000 plus the current time must fit into 64 bits")),
    OPTION_IN_OWN_WORDS(exact(4, "The error for an unknown option is a syntax error.")
            .caughtBy("TIME-11")
            .hint("error in own words")
            .look("the text: ERR Unsupported option FOO"));

    private final Entry entry;

    ExpireMistake(Entry entry) {
        this.entry = entry;
    }

    @Override
    public Entry entry() {
        return entry;
    }
}
