package miniredis.proof.faults;

import static miniredis.proof.mistakes.ProtocolMistake.*;
import static miniredis.proof.mistakes.StreamMistake.*;

import java.io.IOException;
import java.util.OptionalLong;

/** Reads the numbers of a request: how many elements, how many bytes. */
final class Lengths {
    private static final long MOST_ELEMENTS = Integer.MAX_VALUE;
    private static final long MOST_BYTES = 512L * 1024 * 1024;
    private static final long MEGABYTE = 1024 * 1024;

    private final Fault slip;

    Lengths(Fault slip) {
        this.slip = slip;
    }

    /** Not positive for an array that is skipped. */
    long ofArray(String header) throws IOException {
        var number = countIn(header);
        boolean tooMany = number.isPresent() && number.getAsLong() > MOST_ELEMENTS && !slip.is(COUNT_WITHOUT_LIMIT);
        boolean negative = number.isPresent() && number.getAsLong() < 0 && slip.is(NEGATIVE_ARRAY_IS_AN_ERROR);
        if (number.isEmpty() || tooMany || negative) {
            throw new Broken.Request(inRedisWords("ERR Protocol error: invalid multibulk length"));
        }
        long count = number.getAsLong();
        if (slip.is(EMPTY_ARRAY_IS_AN_ERROR) && count == 0) {
            throw new Broken.Request("ERR Protocol error: empty request", true);
        }
        if (slip.is(EMPTY_ARRAY_CLOSES) && count == 0
                || slip.is(AT_MOST_A_HUNDRED_ARGUMENTS) && count > 100
                || slip.is(TAKES_MEMORY_FOR_THE_COUNT) && count > MEGABYTE) {
            throw new Broken.Closing();
        }
        return count;
    }

    private OptionalLong countIn(String header) {
        if (slip.is(COUNT_BY_ATOI)) {
            return OptionalLong.of(Integers.strict(header).orElse(0));
        }
        if (slip.is(COUNT_HAS_ONE_DIGIT) && header.matches("\\d+")) {
            return OptionalLong.of(header.charAt(0) - '0');
        }
        if (slip.is(COUNT_WITH_PLUS) && header.startsWith("+")) {
            return Integers.strict(header.substring(1));
        }
        if (slip.is(COUNT_WITH_ZEROS)) {
            return Integers.strict(header.replaceFirst("^0+(?=\\d)", ""));
        }
        return Integers.strict(slip.is(COUNT_WITH_SPACES) ? header.strip() : header);
    }

    int ofElement(String header) throws IOException {
        var number = lengthIn(header);
        if (number.isPresent() && number.getAsLong() == -1 && slip.is(NULL_IS_AN_ARGUMENT)) {
            return 0;
        }
        if (number.isPresent() && number.getAsLong() < 0 && slip.is(NEGATIVE_LENGTH_CRASHES)) {
            throw new Broken.Closing();
        }
        if (number.isEmpty() || number.getAsLong() < 0 || number.getAsLong() > most()) {
            throw new Broken.Request(inRedisWords("ERR Protocol error: invalid bulk length"));
        }
        if (slip.is(TAKES_MEMORY_FOR_THE_LENGTH) && number.getAsLong() == MOST_BYTES) {
            throw new Broken.Closing();
        }
        return (int) number.getAsLong();
    }

    private OptionalLong lengthIn(String header) {
        if (slip.is(LENGTH_BY_ATOI)) {
            return OptionalLong.of(Integers.strict(header).orElse(0));
        }
        if (slip.is(LENGTH_HAS_ONE_DIGIT) && header.matches("\\d+")) {
            return OptionalLong.of(header.charAt(0) - '0');
        }
        if (slip.is(NO_LENGTH_IS_ZERO) && header.isEmpty()) {
            return OptionalLong.of(0);
        }
        var number = Integers.strict(slip.is(LENGTH_WITH_ZEROS) ? header.replaceFirst("^0+(?=\\d)", "") : header);
        return slip.is(LENGTH_IN_16_BITS) && number.isPresent() ? OptionalLong.of((short) number.getAsLong()) : number;
    }

    private long most() {
        if (slip.is(AT_MOST_A_MEGABYTE)) {
            return MEGABYTE;
        }
        if (slip.is(AT_MOST_A_HUNDRED_MEGABYTES)) {
            return 100 * MEGABYTE;
        }
        return slip.is(LENGTH_WITHOUT_LIMIT) ? Integer.MAX_VALUE : MOST_BYTES;
    }

    private String inRedisWords(String message) {
        return slip.is(BROKEN_REQUEST_IN_OWN_WORDS) ? "ERR Protocol error" : message;
    }
}
