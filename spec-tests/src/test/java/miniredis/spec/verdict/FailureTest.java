package miniredis.spec.verdict;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailureTest {
    private static final Evidence CLOSED = new Evidence(
            "*1\r\n$4\r\nPING\r\n".getBytes(US_ASCII), new Expected.Nothing(), new Actual.Closed(new byte[0]));

    @Test
    void whereNothingWasPrintedTheEndOfAConnectionHasAHint() {
        assertEquals(Optional.of("closed"), new Failure(CLOSED, "", Optional.empty()).clue());
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
        assertEquals(Optional.of("closed"), failure(printed).clue());
    }

    @Test
    void anExceptionOfItsOwnIsTheReason() {
        assertEquals(
                Optional.empty(), failure("IndexError: list index out of range").clue());
    }

    private static Failure failure(String printed) {
        return new Failure(CLOSED, "", Optional.of(new ServerException(printed, "")));
    }
}
