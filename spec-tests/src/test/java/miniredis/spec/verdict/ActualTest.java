package miniredis.spec.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import miniredis.spec.wire.Ending;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the way a wait ended says about the server, and what a slow machine can do to a correct one. */
class ActualTest {
    private static final byte[] NOTHING = {};
    private static final byte[] SOME = "+PO".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @CsvSource({
        "ANSWERED, Answered, then.open, false, false",
        "NOT_RESP, Unreadable, then.unreadable, false, false",
        "SILENT, Silence, then.silence-after-some, false, true",
        "SLOW, Slow, then.slow, false, true",
        "CLOSED, Closed, then.closed, true, false",
        "RESET, Reset, then.reset, true, false",
        "REFUSED, NoConnection, then.refused, false, false",
        "NOT_ACCEPTED, NoConnection, then.not-accepted, false, true",
        "STUCK, Stuck, then.stuck, false, true",
        "FLOODED, Flood, then.flood, false, false",
    })
    void anEndingIsReadAsWhatTheServerDid(
            Ending ending, String name, String then, boolean isEndOfConnection, boolean canBeLateness) {
        var actual = Actual.of(ending, SOME);

        assertThat(actual.getClass().getSimpleName()).isEqualTo(name);
        assertThat(actual.bytes()).isEqualTo(SOME);
        assertThat(actual.then().key()).isEqualTo(then);
        assertThat(actual.isEndOfConnection()).isEqualTo(isEndOfConnection);
        assertThat(actual.canBeLateness()).isEqualTo(canBeLateness);
        assertThat(actual.isBreakdown()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "SLOW, +PONG, Slow",
        "SLOW, +PO, Slow",
        "SLOW, +P, Answered",
        "SLOW, +OK, Answered",
        "SILENT, +OK, Silence",
    })
    void slownessExcusesWhatIsMissingNotWhatIsWrong(Ending ending, String expected, String name) {
        var actual = Actual.of(ending, SOME, expected.getBytes(StandardCharsets.US_ASCII));

        assertThat(actual.getClass().getSimpleName()).isEqualTo(name);
        assertThat(actual.bytes()).isEqualTo(SOME);
    }

    @ParameterizedTest
    @EnumSource(Ending.class)
    void everyEndingHasItsWords(Ending ending) {
        assertThat(Actual.of(ending, NOTHING).then().toString()).isNotBlank();
    }

    @Test
    void whereNothingCameTheWordsSaySo() {
        assertThat(new Actual.Silence(NOTHING).then().key()).isEqualTo("then.silence");
        assertThat(new Actual.Closed(NOTHING).then().key()).isEqualTo("then.closed-without-an-answer");
    }

    @Test
    void whatIsWrongWithUnreadableBytesIsSaid() {
        assertThat(Actual.of(Ending.NOT_RESP, "HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII)))
                .extracting(actual -> actual.then().toString())
                .isEqualTo("this can't become a reply: this is HTTP, not RESP");
        assertThat(Actual.of(Ending.NOT_RESP, SOME).then().toString()).contains("no client can read it");
    }

    @Test
    void aServerThatIsNoLongerOfUseHasBrokenDown() {
        var died = new Actual.Died(NOTHING, "exited with code 1");
        var hung = new Actual.Hung(NOTHING);
        var spoiled = new Actual.Spoiled(NOTHING, "SET");

        assertThat(died.isBreakdown() && hung.isBreakdown() && spoiled.isBreakdown())
                .isTrue();
        assertThat(hung.canBeLateness()).isTrue();
        assertThat(died.canBeLateness() || spoiled.canBeLateness()).isFalse();
        assertThat(died.then().key() + hung.then().key() + spoiled.then().key())
                .isEqualTo("then.died" + "then.hung" + "then.spoiled");
    }
}
