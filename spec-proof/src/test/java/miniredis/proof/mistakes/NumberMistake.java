package miniredis.proof.mistakes;

import static miniredis.proof.mistakes.Entry.exact;
import static miniredis.proof.mistakes.Entry.plain;

/** Step 3: INCR, and what counts as a number. */
public enum NumberMistake implements Mistake {
    ANSWERS_THE_NUMBER_BEFORE(plain(3, "INCR answers the number before it was increased.")
            .caughtBy("REPLY-08", "INCR-01")
            .hint("one less")
            .look("counter++ where ++counter is meant")),
    NEEDS_A_NUMBER_FIRST(plain(3, "INCR of a key that does not exist is an error.")
            .caughtBy("REPLY-08", "INCR-01")
            .look("a missing key counts from 0")),
    COUNT_IS_NOT_STORED(plain(3, "INCR answers the new number but does not store it.")
            .caughtBy("INCR-02")
            .look("put the new number back")),
    DIGITS_ONLY(plain(3, "A number with a minus sign is no number.")
            .caughtBy("INCR-03.3")
            .look("isdigit: allow a minus sign before the digits")),
    COUNTS_IN_32_BITS(plain(3, "Numbers are kept in 32 bits.")
            .caughtBy("INCR-03.5")
            .look("int: the numbers of INCR have 64 bits")),
    COUNTS_IN_DOUBLES(plain(3, "Numbers are kept as floating point, exact up to 2^53 only.")
            .caughtBy("INCR-03.6")
            .hint("floating point")
            .look("number of JavaScript, double: use BigInt or a 64-bit integer")),
    SMALLEST_NUMBER_IS_REFUSED(plain(3, "The smallest integer is refused, because its digits alone are too large.")
            .caughtBy("INCR-03.8")
            .look("a parser that reads the digits first and the sign later")),
    COUNTERS_KEPT_APART(plain(3, "Counters live in a map of their own, which GET does not see.")
            .caughtBy("INCR-04")
            .look("the result of INCR is stored as text, where SET stores its values")),
    COUNTER_REMEMBERED_TOO_LONG(plain(3, "INCR goes on from a number it remembers, although SET has replaced it.")
            .caughtBy("INCR-06")
            .look("a cache of parsed numbers: SET has to clear it")),
    COUNTS_WITHOUT_A_LOCK(plain(3, "Reading and writing a counter are two steps, and clients get in between.")
            .caughtBy("INCR-09", "INCR-10")
            .hint("counts lost")
            .look("a lock around both, or an atomic update; a concurrent map alone is not enough")),
    TEXT_COUNTS_AS_ZERO(plain(3, "A text that is no number counts as 0.")
            .caughtBy("NUMBER-01.1")
            .hint("integer for error")
            .look("atoi, or an exception caught and turned into 0")),
    EMPTY_COUNTS_AS_ZERO(plain(3, "The empty text counts as 0.")
            .caughtBy("NUMBER-01.2")
            .hint("integer for error")
            .look("Number(\"\") is 0; a loop over no digits gives 0")),
    NUMBER_AT_THE_BEGINNING(plain(3, "The digits at the beginning of a text are enough.")
            .caughtBy("NUMBER-01.3")
            .hint("integer for error")
            .look("parseInt, strtol, sscanf: check that nothing is left")),
    SPACES_BEFORE(plain(3, "Spaces before a number do not count.")
            .caughtBy("NUMBER-01.4")
            .hint("integer for error")
            .look("strtol and scanf skip spaces")),
    SPACES_AROUND(plain(3, "Spaces around a number do not count.")
            .caughtBy("NUMBER-01.4", "NUMBER-01.5")
            .hint("integer for error")
            .look("int() of Python, trim")),
    LINE_END_AFTER(plain(3, "A line end after a number does not count.")
            .caughtBy("NUMBER-01.6")
            .hint("integer for error")
            .look("$ of a regular expression also matches before a last line end: fullmatch, \\z")),
    ZERO_BYTE_AFTER(plain(3, "A number ends at a zero byte.")
            .caughtBy("NUMBER-01.7")
            .hint("integer for error")
            .look("strtol stops at a zero byte: compare with the length")),
    WHOLE_FRACTIONS(plain(3, "1.0 is taken for an integer.")
            .caughtBy("NUMBER-01.8")
            .hint("integer for error")
            .look("Number, parseFloat: integers only")),
    EXPONENTS(plain(3, "1e3 is taken for a thousand.")
            .caughtBy("NUMBER-01.9")
            .hint("integer for error")
            .look("Number, BigDecimal: integers only")),
    HEXADECIMAL(plain(3, "0x10 is taken for sixteen.")
            .caughtBy("NUMBER-01.10")
            .hint("integer for error")
            .look("Long.decode, strtol and ParseInt with base 0: the base is 10")),
    UNDERSCORES(plain(3, "1_000 is taken for a thousand.")
            .caughtBy("NUMBER-01.11")
            .hint("integer for error")
            .look("int() of Python, ParseInt of Go with base 0")),
    DIGITS_OF_ANY_SCRIPT(plain(3, "Digits of other scripts are digits.")
            .caughtBy("NUMBER-01.12")
            .hint("integer for error")
            .look("isdigit, Character.isDigit, \\d: the digits are 0 to 9")),
    LONE_MINUS(plain(3, "A minus sign alone counts as 0.")
            .caughtBy("NUMBER-01.13")
            .hint("integer for error")
            .look("a hand-written loop: at least one digit has to follow")),
    PLUS_SIGN(plain(3, "A number may have a plus sign.")
            .caughtBy("NUMBER-01.14")
            .hint("integer for error")
            .look("Long.parseLong and strconv.ParseInt accept +5")),
    LEADING_ZEROS(plain(3, "A number may begin with 0.")
            .caughtBy("NUMBER-01.15")
            .hint("integer for error")
            .look("number parsers accept 05; print the number again and compare")),
    MINUS_ZERO(plain(3, "-0 is a number.")
            .caughtBy("NUMBER-01.16")
            .hint("integer for error")
            .look("print the number again and compare")),
    TOO_LARGE_IS_THE_LARGEST(
            plain(3, "A number that is too small or too large counts as the smallest or largest there is.")
                    .caughtBy("NUMBER-01.18")
                    .hint("integer for error")
                    .look("strtoll: check errno for ERANGE")),
    TOO_LARGE_RUNS_OVER(plain(3, "A number that is too large runs over into the negative ones.")
            .caughtBy("NUMBER-01.17")
            .hint("integer for error")
            .look("a hand-written loop: check before you multiply")),
    NO_NUMBER_IS_THE_END(plain(3, "INCR of a text raises an exception that ends the connection.")
            .closes()
            .caughtBy("NUMBER-01.1")
            .hint("closed")
            .look("the exception of the number parser: answer it with an error")),
    NO_NUMBER_IS_REPLACED(plain(3, "INCR of a text answers an error, but starts the counter anew.")
            .caughtBy("NUMBER-01.1")
            .look("check first, change later")),
    LARGEST_RUNS_OVER(plain(3, "One more than the largest integer is the smallest.")
            .caughtBy("NUMBER-03")
            .hint("overflow")
            .look("Math.addExact, checked_add, or a comparison before the addition")),
    LARGEST_IS_STORED_OVER(plain(3, "The overflow is answered with an error, but the number has changed.")
            .caughtBy("NUMBER-05")
            .look("check first, change later")),
    NO_NUMBER_IN_OWN_WORDS(exact(3, "The error for a text has words of its own.")
            .caughtBy("NUMBER-02.1")
            .hint("error in own words")
            .look("ERR value is not an integer or out of range")),
    OVERFLOW_IN_OWN_WORDS(exact(3, "The error for an overflow is that for a text.")
            .caughtBy("NUMBER-04")
            .hint("error in own words")
            .look("ERR increment or decrement would overflow"));

    private final Entry entry;

    NumberMistake(Entry entry) {
        this.entry = entry;
    }

    @Override
    public Entry entry() {
        return entry;
    }
}
