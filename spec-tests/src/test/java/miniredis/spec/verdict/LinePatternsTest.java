package miniredis.spec.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import miniredis.spec.i18n.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines that are not written as RESP wants them. */
class LinePatternsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "escapes as text | PING | +PONG¶ | +PONG\\\\r\\\\n | true",
                "escapes as text | PING | +PONG¶ | +PONG¶ | false",
                "escapes as text | ECHO | $4¶\\\\r\\\\n¶ | $4¶\\\\r\\\\n¶ | false",
                "zero byte | PING | +PONG¶ | +PONG¶\\0 | true",
                "zero byte | PING | +PONG¶ | +PONG¶ | false",
                "zero byte | GET k | $3¶a\\0b¶ | $1¶\\0¶ | false",
                "zero byte | raw:SET k \\0¶ | +OK¶ | $1¶\\0¶ | false",
                "zero byte | GET k | $5¶apple¶ | $6¶apple\\0¶ | true",
                "zero byte | GET k | $5¶apple¶ | $5¶app\\0\\0¶ | false",
                "short read | PING | +PONG¶ | -ERR unknown command 'PI\\0\\0'¶ | true",
                "short read | PING | +PONG¶ | -ERR unknown command 'PI\\0'¶ | false",
                "short read | PING | +PONG¶ | -ERR unknown command 'PA\\0\\0'¶ | false",
                "short read | GET k | $5¶apple¶ | $6¶apple\\0¶ | false",
                "LF alone | PING | +PONG¶ | +PONG\\n | true",
                "LF alone | PING | +PONG¶ | +PONG | false",
                "LF alone | PING | +PONG¶ | +PONG¶ | false",
                "LF alone | PING | +PONG¶ | +PANG\\n | false",
                "no line end | PING | +PONG¶ | <silent> +PONG | true",
                "no line end | PING | +PONG¶ | +PONG | false",
                "no line end | PING | +PONG¶ | <silent> +PON | false",
                "no line end | PING | ¶ | <silent> | false",
                "no type byte | PING | +PONG¶ | PONG¶ | true",
                "no type byte | PING | +PONG¶ | +PONG¶ | false",
                "no type byte | PING | <error> | PONG¶ | false",
                "no type byte | PING | +¶ | ¶ | false",
                "no type byte | PING | +a¶ | a¶ | true",
                "null with two line ends | GET k | $-1¶ | $-1¶¶ | true",
                "null with two line ends | GET k | $-1¶ | $-1¶ | false",
                "escapes as text | FOO | +PONG¶ | -ERR unknown 'a\\r\\nb'¶ | false",
                "twice | PING | +PONG¶ | +PONG¶ | false",
            })
    void aLineIsNotWrittenAsItShouldBe(String pattern, String sent, String expected, String received, boolean fits) {
        PatternTable.check(LinePatterns.ALL, pattern, PatternTable.evidence(sent, expected, received), fits);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "twice | PING | +PONG¶ | +PONG¶ | true",
                "twice | GET k | $1¶a¶ | $1¶a¶ | true",
                "twice | PING | +PONG¶ | garbage | false",
                "twice | PING | <nothing> | +PONG¶ | false",
            })
    void moreCameThanWasAskedFor(String pattern, String sent, String expected, String received, boolean fits) {
        PatternTable.check(LinePatterns.ALL, pattern, PatternTable.surplus(sent, expected, received), fits);
    }

    @Test
    void theHintNamesTheByteThatIsMissing() {
        var evidence = PatternTable.evidence("INCR k", ":12¶", "12¶");

        assertThat(PatternTable.hint(LinePatterns.ALL, "no type byte", evidence))
                .contains(Message.of("hint.no-type-byte", ':'));
    }
}
