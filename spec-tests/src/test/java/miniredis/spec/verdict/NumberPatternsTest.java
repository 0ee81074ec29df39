package miniredis.spec.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import miniredis.spec.i18n.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A number that says which mistake made it; and one next to it that does not. */
class NumberPatternsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "fraction | INCR k | :1¶ | :1.0¶ | true",
                "fraction | INCR k | :-1¶ | :-1.5¶ | true",
                "fraction | INCR k | :1¶ | :1¶ | false",
                "fraction | INCR k | :1¶ | :1.¶ | false",
                "fraction | INCR k | $3¶1.5¶ | $3¶1.5¶ | false",
                "overflow | INCR k | -ERR increment or decrement would overflow¶ | :-9223372036854775808¶ | true",
                "overflow | INCR k | :1¶ | :-9223372036854775808¶ | false",
                "overflow | INCR k | <error> | :9223372036854775807¶ | false",
                "floating point | INCR k | :9007199254740994¶ | :9007199254740992¶ | true",
                "floating point | INCR k | :-9007199254740993¶ | :-9007199254740992¶ | true",
                "floating point | INCR k | :9007199254740994¶ | :9007199254740995¶ | false",
                "floating point | INCR k | :9007199254740993¶ | :9007199254740993¶ | false",
                "floating point | INCR k | :9007199254740992¶ | :9007199254740991¶ | false",
                "floating point | INCR k | :9007199254740993¶ | -ERR no¶ | false",
                "floating point | INCR k | $1¶1¶ | :2¶ | false",
                "one less | INCR k | :6¶ | :5¶ | true",
                "one less | INCR k | :6¶ | :4¶ | false",
                "one less | INCR k | :6¶ | :7¶ | false",
                "one less | GET k | :6¶ | :5¶ | false",
                "one less | INCR k | $1¶6¶ | :5¶ | false",
                "one less | INCR k | :6¶ | $1¶5¶ | false",
                "rounding | TTL k | :10¶ | :9¶ | true",
                "rounding | ttl k | :10¶ | :11¶ | true",
                "rounding | TTL k | :1¶ | :0¶ | true",
                "rounding | TTL k | :0¶ | :1¶ | true",
                "rounding | TTL k | :10¶ | :12¶ | false",
                "rounding | TTL k | :10¶ | :10¶ | false",
                "rounding | TTL k | :-1¶ | :-2¶ | false",
                "rounding | TTL k | :-1¶ | :0¶ | false",
                "rounding | TTL k | :0¶ | :-1¶ | false",
                "rounding | INCR k | :10¶ | :9¶ | false",
                "rounding | TTL k | <9 to 10> | :8¶ | false",
                "rounding | TTL k | :10¶ | $1¶9¶ | false",
                "milliseconds | TTL k | :10¶ | :10000¶ | true",
                "milliseconds | TTL k | :10¶ | :10001¶ | false",
                "milliseconds | TTL k | :10¶ | :8001¶ | true",
                "milliseconds | TTL k | :10¶ | :8000¶ | false",
                "milliseconds | TTL k | <0 to 10> | :9500¶ | true",
                "milliseconds | TTL k | :2¶ | :1999¶ | true",
                "milliseconds | TTL k | :1¶ | :999¶ | false",
                "milliseconds | TTL k | <error> | :9500¶ | false",
                "milliseconds | TTL k | :10¶ | -ERR no¶ | false",
                "milliseconds | INCR k | :10¶ | :9500¶ | false",
                "a date | TTL k | :10¶ | :1795239000¶ | true",
                "a date | TTL k | <0 to 10> | :1500000001¶ | true",
                "a date | TTL k | :10¶ | :1500000000¶ | false",
                "a date | TTL k | :10¶ | :9999999999¶ | true",
                "a date | TTL k | :10¶ | :10000000000¶ | false",
                "a date | TTL k | :1500000000¶ | :1795239000¶ | false",
                "a date | TTL k | :1499999999¶ | :1795239000¶ | true",
                "a date | TTL k | <error> | :1795239000¶ | false",
                "a date | TTL k | :10¶ | -ERR no¶ | false",
                "a date | INCR k | :10¶ | :1795239000¶ | false",
                "lifetime lost | TTL k | <9 to 10> | :-1¶ | true",
                "lifetime lost | TTL k | <9 to 10> | :-2¶ | false",
                "lifetime lost | TTL k | :10¶ | :-1¶ | false",
                "lifetime lost | GET k | <9 to 10> | :-1¶ | false",
                "counts lost | GET k | $4¶1000¶ | $3¶987¶ | true",
                "counts lost | GET k | $3¶100¶ | $2¶99¶ | true",
                "counts lost | GET k | $4¶1000¶ | $4¶1000¶ | false",
                "counts lost | GET k | $4¶1000¶ | $4¶1001¶ | false",
                "counts lost | GET k | $2¶99¶ | $2¶98¶ | false",
                "counts lost | GET k | $4¶0100¶ | $2¶99¶ | false",
                "counts lost | GET k | $4¶1000¶ | $3¶abc¶ | false",
                "counts lost | GET k | :1000¶ | $3¶987¶ | false",
                "counts lost | GET k | $4¶1000¶ | :987¶ | false",
            })
    void aNumberGivesItsMistakeAway(String pattern, String sent, String expected, String received, boolean fits) {
        PatternTable.check(NumberPatterns.ALL, pattern, PatternTable.evidence(sent, expected, received), fits);
    }

    @ParameterizedTest
    @CsvSource({":9¶, hint.rounding-down", ":11¶, hint.rounding-up"})
    void theHintSaysWhichWayTheServerRounds(String received, String hint) {
        var evidence = PatternTable.evidence("TTL k", ":10¶", received);

        assertThat(PatternTable.hint(NumberPatterns.ALL, "rounding", evidence)).contains(Message.of(hint));
    }

    @Test
    void theHintSaysHowManyCountsAreLost() {
        var evidence = PatternTable.evidence("GET k", "$4¶1000¶", "$3¶987¶");

        assertThat(PatternTable.hint(NumberPatterns.ALL, "counts lost", evidence))
                .contains(Message.of("hint.counts-lost", 13L));
    }
}
