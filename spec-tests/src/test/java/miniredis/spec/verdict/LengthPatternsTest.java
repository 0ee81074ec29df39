package miniredis.spec.verdict;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The value is right, and the number before it is not; or the end of the value is missing. */
class LengthPatternsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "length counts the line end | GET k | $3¶one¶ | $5¶one¶ | true",
                "length counts the line end | GET k | $3¶one¶ | $4¶one¶ | false",
                "length counts the line end | GET k | $3¶one¶ | $5¶two¶ | false",
                "length counts the line end | GET k | +one¶ | $5¶one¶ | false",
                "length counts the line end | GET k | $3¶one¶ | +5¶one¶ | false",
                "length counts the line end | GET k | $3¶one¶ | $5 | false",
                "cut by strlen | GET k | $3¶a\\0b¶ | $3¶a¶ | true",
                "cut by strlen | GET k | $3¶a\\0b¶ | $1¶a¶ | false",
                "cut by strlen | GET k | $3¶abc¶ | $3¶a¶ | false",
                "characters of the request | GET k | $5¶caf\\xC3\\xA9¶ | $5¶caf\\xC3\\xA9\\r¶ | true",
                "characters of the request | GET k | $5¶caf\\xC3\\xA9¶ | $6¶caf\\xC3\\xA9\\r¶ | true",
                "characters of the request | GET k | $5¶caf\\xC3\\xA9¶ | $5¶caf\\xC3\\xA9¶ | false",
                "characters of the request | GET k | $4¶cafe¶ | $5¶cafe\\r¶ | false",
                "characters counted | GET k | $5¶caf\\xC3\\xA9¶ | $4¶caf\\xC3\\xA9¶ | true",
                "characters counted | GET k | $5¶caf\\xC3\\xA9¶ | $5¶caf\\xC3\\xA9¶ | false",
                "characters counted | GET k | $5¶caf\\xC3\\xA9¶ | $6¶caf\\xC3\\xA9¶ | false",
                "characters counted | GET k | $5¶caf\\xC3\\xA9¶ | $x¶caf\\xC3\\xA9¶ | false",
                "characters counted | GET k | $5¶apple¶ | $4¶apple¶ | false",
                "characters counted | GET k | $1¶\\x7F¶ | $0¶\\x7F¶ | false",
                "characters counted | GET k | $1¶\\x80¶ | $0¶\\x80¶ | true",
                "length in another notation | GET k | $12¶hello, world¶ | $c¶hello, world¶ | true",
                "length in another notation | GET k | $12¶hello, world¶ | $012¶hello, world¶ | true",
                "length in another notation | GET k | $12¶hello, world¶ | $12¶hello, world¶ | false",
                "length in another notation | GET k | $12¶hello, world¶ | $c¶hello, there¶ | false",
            })
    void theLengthIsWrong(String pattern, String sent, String expected, String received, boolean fits) {
        PatternTable.check(LengthPatterns.ALL, pattern, PatternTable.evidence(sent, expected, received), fits);
    }

    @ParameterizedTest
    @CsvSource({"600, <silent>, true", "505, <silent>, true", "504, <silent>, false", "600, <closed>, false"})
    void aLongReplyThatStopsIsCut(int length, String end, boolean fits) {
        var value = "x".repeat(1000);
        var received = "%s $1000¶%s".formatted(end, value.substring(0, length));

        PatternTable.check(
                LengthPatterns.ALL,
                "reply cut",
                PatternTable.evidence("GET k", "$1000¶" + value + "¶", received),
                fits);
    }

    /** The SET of 2,000 bytes under a key of one letter has 27 bytes before its value. */
    @ParameterizedTest
    @CsvSource({"997, true", "996, true", "995, false", "998, false", "2000, false"})
    void aValueThatEndsWithABufferTellsItsSize(int length, boolean fits) {
        var value = "x".repeat(2000);
        var received = "$%d¶%s¶".formatted(length, value.substring(0, length));
        var evidence = PatternTable.evidence("GET k", "$2000¶" + value + "¶", received);

        PatternTable.check(LengthPatterns.ALL, "a buffer's size", evidence, fits);
    }

    @Test
    void whatIsWholeOrDiffersIsNotCut() {
        var whole = "$1000¶" + "x".repeat(1000) + "¶";

        PatternTable.check(
                LengthPatterns.ALL, "reply cut", PatternTable.evidence("GET k", whole, "<silent> " + whole), false);
        PatternTable.check(
                LengthPatterns.ALL,
                "reply cut",
                PatternTable.evidence("GET k", whole, "<silent> $1000¶" + "y".repeat(600)),
                false);
    }
}
