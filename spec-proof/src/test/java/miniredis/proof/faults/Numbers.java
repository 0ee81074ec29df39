package miniredis.proof.faults;

import static miniredis.proof.mistakes.ExpireMistake.*;
import static miniredis.proof.mistakes.NumberMistake.*;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import miniredis.proof.mistakes.ExpireMistake;
import miniredis.proof.mistakes.NumberMistake;

/** What INCR accepts as a number, and EXPIRE as a time. */
final class Numbers {
    private static final String NOT_A_NUMBER = "ERR value is not an integer or out of range";

    private final Fault slip;

    Numbers(Fault slip) {
        this.slip = slip;
    }

    /** The integer in the text of a value. */
    OptionalLong in(String text) {
        var number = Integers.strict(text);
        if (number.isPresent()) {
            return accepted(number.getAsLong());
        }
        return slip.mistake() instanceof NumberMistake mistake ? forgiven(mistake, text) : number;
    }

    private OptionalLong accepted(long number) {
        boolean refused = slip.is(DIGITS_ONLY) && number < 0
                || slip.is(SMALLEST_NUMBER_IS_REFUSED) && number == Long.MIN_VALUE
                || slip.is(COUNTS_IN_32_BITS) && number != (int) number;
        return refused ? OptionalLong.empty() : OptionalLong.of(number);
    }

    private static OptionalLong forgiven(NumberMistake mistake, String text) {
        return switch (mistake) {
            case TEXT_COUNTS_AS_ZERO -> OptionalLong.of(0);
            case EMPTY_COUNTS_AS_ZERO -> text.isEmpty() ? OptionalLong.of(0) : OptionalLong.empty();
            case NUMBER_AT_THE_BEGINNING -> Integers.atTheBeginning(text);
            case SPACES_BEFORE -> Integers.strict(text.stripLeading());
            case SPACES_AROUND -> Integers.strict(text.strip());
            case LINE_END_AFTER -> Integers.strict(text.replaceFirst("\n$", ""));
            case ZERO_BYTE_AFTER -> Integers.strict(text.split("\0", 2)[0]);
            case WHOLE_FRACTIONS -> Integers.strict(text.replaceFirst("\\.0+$", ""));
            case EXPONENTS -> exponent(text);
            case HEXADECIMAL -> Integers.behind("0x", text, 16);
            case UNDERSCORES -> Integers.strict(text.replace("_", ""));
            case DIGITS_OF_ANY_SCRIPT -> anyScript(text);
            case LONE_MINUS -> text.equals("-") ? OptionalLong.of(0) : OptionalLong.empty();
            case PLUS_SIGN -> Integers.strict(text.replaceFirst("^\\+", ""));
            case LEADING_ZEROS -> text.startsWith("-") ? OptionalLong.empty() : Integers.withoutZeros(text);
            case MINUS_ZERO -> text.equals("-0") ? OptionalLong.of(0) : OptionalLong.empty();
            case TOO_LARGE_IS_THE_LARGEST -> saturated(text);
            case TOO_LARGE_RUNS_OVER ->
                text.matches("-?\\d{19,}") && !text.contains("٣")
                        ? OptionalLong.of(new BigInteger(text).longValue())
                        : OptionalLong.empty();
            default -> OptionalLong.empty();
        };
    }

    private static OptionalLong exponent(String text) {
        return text.matches("\\d+e\\d") ? OptionalLong.of(new BigDecimal(text).longValueExact()) : OptionalLong.empty();
    }

    private static OptionalLong anyScript(String latin1) {
        String text = new String(latin1.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        return text.length() == 1 && Character.isDigit(text.charAt(0))
                ? OptionalLong.of(Character.digit(text.charAt(0), 10))
                : OptionalLong.empty();
    }

    private static OptionalLong saturated(String text) {
        if (!text.matches("-?[1-9]\\d{18,}")) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(text.startsWith("-") ? Long.MIN_VALUE : Long.MAX_VALUE);
    }

    @SuppressWarnings("IntLongMath") // that is the mistake
    long after(long number, long step) {
        if (slip.is(COUNTS_IN_32_BITS)) {
            return (int) number + (int) step;
        }
        return slip.is(COUNTS_IN_DOUBLES) ? (long) ((double) number + step) : number + step;
    }

    /** The seconds in an argument of EXPIRE. */
    OptionalLong secondsIn(String text) {
        var seconds = Integers.strict(text);
        if (seconds.isPresent() || !(slip.mistake() instanceof ExpireMistake mistake)) {
            return seconds;
        }
        return switch (mistake) {
            case EXPIRE_BY_ATOI -> OptionalLong.of(0);
            case EXPIRE_WITHOUT_DIGITS -> text.isEmpty() ? OptionalLong.of(0) : seconds;
            case EXPIRE_IN_FRACTIONS -> Integers.strict(text.replaceFirst("\\.\\d+$", ""));
            case EXPIRE_TRIMMED -> Integers.strict(text.strip());
            case EXPIRE_WITH_A_UNIT -> Integers.strict(text.replaceFirst("s$", ""));
            case EXPIRE_WITH_PLUS -> Integers.strict(text.replaceFirst("^\\+", ""));
            case EXPIRE_WITH_ZEROS -> Integers.withoutZeros(text);
            case EXPIRE_AT_MOST_THE_LARGEST ->
                saturated(text).isPresent() ? OptionalLong.of(Long.MAX_VALUE / 2000) : seconds;
            default -> seconds;
        };
    }

    String notANumber() {
        return slip.is(NO_NUMBER_IN_OWN_WORDS) ? "ERR not a number" : NOT_A_NUMBER;
    }

    String overflow() {
        return slip.is(OVERFLOW_IN_OWN_WORDS) ? NOT_A_NUMBER : "ERR increment or decrement would overflow";
    }

    String badTime() {
        return slip.is(BAD_TIME_IN_OWN_WORDS) ? "ERR invalid time" : NOT_A_NUMBER;
    }

    String tooLong() {
        return slip.is(LONG_LIFETIME_IN_OWN_WORDS) ? NOT_A_NUMBER : "ERR invalid expire time in 'expire' command";
    }
}
