package miniredis.spec.verdict;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

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
                "silence | PING | +PONG¶ | <silent> | true",
                "silence | PING | +PONG¶ | <closed> | false",
                "silence | PING | +PONG¶ | <silent> + | false",
                "silence | `` | +PONG¶ | <silent> | false",
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
