package miniredis.spec.execution;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import miniredis.spec.fakes.InMemoryServer;
import miniredis.spec.server.ServerUnavailable;
import miniredis.spec.wire.Answer;
import miniredis.spec.wire.Ending;
import miniredis.spec.wire.ReplyReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which first answers end a run before it begins; {@link PreflightIT} has servers that give them. */
@Timeout(60)
class PreflightTest {
    @TempDir
    private Path folder;

    private final PauseDetector pauses = new PauseDetector();

    @AfterEach
    void stop() {
        pauses.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-NOAUTH x", "-LOADING x", "-DENIED x"})
    void aRedisThatLetsNobodyInIsNamedHoweverItWasStarted(String answer) {
        assertThatThrownBy(() -> look(answer, InMemoryServer.onFreePorts())).isInstanceOf(ServerUnavailable.class);
        assertThatThrownBy(() -> look(answer, InMemoryServer.atAnAddress())).isInstanceOf(ServerUnavailable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 400", "<!doctype html>", "<HTML>", "SSH-2.0-x", "\u0015\u0003"})
    void anotherProtocolIsOnlyNamedAtAnAddress(String answer) {
        assertThatThrownBy(() -> look(answer, InMemoryServer.atAnAddress())).isInstanceOf(ServerUnavailable.class);
        assertThatCode(() -> look(answer, InMemoryServer.onFreePorts())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+PONG", "-ERR x", "hello", ""})
    void whateverElseIsSaidIsJudged(String answer) {
        assertThatCode(() -> look(answer, InMemoryServer.onFreePorts())).doesNotThrowAnyException();
        assertThatCode(() -> look(answer, InMemoryServer.atAnAddress())).doesNotThrowAnyException();
    }

    @Test
    void theTlsAlertNamesTls() {
        assertThatThrownBy(() -> look("\u0015\u0003", InMemoryServer.atAnAddress()))
                .hasMessageContaining("TLS");
    }

    private void look(String answer, InMemoryServer server) throws ServerUnavailable {
        var bytes = answer.getBytes(StandardCharsets.ISO_8859_1);
        try (var pool = new ServerPool(server, folder, pauses)) {
            Preflight.at(new Answer(new ReplyReader.Reading.Partial(), bytes, Ending.CLOSED, 0), pool);
        }
    }
}
