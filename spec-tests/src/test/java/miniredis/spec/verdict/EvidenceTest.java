package miniredis.spec.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
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
        assertThat(evidenceOf(new Expected.AnyError(), "+OK\r\n").differsAt()).isEqualTo(-1);
    }

    @Test
    void whatIsWantedIsKnownInPartWhereSeveralRepliesWouldDo() {
        assertThat(evidenceOf(new Expected.Pong(), "").expectedText()).isEqualTo("+PONG\r\n");
        assertThat(evidenceOf(new Expected.IntegerFrom(9, 10), "").expectedText())
                .isEqualTo(":");
        assertThat(evidenceOf(new Expected.AnyError(), "").expectedText()).isEqualTo("-");
        assertThat(evidenceOf(new Expected.StaysOpen(), "").expectedText()).isEmpty();
    }

    @Test
    void onlyAReplyByItselfIsOneReply() {
        var evidence = evidenceOf(new Expected.Pong(), "+OK\r\n");

        assertThat(evidence.isOfOneReply()).isTrue();
        assertThat(evidence.at(new Evidence.Position(2, 3)).isOfOneReply()).isFalse();
        assertThat(evidence("x", "+OK\r\n+OK\r\n", "").isOfOneReply()).isFalse();
    }

    @Test
    void theFirstRepliesAreRead() {
        var evidence = evidence("x", ":1\r\n:2\r\n", ":3\r\n+OK\r\n");

        assertThat(evidence.expectedReply()).isEqualTo(new IntegerReply(1));
        assertThat(evidence.receivedReply()).isEqualTo(new IntegerReply(3));
        assertThat(evidence("x", ":1\r\n", ":3").receivedReply()).isNull();
    }

    private static Evidence evidenceOf(Expected expected, String received) {
        return new Evidence(bytes("x"), expected, new Actual.Answered(bytes(received)));
    }

    private static Evidence evidence(String sent, String expected, String received) {
        return new Evidence(
                bytes(sent), new Expected.TheseBytes(bytes(expected)), new Actual.Answered(bytes(received)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
