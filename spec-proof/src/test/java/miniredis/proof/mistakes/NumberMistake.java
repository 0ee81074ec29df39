package miniredis.proof.mistakes;

import static miniredis.proof.mistakes.Entry.exact;
import static miniredis.proof.mistakes.Entry.plain;

/** Step 3: INCR, and what counts as a number. */
public enum NumberMistake implements Mistake {
    ANSWERS_THE_NUMBER_BEFORE(plain(3, "INCR replies with the number before the increment.")
            .caughtBy("REPLY-08", "INCR-01")
            .hint("one less")
            .look("counter++ where ++counter is meant")),
    NEEDS_A_NUMBER_FIRST(plain(3, "INCR of a key that does not exist is an error.")
            .caughtBy("REPLY-08", "INCR-01")
            .look("missing keys: they count from 0")),
    COUNT_IS_NOT_STORED(plain(3, "INCR replies with the new number but does not store it.")
            .caughtBy("INCR-02")
            .look("the new number: put it back")),
    DIGITS_ONLY(plain(3, "A number with a minus sign is rejected.")
            .caughtBy("INCR-03.3")
            .look("isdigit: allow a minus sign before the digits")),
    COUNTS_IN_32_BITS(plain(3, "Numbers are stored in 32 bits.")
            .caughtBy("INCR-03.5")
            .look("int: the numbers of INCR have 64 bits")),
    COUNTS_IN_DOUBLES(plain(3, "Numbers are stored as floating point, which is exact only up to 2^53.")
            .caughtBy("INCR-03.6")
            .hint("floating point")
            .look("JavaScript's number, or double: use BigInt or a 64-bit integer")),
    SMALLEST_NUMBER_IS_REFUSED(plain(3, "The smallest integer is rejected, because its digits alone are too large.")
            .caughtBy("INCR-03.8")
            .look("a parser that reads the digits first and the sign later")),
    COUNTERS_KEPT_APART(plain(3, "Counters are stored in a separate map, which GET does not see.")
            .caughtBy("INCR-04")
            .look("the result of INCR: store it as text, where SET stores its values")),
    COUNTER_REMEMBERED_TOO_LONG(plain(3, "INCR continues from a number it remembers, although SET has replaced it.")
            .caughtBy("INCR-06")
            .look("a cache of parsed numbers: SET must clear it")),
    COUNTS_WITHOUT_A_LOCK(plain(3, "Reading and writing a counter are two steps, and other clients come in between.")
            .caughtBy("INCR-09", "INCR-10")
            .hint("counts lost")
            .look("the lock: hold it around both, or update atomically; a concurrent map alone is not enough")),
    TEXT_COUNTS_AS_ZERO(plain(3, "A text that is not a number counts as 0.")
            .caughtBy("NUMBER-01.1")
            .hint("integer for error")
            .look("atoi, or an exception caught and turned into 0")),
    EMPTY_COUNTS_AS_ZERO(plain(3, "The empty text counts as 0.")
            .caughtBy("NUMBER-01.2")
            .hint("integer for error")
            .look("Number(\"\"), which is 0, or a loop over no digits, which gives 0")),
    NUMBER_AT_THE_BEGINNING(plain(3, "Digits at the beginning of a text are enough.")
            .caughtBy("NUMBER-01.3")
            .hint("integer for error")
            .look("parseInt, strtol, sscanf: check that nothing is left")),
    SPACES_BEFORE(plain(3, "Spaces before a number are ignored.")
            .caughtBy("NUMBER-01.4")
            .hint("integer for error")
            .look("strtol and scanf: they skip spaces")),
    SPACES_AROUND(plain(3, "Spaces around a number are ignored.")
            .caughtBy("NUMBER-01.4", "NUMBER-01.5")
            .hint("integer for error")
            .look("int() in Python, and trim")),
    LINE_END_AFTER(plain(3, "A line end after a number is ignored.")
            .caughtBy("NUMBER-01.6")
            .hint("integer for error")
            .look("$ in a regular expression: it also matches before a last line end; use fullmatch or \\z")),
    ZERO_BYTE_AFTER(plain(3, "A number ends at a zero byte.")
            .caughtBy("NUMBER-01.7")
            .hint("integer for error")
            .look("strtol: it stops at a zero byte; compare with the length")),
    WHOLE_FRACTIONS(plain(3, "1.0 is accepted as an integer.")
            .caughtBy("NUMBER-01.8")
            .hint("integer for error")
            .look("Number, parseFloat: integers only")),
    EXPONENTS(plain(3, "1e3 is accepted as a thousand.")
            .caughtBy("NUMBER-01.9")
            .hint("integer for error")
            .look("Number, BigDecimal: integers only")),
    HEXADECIMAL(plain(3, "0x10 is accepted as sixteen.")
            .caughtBy("NUMBER-01.10")
            .hint("integer for error")
            .look("Long.decode, strtol and ParseInt with base 0: the base is 10")),
    UNDERSCORES(plain(3, "1_000 is accepted as a thousand.")
            .caughtBy("NUMBER-01.11")
            .hint("integer for error")
            .look("int() in Python, and ParseInt in Go with base 0")),
    DIGITS_OF_ANY_SCRIPT(plain(3, "Digits of other scripts are accepted.")
            .caughtBy("NUMBER-01.12")
            .hint("integer for error")
            .look("isdigit, Character.isDigit, \\d: the digits are 0 to 9")),
    LONE_MINUS(plain(3, "A minus sign alone counts as 0.")
            .caughtBy("NUMBER-01.13")
            .hint("integer for error")
            .look("a hand-written loop: at least one digit must follow")),
    PLUS_SIGN(plain(3, "A number may have a plus sign.")
            .caughtBy("NUMBER-01.14")
            .hint("integer for error")
            .look("Long.parseLong and strconv.ParseInt: they accept +5")),
    LEADING_ZEROS(plain(3, "A number may begin with 0.")
            .caughtBy("NUMBER-01.15")
            .hint("integer for error")
            .look("number parsers: they accept 05; print the number again and compare")),
    MINUS_ZERO(plain(3, "-0 is accepted as a number.")
            .caughtBy("NUMBER-01.16")
            .hint("integer for error")
            .look("number parsers: print the number again and compare")),
    TOO_LARGE_IS_THE_LARGEST(
            plain(3, "A number that is too small or too large counts as the smallest or largest there is.")
                    .caughtBy("NUMBER-01.18")
                    .hint("integer for error")
                    .look("strtoll: check errno for ERANGE")),
    TOO_LARGE_RUNS_OVER(plain(3, "A number that is too large overflows and becomes negative.")
            .caughtBy("NUMBER-01.17")
            .hint("integer for error")
            .look("a hand-written loop: check before you multiply")),
    NO_NUMBER_IS_THE_END(plain(3, "INCR of a text raises an exception that ends the connection.")
            .closes()
            .caughtBy("NUMBER-01.1")
            .hint("closed")
            .look("the exception of the number parser: reply with an error")),
    NO_NUMBER_IS_REPLACED(plain(3, "INCR of a text replies with an error, but restarts the counter.")
            .caughtBy("NUMBER-01.1")
            .look("the order: check first, change later")),
    LARGEST_RUNS_OVER(plain(3, "INCR of the largest integer gives the smallest.")
            .caughtBy("NUMBER-03")
            .hint("overflow")
            .look("the addition: use Math.addExact, checked_add, or a comparison before it")),
    LARGEST_IS_STORED_OVER(plain(3, "The overflow is answered with an error, but the number has changed.")
            .caughtBy("NUMBER-05")
            .look("the order: check first, change later")),
    NO_NUMBER_IN_OWN_WORDS(
            exact(3, "The text of the error for a value that is not an integer differs from that of Redis.")
                    .caughtBy("NUMBER-02.1")
                    .hint("error in own words")
                    .look("the text: ERR value is not an integer or out of range")),
    OVERFLOW_IN_OWN_WORDS(exact(3, "An overflow gets the error for a value that is not an integer.")
            .caughtBy("NUMBER-04")
            .hint("error in own words")
            .look("the text: ERR increment or decrement would overflow"));

    private final Entry entry;

    NumberMistake(Entry entry) {
        this.entry = entry;
    }

    @Override
    public Entry entry() {
        return entry;
    }
}
