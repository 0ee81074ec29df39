package miniredis.spec.verdict;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailureTest {
    private static final Evidence CLOSED = new Evidence(
            "*1\r\n$4\r\nPING\r\n".getBytes(US_ASCII), new Expected.Nothing(), new Actual.Closed(new byte[0]));

    @Test
    void whereNothingWasPrintedTheEndOfAConnectionHasAHint() {
        assertEquals(Optional.of("closed"), new Failure(CLOSED, "", Optional.empty()).pattern());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.net.SocketException: Socket is closed",
                "java.net.SocketException: Socket closed",
                "java.nio.channels.ClosedChannelException",
                "read tcp 127.0.0.1:7000->127.0.0.1:8000: use of closed network connection",
                "OSError: [Errno 9] Bad file descriptor",
                "IOError: closed stream",
            })
    void whoeverFindsItsSocketClosedNeedsTheHint(String printed) {
        assertEquals(Optional.of("closed"), failure(printed).pattern());
    }

    @Test
    void anExceptionOfItsOwnIsTheReason() {
        assertEquals(
                Optional.empty(), failure("IndexError: list index out of range").pattern());
    }

    @Test
    void whatTheServerSaysIsTheReasonForItsSilenceToo() {
        var silent =
                PatternTable.evidence("PING", "+PONG¶", "<silent>").afterSilence(Actual.Afterwards.CONNECTION_HANGS);

        assertEquals(Optional.of("silence"), new Failure(silent, "", Optional.empty()).pattern());
        assertEquals(
                Optional.empty(), new Failure(silent, "", Optional.empty(), List.of("too many clients")).pattern());
    }

    @Test
    void anyOtherPatternIsThereBesideAnException() {
        var evidence = PatternTable.evidence("GET k", "$-1¶", "$0¶¶");
        var failure = new Failure(evidence, "", Optional.of(new ServerException("IndexError: no item", "")));

        assertEquals(Optional.of("empty for null"), failure.pattern());
    }

    private static Failure failure(String printed) {
        return new Failure(CLOSED, "", Optional.of(new ServerException(printed, "")));
    }
}
