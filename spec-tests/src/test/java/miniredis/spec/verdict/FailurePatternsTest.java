package miniredis.spec.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import miniredis.spec.wire.ByteText;
import miniredis.spec.wire.Ending;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bytes as they come from servers with a known mistake; and bytes that look similar, but say nothing. */
class FailurePatternsTest {
    private static final String GET = "*2\\r\\n$3\\r\\nGET\\r\\n$1\\r\\nk\\r\\n";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "+PONG\\r\\n | $4\\r\\nPONG\\r\\n | bulk for simple",
                "$5\\r\\napple\\r\\n | +apple\\r\\n | simple for bulk",
                "$2\\r\\n42\\r\\n | :42\\r\\n | integer for bulk",
                ":1\\r\\n | $1\\r\\n1\\r\\n | bulk for integer",
                ":1\\r\\n | +1\\r\\n | simple for integer",
                ":1\\r\\n | :1.0\\r\\n | fraction",
                "+PONG\\r\\n | PONG\\r\\n | no type byte",
                "+PONG\\r\\n | +PONG\\n | LF alone",
                "+PONG\\r\\n | +PONG\\\\r\\\\n | escapes as text",
                "+PONG\\r\\n | +PONG\\r\\n\\0 | zero byte",
                "+PONG\\r\\n | HTTP/1.1 200 OK\\r\\n\\r\\n | HTTP",
                "$-1\\r\\n | $0\\r\\n\\r\\n | empty for null",
                "$-1\\r\\n | $3\\r\\nnil\\r\\n | null as text",
                "$-1\\r\\n | +(nil)\\r\\n | null as text",
                "$-1\\r\\n | $4\\r\\nNone\\r\\n | null as text",
                "$-1\\r\\n | -ERR no such key\\r\\n | error for null",
                "$-1\\r\\n | *-1\\r\\n | null array",
                "$-1\\r\\n | _\\r\\n | RESP3",
                "$-1\\r\\n | $-1\\r\\n\\r\\n | null with two line ends",
                "$-1\\r\\n | $3\\r\\nAda\\r\\n | value for null",
                "$3\\r\\nAda\\r\\n | $-1\\r\\n | null for a value",
                "$0\\r\\n\\r\\n | $-1\\r\\n | null for empty",
                "$8\\r\\none\\r\\ntwo\\r\\n | $3\\r\\none\\r\\n | cut at the line end",
                "$8\\r\\none\\r\\ntwo\\r\\n | $7\\r\\none\\ntwo\\r\\n | line ends changed",
                "$6\\r\\n one\\r\\n\\r\\n | $3\\r\\none\\r\\n | trimmed",
                "$7\\r\\none two\\r\\n | $3\\r\\none\\r\\n | cut at a space",
                "$3\\r\\na\\0b\\r\\n | $1\\r\\na\\r\\n | cut at a zero byte",
                "$1\\r\\na\\r\\n | $3\\r\\n\\\"a\\\"\\r\\n | quotes",
                "$1\\r\\na\\r\\n | $4\\r\\nb'a'\\r\\n | python repr",
                "$5\\r\\napple\\r\\n | $5\\r\\nAPPLE\\r\\n | other case",
                "$1\\r\\n\\xFF\\r\\n | $3\\r\\n\\xEF\\xBF\\xBD\\r\\n | replacement characters",
                "$2\\r\\n\\xC3\\xA9\\r\\n | $4\\r\\n\\xC3\\x83\\xC2\\xA9\\r\\n | encoded twice",
                "$2\\r\\n\\xC3\\xA9\\r\\n | $2\\r\\n??\\r\\n | question marks",
                "$2\\r\\n\\xFFa\\r\\n | $1\\r\\na\\r\\n | bytes lost",
                "$5\\r\\ncaf\\xC3\\xA9\\r\\n | $4\\r\\ncaf\\xC3\\xA9\\r\\n | characters counted",
                "$3\\r\\none\\r\\n | $5\\r\\none\\r\\n | length counts the line end",
                "$12\\r\\nhello, world\\r\\n | $c\\r\\nhello, world\\r\\n | length in another notation",
                "$4\\r\\n1000\\r\\n | $3\\r\\n987\\r\\n | counts lost",
                "-ERR syntax error\\r\\n | -ERR wrong\\r\\n | error in own words",
                "-ERR syntax error\\r\\n | -syntax error\\r\\n | no ERR",
                "-ERR with: \\r\\n | -ERR with:\\r\\n | space at the end",
                "-ERR overflow\\r\\n | :-9223372036854775808\\r\\n | overflow",
                "-ERR x\\r\\n | +ERR x\\r\\n | no minus",
            })
    void aPatternNamesItsMistake(String expected, String received, String name) {
        assertThat(found(GET, expected, received, Ending.ANSWERED)).contains(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$5\\r\\napple\\r\\n | $5\\r\\napple | no line end",
                "+PONG\\r\\n+PONG\\r\\n | +PONG\\r\\n | one read, one request",
            })
    void silenceIsReadTogetherWithWhatCame(String expected, String received, String name) {
        assertThat(found(GET, expected, received, Ending.SILENT)).contains(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$4\\r\\nLima\\r\\n | $4\\r\\nOslo\\r\\n",
                ":1\\r\\n | :0\\r\\n",
                "+OK\\r\\n | -ERR wrong number of arguments for 'set' command\\r\\n",
                "+PONG\\r\\n | -ERR unknown command 'GET'\\r\\n",
            })
    void whereTheBytesDoNotTellNoHintIsGiven(String expected, String received) {
        assertThat(found(GET, expected, received, Ending.ANSWERED)).isEmpty();
    }

    @Test
    void timesToLiveHaveMistakesOfTheirOwn() {
        String ttl = "*2\\r\\n$3\\r\\nTTL\\r\\n$1\\r\\nk\\r\\n";

        assertThat(found(ttl, ":10\\r\\n", ":9\\r\\n", Ending.ANSWERED)).contains("rounding");
        assertThat(found(ttl, ":1\\r\\n", ":2\\r\\n", Ending.ANSWERED)).contains("rounding");
        assertThat(found(ttl, ":10\\r\\n", ":9998\\r\\n", Ending.ANSWERED)).contains("milliseconds");
        assertThat(found(ttl, ":10\\r\\n", ":1795239000\\r\\n", Ending.ANSWERED))
                .contains("a date");
        assertThat(found(ttl, ":-1\\r\\n", ":-2\\r\\n", Ending.ANSWERED)).isEmpty();
    }

    @Test
    void aServerThatDiedIsTheMistakeWhateverItSaid() {
        var evidence = evidence(GET, "+OK\\r\\n", "$2\\r\\nOK\\r\\n", Ending.CLOSED);

        var died = evidence.with(new Actual.Died(evidence.received(), "exited with code 1"));

        assertThat(new Failure(died, "", Optional.empty()).pattern()).contains("death");
    }

    @Test
    void aDifferenceOfTypeIsSpelledOut() {
        var evidence = evidence(GET, "+PONG\\r\\n", "$4\\r\\nPONG\\r\\n", Ending.ANSWERED);

        assertThat(new Failure(evidence, "", Optional.empty())
                        .hint()
                        .orElseThrow()
                        .toString())
                .startsWith("expected the simple string \"PONG\", got the bulk string \"PONG\"");
    }

    @Test
    void aPartThatIsTakenForARequestIsRecognised() {
        String ping = "*1\\r\\n$4\\r\\nPING\\r\\n";

        assertThat(found(ping, "+PONG\\r\\n", "-ERR unknown command 'NG'\\r\\n", Ending.ANSWERED))
                .contains("part of a request");
        assertThat(found(ping, "+PONG\\r\\n", "-ERR unknown command 'PING'\\r\\n", Ending.ANSWERED))
                .isEmpty();
        assertThat(found("PING\\ta\\r\\n", "$1\\r\\na\\r\\n", "-ERR unknown command 'PING\\ta'\\r\\n", Ending.ANSWERED))
                .isEmpty();
    }

    @Test
    void whatComesBeforeTheFirstAnswerIsAGreeting() {
        byte[] nothing = {};
        var before = Evidence.ofSurplus(nothing, new Expected.Nothing(), ByteText.unescape("+welcome\\r\\n"));
        var ping = ByteText.unescape("*1\\r\\n$4\\r\\nPING\\r\\n");
        var late = Evidence.ofSurplus(ping, new Expected.StaysOpen(), ByteText.unescape("+welcome\\r\\n"));
        var twice = Evidence.ofSurplus(ping, new Expected.NoMore(), ByteText.unescape("+PONG\\r\\n"));

        assertThat(new Failure(before, "", Optional.empty()).pattern()).contains("greeting");
        assertThat(new Failure(late, "", Optional.empty()).pattern()).contains("greeting");
        assertThat(new Failure(twice, "", Optional.empty()).pattern()).contains("unasked reply");
    }

    private static Optional<String> found(String sent, String expected, String received, Ending ending) {
        return new Failure(evidence(sent, expected, received, ending), "", Optional.empty()).pattern();
    }

    private static Evidence evidence(String sent, String expected, String received, Ending ending) {
        return new Evidence(
                ByteText.unescape(sent),
                new Expected.TheseBytes(ByteText.unescape(expected)),
                Actual.of(ending, ByteText.unescape(received)));
    }
}
