package miniredis.spec.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import miniredis.spec.wire.Ending;
import miniredis.spec.wire.Reply.IntegerReply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvidenceTest {
    @ParameterizedTest
    @CsvSource({"abc, abd, 2", "abc, xbc, 0", "abc, ab, 2", "abc, abcd, 3", "abc, abc, 3"})
    void theFirstDifferenceIsWhereTheBytesPart(String expected, String received, int at) {
        assertThat(evidence("x", expected, received).differsAt()).isEqualTo(at);
    }

    @Test
    void nothingDiffersWhereNothingCameOrSeveralAnswersWouldDo() {
        assertThat(evidence("x", "abc", "").differsAt()).isEqualTo(-1);
        assertThat(new Evidence(bytes("x"), "an error: a line", null, bytes("+OK\r\n"), Ending.ANSWERED).differsAt())
                .isEqualTo(-1);
    }

    @Test
    void whatIsWantedIsKnownInPartFromItsWords() {
        assertThat(inWords("PONG").wanted()).isEqualTo("+PONG\r\n");
        assertThat(inWords("as reply 2 of 3: PONG").wanted()).isEqualTo("+PONG\r\n");
        assertThat(inWords("an integer from 9 to 10").wanted()).isEqualTo(":");
        assertThat(inWords(Expectation.AN_ERROR.inWords()).wanted()).isEqualTo("-");
        assertThat(inWords("the connection stays open").wanted()).isEmpty();
    }

    @Test
    void theFirstRepliesAreRead() {
        var evidence = evidence("x", ":1\r\n:2\r\n", ":3\r\n+OK\r\n");

        assertThat(evidence.wantedReply()).isEqualTo(new IntegerReply(1));
        assertThat(evidence.receivedReply()).isEqualTo(new IntegerReply(3));
        assertThat(evidence("x", ":1\r\n", ":3").receivedReply()).isNull();
    }

    private static Evidence inWords(String expected) {
        return new Evidence(bytes("x"), expected, null, bytes(""), Ending.SILENT);
    }

    private static Evidence evidence(String sent, String expected, String received) {
        return new Evidence(bytes(sent), "these bytes", bytes(expected), bytes(received), Ending.ANSWERED);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
