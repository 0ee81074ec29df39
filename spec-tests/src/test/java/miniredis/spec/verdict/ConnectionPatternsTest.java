package miniredis.spec.verdict;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Something is wrong with the conversation as a whole. */
class ConnectionPatternsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "HTTP | PING | +PONG¶ | HTTP/1.1 200 OK¶¶ | true",
                "HTTP | PING | +PONG¶ | +HTTP/1.1¶ | false",
                "echo | PING | +PONG¶ | *1¶$4¶PING¶ | true",
                "echo | PING | +PONG¶ | *1¶$4¶PONG¶ | false",
                "echo | `` | <nothing> | +hello¶ | false",
                "line end in an error | raw:*1¶$6¶FOO¶X¶ | <error> | -ERR unknown FOO¶X¶ | true",
                "line end in an error | raw:*1¶$6¶FOO¶X¶ | <error> | -ERR unknown FOO X¶ | false",
                "line end in an error | raw:*1¶$6¶FOO¶X¶ | <error> | -ERR unknown FOO¶Y¶ | false",
                "line end in an error | raw:*1¶$6¶FOO¶X¶ | <error> | +ERR unknown FOO¶X¶ | false",
                "line end in an error | raw:*1¶$6¶FOO¶X¶ | -ERR a¶-ERR b¶ | -ERR unknown FOO¶X¶ | false",
                "line end in an error | raw:*1¶$6¶FOO¶BAR¶*1¶$4¶PING¶ | +PONG¶ | BAR'¶+PONG¶ | true",
                "line end in an error | raw:*1¶$6¶FOO¶BAR¶*1¶$4¶PING¶ | +PONG¶ | BAZ'¶+PONG¶ | false",
                "line end in an error | PING | +PONG¶ | PING¶ | false",
                "line end in an error | raw:*2¶$3¶GET¶$5¶a:bcd¶ | $5¶hello¶ | $5¶HELLO¶ | false",
                "greeting | PING | +PONG¶ | +hello¶+PONG¶ | true",
                "greeting | PING | +PONG¶ | +PONG¶+PONG¶ | false",
                "greeting | PING | +PONG¶ | -ERR x¶+PONG¶ | false",
                "two line ends | PING | +PONG¶ | ¶+PONG¶ | true",
                "two line ends | GET k | $3¶abc¶ | +OK¶¶$3¶abc¶ | true",
                "two line ends | PING | +PONG¶ | +PONG¶ | false",
                "two line ends | GET k | $2¶¶¶ | $2¶¶¶ | false",
                "two line ends | GET k | $0¶¶ | $0¶¶ | false",
                "two line ends | PING | <nothing> | ¶ | false",
                "greeting | PING | +PONG¶ | +hello¶+there¶+PONG¶ | false",
                "greeting | PING | +PONG¶ | $5¶hello¶+PONG¶ | true",
                "greeting | GET k | +PONG¶ | +hello¶+PONG¶ | false",
                "greeting | PING | +PONG¶ | $-1¶+PONG¶ | false",
                "empty request | raw:*0¶*1¶$4¶PING¶ | +PONG¶ | -ERR x¶+PONG¶ | true",
                "empty request | raw:*-10¶*1¶$4¶PING¶ | +PONG¶ | -ERR x¶ | true",
                "empty request | raw:  ¶PING¶ | +PONG¶ | -ERR x¶+PONG¶ | true",
                "empty request | raw:*0¶*1¶$4¶PING¶ | +PONG¶ | <silent> | false",
                "empty request | raw:*10¶*1¶$4¶PING¶ | +PONG¶ | -ERR x¶ | false",
                "empty request | raw:¶$6¶apples¶ | +OK¶ | -ERR x¶ | false",
                "empty request | PING | +PONG¶ | -ERR x¶+PONG¶ | false",
                "not closed | PING | <closed> | <silent> | true",
                "not closed | raw:*1¶$4¶PING¶*1¶$abc¶ | <closed> | <silent> | false",
                "not closed | PING | <closed> | +PONG¶ | false",
                "not closed | PING | <nothing> | <silent> | false",
                "unasked reply | PING | <nothing> | +PONG¶ | true",
                "unasked reply | PING | <open> | +PONG¶ | true",
                "unasked reply | PING | <no more> | +PONG¶ | true",
                "unasked reply | PING | <nothing> | -ERR x¶ | false",
                "unasked reply | PING | <nothing> | <closed> | false",
                "unasked reply | PING | +PONG¶ | +PONG¶ | false",
                "greeting | `` | <nothing> | +welcome¶ | false",
            })
    void theConversationIsWrong(String pattern, String sent, String expected, String received, boolean fits) {
        PatternTable.check(ConnectionPatterns.ALL, pattern, PatternTable.evidence(sent, expected, received), fits);
    }

    @ParameterizedTest
    @CsvSource({"1, false", "15, false", "30, true"})
    void theSameErrorComesAgainAndAgain(int times, boolean fits) {
        var evidence = PatternTable.evidence("PING", "+PONG¶", "+OK¶" + "-ERR x¶".repeat(times) + "-ER");

        PatternTable.check(ConnectionPatterns.ALL, "without end", evidence, fits);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "two line ends | PING | <no more> | ¶ | true",
                "two line ends | SET k v | <no more> | +OK¶¶ | true",
                "two line ends | SET k v | <no more> | +OK¶ | false",
                "greeting | `` | <nothing> | +welcome¶ | true",
                "greeting | PING | <open> | +welcome¶ | true",
                "greeting | PING | <no more> | +PONG¶ | false",
                "greeting | PING | <no more> | -ERR x¶ | false",
                "greeting | GET k | <no more> | +welcome¶ | false",
                "greeting | `` | +PONG¶ | +welcome¶ | false",
            })
    void somethingCameUnasked(String pattern, String sent, String expected, String received, boolean fits) {
        PatternTable.check(ConnectionPatterns.ALL, pattern, PatternTable.surplus(sent, expected, received), fits);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "PING | +PONG¶+PONG¶ | 7 | true",
                "GET k | +PONG¶$1¶a¶$1¶a¶ | 14 | false",
                "GET k | $1¶a¶$1¶a¶ | 7 | true",
                "PING | +PONG¶+PANG¶ | 7 | false",
                "PING | +PONG¶ | 0 | false",
                "raw:*1¶$4¶PING¶*1¶$3¶FOO¶ | +PONG¶+PONG¶ | 7 | false",
            })
    void theSameReplyCameAgain(String sent, String received, int from, boolean fits) {
        var bytes = PatternTable.evidence(sent, "+PONG¶", received);
        var evidence = Evidence.ofSurplus(bytes.sent(), bytes.expected(), bytes.received(), from);

        PatternTable.check(ConnectionPatterns.ALL, "answered twice", evidence, fits);
    }

    @ParameterizedTest
    @EnumSource(Framing.class)
    void anotherFramingIsTheMistakeWhateverCame(Framing framing) {
        var evidence = new Evidence(
                new byte[0],
                new Expected.AnyReply(),
                Evidence.Position.ONLY,
                false,
                new Actual.Answered(new byte[0]),
                framing);

        PatternTable.check(ConnectionPatterns.ALL, "cut into bytes", evidence, framing == Framing.BYTE_BY_BYTE);
        PatternTable.check(ConnectionPatterns.ALL, "in one packet", evidence, framing == Framing.ONE_PACKET);
    }
}
