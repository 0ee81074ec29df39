package miniredis.spec.verdict;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import miniredis.spec.command.Catalogue;
import miniredis.spec.command.CommandRow;
import miniredis.spec.command.Requests;
import miniredis.spec.i18n.Message;
import miniredis.spec.wire.Reply.BulkString;
import miniredis.spec.wire.Reply.IntegerReply;

/** A number came, but another one than expected. */
final class NumberPatterns {
    private static final long EXACT_IN_A_DOUBLE = 1L << 53;
    private static final long EARLIEST_DATE = 1_500_000_000L;
    private static final long LATEST_DATE = 10_000_000_000L;

    static final List<FailurePattern> ALL = List.of(
            FailurePattern.of("fraction", e -> e.receivedText().matches("(?s):-?\\d+\\.\\d+\r\n.*")),
            FailurePattern.of(
                    "overflow",
                    e -> e.expectedText().startsWith("-") && e.receivedText().startsWith(":" + Long.MIN_VALUE)),
            FailurePattern.of(
                    "floating point",
                    e -> e.expectedReply() instanceof IntegerReply expected
                            && e.receivedReply() instanceof IntegerReply received
                            && Math.abs(expected.value()) > EXACT_IN_A_DOUBLE
                            && received.value() == (long) ((expected.value() - 1) + 1.0)
                            && !e.expectedText().equals(e.receivedText())),
            FailurePattern.of("one less", NumberPatterns::isOneLess),
            FailurePattern.titled("rounding", NumberPatterns::rounding),
            FailurePattern.of("milliseconds", NumberPatterns::isInMilliseconds),
            FailurePattern.of(
                    "a date",
                    e -> isTimeToLive(e)
                            && number(e).isPresent()
                            && number(e).getAsLong() > EARLIEST_DATE
                            && number(e).getAsLong() < LATEST_DATE
                            && expectedLargest(e).orElse(Long.MAX_VALUE) < EARLIEST_DATE),
            FailurePattern.of(
                            "lifetime lost",
                            e -> isTimeToLive(e)
                                    && e.receivedText().startsWith(":-1\r\n")
                                    && e.expected() instanceof Expected.IntegerFrom)
                    .asHintOnly(),
            FailurePattern.titled("counts lost", NumberPatterns::countsLost));

    private NumberPatterns() {}

    private static boolean isTimeToLive(Evidence e) {
        return sends(e, row -> row.again() == CommandRow.Again.ABOUT);
    }

    /** Whether any of the last requests is of such a row. */
    private static boolean sends(Evidence e, Predicate<CommandRow> rows) {
        return Requests.in(e.sent()).stream()
                .flatMap(request -> Catalogue.command(request).stream())
                .anyMatch(rows);
    }

    private static OptionalLong number(Evidence e) {
        return e.receivedReply() instanceof IntegerReply integer
                ? OptionalLong.of(integer.value())
                : OptionalLong.empty();
    }

    /** The integer that was expected, or the largest of several that would do. */
    private static OptionalLong expectedLargest(Evidence e) {
        if (e.expectedReply() instanceof IntegerReply integer) {
            return OptionalLong.of(integer.value());
        }
        return e.expected() instanceof Expected.IntegerFrom range
                ? OptionalLong.of(range.high())
                : OptionalLong.empty();
    }

    private static boolean isOneLess(Evidence e) {
        return sends(e, row -> row.name().equals("INCR"))
                && e.expectedReply() instanceof IntegerReply expected
                && e.receivedReply() instanceof IntegerReply received
                && received.value() == expected.value() - 1;
    }

    private static Optional<Message> rounding(Evidence e) {
        if (!isTimeToLive(e)
                || !(e.expectedReply() instanceof IntegerReply expected)
                || !(e.receivedReply() instanceof IntegerReply received)
                || expected.value() < 0
                || received.value() < 0
                || Math.abs(received.value() - expected.value()) != 1) {
            return Optional.empty();
        }
        return Optional.of(
                received.value() < expected.value()
                        ? Message.of("hint.rounding-down")
                        : Message.of("hint.rounding-up"));
    }

    private static boolean isInMilliseconds(Evidence e) {
        var largest = expectedLargest(e);
        var received = number(e);
        return isTimeToLive(e)
                && largest.isPresent()
                && received.isPresent()
                && largest.getAsLong() > 1
                && received.getAsLong() <= largest.getAsLong() * 1000
                && received.getAsLong() > (largest.getAsLong() - 2) * 1000;
    }

    private static Optional<Message> countsLost(Evidence e) {
        if (!(e.expectedReply() instanceof BulkString expected)
                || !(e.receivedReply() instanceof BulkString received)) {
            return Optional.empty();
        }
        var expectedText = Evidence.text(expected.bytes());
        var receivedText = Evidence.text(received.bytes());
        if (!expectedText.matches("[1-9]\\d{2,8}") || !receivedText.matches("[1-9]\\d{0,8}")) {
            return Optional.empty();
        }
        long lost = Long.parseLong(expectedText) - Long.parseLong(receivedText);
        return lost > 0 ? Optional.of(Message.of("hint.counts-lost", lost)) : Optional.empty();
    }
}
