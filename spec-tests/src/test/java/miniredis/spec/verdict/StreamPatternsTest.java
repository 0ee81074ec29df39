package miniredis.spec.verdict;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing came, or less than should. */
class StreamPatternsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "one read, one request | PING | +PONG¶+PONG¶ | <silent> +PONG¶ | true",
                "one read, one request | PING | +PONG¶+PONG¶ | <closed> +PONG¶ | false",
                "one read, one request | PING | +PONG¶+PONG¶ | <silent> | false",
                "one read, one request | PING | +PONG¶ | <silent> +PONG¶ | false",
                "one read, one request | PING | +PONG¶+PONG¶ | <silent> +PANG¶ | false",
                "one read, one request | raw:*1¶$4¶PING¶*1¶$abc¶ | +PONG¶-¶ | <silent> +PONG¶ | false",
                "one read, one request | raw:PING¶*1¶$4¶PING¶ | +PONG¶+PONG¶ | <silent> +PONG¶ | false",
                "passed over | PING | +PONG¶ | <silent> | false",
                "no inline commands | raw:PING¶ | +PONG¶ | <silent> | true",
                "no inline commands | raw:PING¶ | +PONG¶ | -ERR Protocol error¶ | true",
                "no inline commands | raw:PING¶ | +PONG¶ | +PING¶ | false",
                "no inline commands | PING | +PONG¶ | <silent> | false",
                "silence | PING | +PONG¶ | <silent> | false",
                "silence for all | PING | +PONG¶ | <silent> | false",
                "closed | PING | +PONG¶ | <closed> | true",
                "closed | PING | +PONG¶ | <reset> | true",
                "closed | PING | +PONG¶ | <silent> | false",
                "closed | PING | +PONG¶ | <closed> + | false",
                "closed | `` | +PONG¶ | <closed> | false",
                "closed | PING | <closed> | <reset> | false",
            })
    void somethingIsMissing(String pattern, String sent, String expected, String received, boolean fits) {
        PatternTable.check(StreamPatterns.ALL, pattern, PatternTable.evidence(sent, expected, received), fits);
    }

    @ParameterizedTest
    @EnumSource(Actual.Afterwards.class)
    void aRequestIsPassedOverWhenTheNextIsAnswered(Actual.Afterwards afterwards) {
        var evidence = PatternTable.evidence("PING", "+PONG¶", "<silent>").afterSilence(afterwards);

        PatternTable.check(StreamPatterns.ALL, "passed over", evidence, afterwards == Actual.Afterwards.PASSED_OVER);
    }

    /** Perhaps only the first request of a read is looked at. */
    @ParameterizedTest
    @ValueSource(strings = {"raw:*1¶$4¶PING¶*1¶$abc¶", "raw:PING¶PING¶"})
    void oneOfSeveralRequestsNeedNotHaveBeenPassedOver(String sent) {
        var evidence = PatternTable.evidence(sent, "-¶", "<silent>").afterSilence(Actual.Afterwards.PASSED_OVER);

        PatternTable.check(StreamPatterns.ALL, "passed over", evidence, false);
    }

    @ParameterizedTest
    @CsvSource({
        "silence, CONNECTION_HANGS, <silent>, true",
        "silence, CONNECTION_HANGS, <silent> +, false",
        "silence, SERVER_HANGS, <silent>, false",
        "silence, CLOSED_THEN, <silent>, false",
        "silence, PASSED_OVER, <silent>, false",
        "answered in one piece, ANSWERED_IN_ONE_PIECE, <silent>, true",
        "answered in one piece, PASSED_OVER, <silent>, false",
        "passed over, ANSWERED_IN_ONE_PIECE, <silent>, false",
        "silence for all, SERVER_HANGS, <silent>, true",
        "silence for all, CONNECTION_HANGS, <silent>, false",
        "waits for the rest, TAKEN_FOR_THE_REST, <silent>, true",
        "waits for the rest, CONNECTION_HANGS, <silent>, false",
        "answered late, ANSWERED_LATE, <silent>, true",
        "answered late, PASSED_OVER, <silent>, false"
    })
    void aSilenceIsExplainedByWhatFollows(String pattern, Actual.Afterwards afterwards, String received, boolean fits) {
        var evidence = PatternTable.evidence("PING", "+PONG¶", received).afterSilence(afterwards);

        PatternTable.check(StreamPatterns.ALL, pattern, evidence, fits);
    }

    @ParameterizedTest
    @CsvSource({
        "GET key, $8¶one¶two¶, <silent>, true",
        "GET key, $8¶one¶two¶, <reset>, true",
        "GET key, $8¶one¶two¶, <silent> $3, false",
        "GET key, $8¶one¶two¶, -ERR¶, false",
        "GET key, $3¶one¶, <silent>, false",
        "GET key, $-1¶, <silent>, false",
        "raw:*2¶$3¶GET¶$4¶a¶b¶, +OK¶, <silent>, true",
        "raw:*2¶$3¶GET¶$5¶a¶b¶, +OK¶, <silent>, false"
    })
    void aLineEndInsideLeavesWhatFollowsItOnTheConnection(String sent, String expected, String received, boolean fits) {
        var evidence = PatternTable.evidence(sent, expected, received);

        PatternTable.check(StreamPatterns.ALL, "line end inside", evidence, fits);
    }

    /** What does not fit into one read of a small buffer may be cut there. */
    @Test
    void manyRequestsMayNeedSeveralReads() {
        var requests = "*1¶$4¶PING¶".repeat(100);
        var evidence =
                PatternTable.evidence("raw:" + requests, "+PONG¶".repeat(100), "<silent> " + "+PONG¶".repeat(99));

        PatternTable.check(StreamPatterns.ALL, "one read, one request", evidence, false);
    }

    @ParameterizedTest
    @CsvSource({"2, true", "1, false"})
    void aRequestBehindOthersThatGetsNothingWasReadWithThem(int index, boolean fits) {
        var together = PatternTable.evidence("raw:*1¶$4¶PING¶*1¶$4¶PING¶", "+PONG¶", "<silent>");
        var alone = PatternTable.evidence("PING", "+PONG¶", "<silent>");
        var position = new Evidence.Position(index, 2);

        PatternTable.check(StreamPatterns.ALL, "one read, one request", together.at(position), fits);
        PatternTable.check(StreamPatterns.ALL, "one read, one request", alone.at(position), false);
    }
}
