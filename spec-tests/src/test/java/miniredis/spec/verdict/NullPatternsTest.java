package miniredis.spec.verdict;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Null, the empty value and values, each in the place of another; and where they belong. */
class NullPatternsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "RESP3 | GET k | $-1¶ | _1¶ | true",
                "RESP3 | GET k | $-1¶ | #1¶ | true",
                "RESP3 | GET k | $-1¶ | ,1¶ | true",
                "RESP3 | GET k | $-1¶ | %1¶ | true",
                "RESP3 | GET k | $-1¶ | ~1¶ | true",
                "RESP3 | GET k | $-1¶ | =1¶ | true",
                "RESP3 | GET k | $-1¶ | (1¶ | true",
                "RESP3 | GET k | $-1¶ | >1¶ | true",
                "RESP3 | GET k | $-1¶ | !1¶ | true",
                "RESP3 | GET k | $-1¶ | `|1¶` | true",
                "RESP3 | GET k | $-1¶ | $-1¶ | false",
                "RESP3 | GET k | <nothing> | _¶ | false",
                "RESP3 | HELLO 3 | $-1¶ | _¶ | false",
                "empty for null | GET k | $-1¶ | $0¶¶ | true",
                "empty for null | GET k | $-1¶ | $1¶a¶ | false",
                "empty for null | GET k | $1¶a¶ | $0¶¶ | false",
                "null for empty | GET k | $0¶¶ | $-1¶ | true",
                "null for empty | GET k | $0¶¶ | $1¶a¶ | false",
                "null for empty | GET k | $1¶a¶ | $-1¶ | false",
                "null array | GET k | $-1¶ | *-1¶ | true",
                "null array | GET k | $-1¶ | *0¶ | false",
                "null array | GET k | $1¶a¶ | *-1¶ | false",
                "null as text | GET k | $-1¶ | $3¶nil¶ | true",
                "null as text | GET k | $-1¶ | +(nil)¶ | true",
                "null as text | GET k | $-1¶ | $4¶None¶ | true",
                "null as text | GET k | $-1¶ | $9¶undefined¶ | true",
                "null as text | GET k | $-1¶ | $5¶nulls¶ | false",
                "null as text | GET k | $4¶None¶ | $4¶None¶ | false",
                "error for null | GET k | $-1¶ | -ERR no such key¶ | true",
                "error for null | GET k | $-1¶ | +ERR no such key¶ | false",
                "error for null | GET k | $-1¶ | -ERR unknown command 'get'¶ | false",
                "error for null | GET k | $-1¶ | -ERR wrong number of arguments¶ | false",
                "error for null | GET k | $-1¶ | -ERR not written yet: step 2, Keyspace.get¶ | false",
                "error for null | GET k | $1¶a¶ | -ERR no such key¶ | false",
                "value for null | GET k | $-1¶ | $3¶Ada¶ | true",
                "value for null | GET k | $-1¶ | $0¶¶ | false",
                "value for null | GET k | $1¶a¶ | $3¶Ada¶ | false",
                "null for a value | GET k | $3¶Ada¶ | $-1¶ | true",
                "null for a value | GET k | $3¶Ada¶ | $0¶¶ | false",
                "null for a value | GET k | $3¶Ada¶ | $-1¶$3¶Ada¶ | false",
                "null for a value | GET k | $0¶¶ | $-1¶ | false",
            })
    void oneStandsForTheOther(String pattern, String sent, String expected, String received, boolean fits) {
        PatternTable.check(NullPatterns.ALL, pattern, PatternTable.evidence(sent, expected, received), fits);
    }
}
