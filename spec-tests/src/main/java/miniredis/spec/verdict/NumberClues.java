package miniredis.spec.verdict;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import miniredis.spec.wire.Reply.BulkString;
import miniredis.spec.wire.Reply.IntegerReply;

/** A number came, but another one than expected. */
final class NumberClues {
    private static final long EXACT_IN_A_DOUBLE = 1L << 53;
    private static final long EARLIEST_DATE = 1_500_000_000L;
    private static final long LATEST_DATE = 10_000_000_000L;

    static final List<Clue> ALL = List.of(
            Clue.of(
                    "fraction",
                    e -> e.receivedText().matches("(?s):-?\\d+\\.\\d+\r\n.*"),
                    "an integer has no fraction: :1, not :1.0"),
            Clue.of(
                    "overflow",
                    e -> e.wanted().startsWith("-") && e.receivedText().startsWith(":" + Long.MIN_VALUE),
                    "one more than the largest integer has run over to the smallest; that is to be noticed before adding"),
            Clue.of(
                    "floating point",
                    e -> e.wantedReply() instanceof IntegerReply wanted
                            && e.receivedReply() instanceof IntegerReply
                            && Math.abs(wanted.value()) > EXACT_IN_A_DOUBLE
                            && !e.wanted().equals(e.receivedText()),
                    "perhaps the number is kept as floating point, which is exact up to 2^53 only"),
            new Clue("one less", "", NumberClues::oneLess),
            new Clue("rounding", "TTL is rounded to the nearest second, (ms + 500) / 1000", NumberClues::rounding),
            new Clue("milliseconds", "", NumberClues::milliseconds),
            Clue.of(
                    "a date",
                    e -> isTimeToLive(e)
                            && number(e).isPresent()
                            && number(e).getAsLong() > EARLIEST_DATE
                            && number(e).getAsLong() < LATEST_DATE
                            && wantedLargest(e).orElse(Long.MAX_VALUE) < EARLIEST_DATE,
                    "this looks like a date, in seconds since 1970; TTL answers how many seconds are left"),
            Clue.of(
                    "lifetime lost",
                    e -> isTimeToLive(e)
                            && e.receivedText().startsWith(":-1\r\n")
                            && e.expected() instanceof Expected.IntegerFrom,
                    "-1 says that the key has no lifetime; something has taken it away"),
            new Clue("counts lost", "counts are lost when clients count at the same time", NumberClues::countsLost));

    private NumberClues() {}

    private static boolean isTimeToLive(Evidence e) {
        return names(e, "TTL");
    }

    /** Whether this command was sent. */
    private static boolean names(Evidence e, String command) {
        return e.sentText().toUpperCase(Locale.ROOT).contains("\r\n" + command + "\r\n");
    }

    private static OptionalLong number(Evidence e) {
        return e.receivedReply() instanceof IntegerReply integer
                ? OptionalLong.of(integer.value())
                : OptionalLong.empty();
    }

    /** The integer that was expected, or the largest of several that would do. */
    private static OptionalLong wantedLargest(Evidence e) {
        if (e.wantedReply() instanceof IntegerReply integer) {
            return OptionalLong.of(integer.value());
        }
        return e.expected() instanceof Expected.IntegerFrom range
                ? OptionalLong.of(range.high())
                : OptionalLong.empty();
    }

    private static Optional<String> oneLess(Evidence e) {
        boolean less = names(e, "INCR")
                && e.wantedReply() instanceof IntegerReply wanted
                && e.receivedReply() instanceof IntegerReply got
                && got.value() == wanted.value() - 1;
        return less
                ? Optional.of("one less than expected: INCR answers the number after it has added one")
                : Optional.empty();
    }

    private static Optional<String> rounding(Evidence e) {
        if (!isTimeToLive(e)
                || !(e.wantedReply() instanceof IntegerReply wanted)
                || !(e.receivedReply() instanceof IntegerReply got)
                || wanted.value() < 0
                || got.value() < 0
                || Math.abs(got.value() - wanted.value()) != 1) {
            return Optional.empty();
        }
        return Optional.of(
                got.value() < wanted.value()
                        ? "one less than expected: TTL rounds down here, and Redis to the nearest second, (ms + 500) / 1000"
                        : "one more than expected: TTL rounds up here, and Redis to the nearest second, (ms + 500) / 1000");
    }

    private static Optional<String> milliseconds(Evidence e) {
        var largest = wantedLargest(e);
        var got = number(e);
        boolean aThousandTimes = isTimeToLive(e)
                && largest.isPresent()
                && got.isPresent()
                && largest.getAsLong() > 1
                && got.getAsLong() <= largest.getAsLong() * 1000
                && got.getAsLong() > (largest.getAsLong() - 2) * 1000;
        return aThousandTimes ? Optional.of("these are milliseconds; TTL answers seconds") : Optional.empty();
    }

    private static Optional<String> countsLost(Evidence e) {
        if (!(e.wantedReply() instanceof BulkString wanted) || !(e.receivedReply() instanceof BulkString got)) {
            return Optional.empty();
        }
        var expected = Evidence.text(wanted.bytes());
        var came = Evidence.text(got.bytes());
        boolean fewer = expected.matches("[1-9]\\d{2,8}")
                && came.matches("[1-9]\\d{0,8}")
                && Long.parseLong(came) < Long.parseLong(expected);
        return fewer
                ? Optional.of(
                        "%s counts are lost, perhaps because clients get between the reading of the number and the writing: it has to be one step"
                                .formatted(Long.parseLong(expected) - Long.parseLong(came)))
                : Optional.empty();
    }
}
