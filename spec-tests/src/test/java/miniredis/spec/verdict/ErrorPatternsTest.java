package miniredis.spec.verdict;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An error that should have come, or should not. */
class ErrorPatternsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "no minus | FOO | -ERR x¶ | +ERR x¶ | true",
                "no minus | FOO | <error> | $5¶error¶ | true",
                "no minus | FOO | -ERR x¶ | -ERR x¶ | false",
                "no minus | FOO | -ERR x¶ | +OK¶ | false",
                "no minus | FOO | +OK¶ | +ERR x¶ | false",
                "no ERR | FOO | -ERR syntax error¶ | -syntax error¶ | true",
                "no ERR | FOO | -ERR syntax error¶ | -other¶ | false",
                "no ERR | FOO | -WRONGTYPE x¶ | -x¶ | false",
                "space at the end | FOO | -ERR with: ¶ | -ERR with:¶ | true",
                "space at the end | FOO | -ERR with: ¶ | -ERR without:¶ | false",
                "space at the end | FOO | -ERR with:¶ | -ERR with:¶ | false",
                "reply in other case | SET k v | +OK¶ | +ok¶ | true",
                "reply in other case | SET k v | +OK¶ | +OK¶ | false",
                "reply in other case | SET k v | +OK¶ | +KO¶ | false",
                "reply in other case | PING | <pong> | +pong¶ | false",
                "error in own words | FOO | -ERR syntax error¶ | -ERR wrong¶ | true",
                "error in own words | FOO | -ERR syntax error¶ | -ERR F¶O¶ | false",
                "taken for unknown | GET | -ERR wrong number¶ | -ERR unknown command¶ | true",
                "taken for unknown | FOO | -ERR unknown command 'FOO'¶ | -ERR unknown command¶ | false",
                "taken for unknown | GET | -ERR wrong number¶ | -ERR wrong¶ | false",
                "taken for unknown | GET | <error> | -ERR unknown command¶ | false",
                "end overflows | EXPIRE k 9223372036854775807 | <error> | :1¶ | true",
                "end overflows | EXPIRE k -9223372036854775808 | <error> | :1¶ | true",
                "end overflows | EXPIRE k 9223372036854775808 | <error> | :1¶ | false",
                "end overflows | EXPIRE k +9223372036854775807 | <error> | :1¶ | false",
                "end overflows | EXPIRE k 100 | <error> | :1¶ | false",
                "end overflows | EXPIRE k 9223372036854775807 | :1¶ | :1¶ | false",
                "error in own words | FOO | <error> | -ERR wrong¶ | false",
                "error in own words | FOO | -ERR syntax error¶ | +OK¶ | false",
                "integer for error | INCR k | <error> | :1¶ | true",
                "integer for error | EXPIRE k x | <error> | :1¶ | true",
                "integer for error | TTL k | <error> | :1¶ | false",
                "integer for error | INCR k | <error> | +OK¶ | false",
                "integer for error | INCR k | :1¶ | :1¶ | false",
                "part of a request | PING | +PONG¶ | -ERR unknown command 'NG'¶ | true",
                "part of a request | PING | +PONG¶ | -ERR unknown command `NG`¶ | true",
                "part of a request | PING | +PONG¶ | -ERR unknown command 'PING'¶ | false",
                "part of a request | PING | +PONG¶ | -ERR unknown command 'FOO'¶ | false",
                "part of a request | PING | +PONG¶ | -ERR unknown command ''¶ | false",
                "part of a request | PING | +PONG¶ | -ERR no 'NG'¶ | false",
                "part of a request | PING | <error> | -ERR unknown command 'NG'¶ | false",
                "part of a request | PING | <nothing> | -ERR unknown command 'NG'¶ | false",
                "part of a request | raw:PING\\ta¶ | $1¶a¶ | -ERR unknown command 'PING\\ta'¶ | false",
            })
    void anErrorGivesItsMistakeAway(String pattern, String sent, String expected, String received, boolean fits) {
        PatternTable.check(ErrorPatterns.ALL, pattern, PatternTable.evidence(sent, expected, received), fits);
    }
}
