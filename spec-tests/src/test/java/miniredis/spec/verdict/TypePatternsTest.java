package miniredis.spec.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A reply of another type, where one reply was expected. */
class TypePatternsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "message ignored | PING hello | $5¶hello¶ | +PONG¶ | true",
                "message ignored | ping hello | $5¶hello¶ | $4¶PONG¶ | true",
                "message ignored | PING | $5¶hello¶ | +PONG¶ | false",
                "message ignored | PING hello | $5¶hello¶ | +hello¶ | false",
                "bulk for simple | PING | +PONG¶ | $4¶PONG¶ | true",
                "bulk for simple | PING | +PONG¶ | :1¶ | false",
                "bulk for simple | PING | :1¶ | $4¶PONG¶ | false",
                "bulk for simple | SET k v | +OK¶ | $4¶Bonn¶ | false",
                "bulk for simple | SET k v | +OK¶ | $-1¶ | false",
                "bulk for simple | PING | +PONG¶+PONG¶ | $4¶PONG¶ | false",
                "simple for bulk | GET k | $5¶apple¶ | +apple¶ | true",
                "simple for bulk | GET k | $8¶one¶two¶ | +one¶two¶ | true",
                "simple for bulk | GET k | $5¶apple¶ | +OK¶ | false",
                "simple for bulk | GET k | $5¶apple¶ | -apple¶ | false",
                "simple for bulk | GET k | :1¶ | +apple¶ | false",
                "integer for bulk | GET k | $2¶42¶ | :42¶ | true",
                "integer for bulk | GET k | $2¶42¶ | +42¶ | false",
                "integer for bulk | GET k | +42¶ | :42¶ | false",
                "bulk for integer | INCR k | :1¶ | $1¶1¶ | true",
                "bulk for integer | TTL k | <1 to 2> | $1¶1¶ | true",
                "bulk for integer | TTL k | <1 to 2> | $-1¶ | false",
                "bulk for integer | INCR k | :1¶ | +1¶ | false",
                "bulk for integer | INCR k | +1¶ | $1¶1¶ | false",
                "simple for integer | INCR k | :1¶ | +1¶ | true",
                "integer for bulk | GET k | $4¶+007¶ | :7¶ | true",
                "integer for bulk | GET k | $5¶apple¶ | :1¶ | false",
                "simple for integer | EXPIRE k | :1¶ | +OK¶ | true",
                "simple for integer | EXPIRE k | <0 to 1> | +NotImplemented¶ | false",
                "simple for integer | INCR k | :1¶ | $1¶1¶ | false",
                "simple for integer | INCR k | $1¶1¶ | +1¶ | false",
            })
    void aReplyHasAnotherType(String pattern, String sent, String expected, String received, boolean fits) {
        PatternTable.check(TypePatterns.ALL, pattern, PatternTable.evidence(sent, expected, received), fits);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "+PONG¶ | $4¶PONG¶ | bulk for simple | expected the simple string \"PONG\", got the bulk string \"PONG\": ",
                "<1 to 2> | $1¶1¶ | bulk for integer | expected an integer from 1 to 2, got the bulk string \"1\": ",
                "$2¶42¶ | :42¶ | integer for bulk | expected the bulk string \"42\", got the integer 42: ",
            })
    void theHintNamesBoth(String expected, String received, String pattern, String hint) {
        var evidence = PatternTable.evidence("GET k", expected, received);

        assertThat(PatternTable.hint(TypePatterns.ALL, pattern, evidence).orElseThrow())
                .asString()
                .startsWith(hint);
    }

    @Test
    void inARowOfRepliesAnotherTypeCanBeAnotherOrder() {
        var second = PatternTable.evidence("PING", "+PONG¶", "$4¶PONG¶").at(new Evidence.Position(2, 3));

        PatternTable.check(TypePatterns.ALL, "bulk for simple", second, false);
    }
}
