package miniredis.spec.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import miniredis.spec.execution.ConcurrentAttempts.Seen;
import miniredis.spec.fakes.InMemoryServer;
import miniredis.spec.specification.SpecScenario;
import miniredis.spec.wire.Client;
import miniredis.spec.wire.Recording;
import miniredis.spec.wire.Timeouts;
import org.junit.jupiter.api.Test;

class ConcurrentAttemptsTest {
    private static final SpecScenario SCENARIO = Scenarios.plain();

    @Test
    void oneReplyToAnyClientIsEnoughToHaveHeardTheServer() throws Exception {
        assertThat(ConcurrentAttempts.NONE.heardReply()).isFalse();
        assertThat(with(Map.of()).heardReply()).isFalse();
        try (var server = InMemoryServer.onFreePorts().start(Path.of("unused"));
                var client = new Client("client", server.address(), Timeouts.ordinary())) {
            client.command("PING");

            assertThat(with(Map.of("client", client.recording())).heardReply()).isTrue();
        }
    }

    @Test
    void onAnIllServerAnAttemptWasSeenAndIsNotTrusted() {
        var attempt = Attempts.passed(SCENARIO);
        var ill = new ConcurrentAttempts(Map.of(SCENARIO, new Seen(attempt, false)), List.of());

        assertThat(ill.attempt(SCENARIO)).contains(attempt);
        assertThat(ill.onHealthyServer(SCENARIO)).isEmpty();
        assertThat(ConcurrentAttempts.NONE.attempt(SCENARIO)).isEmpty();
    }

    private static ConcurrentAttempts with(Map<String, Recording> recordings) {
        var attempt = new Attempt(
                SCENARIO,
                new Outcome.Passed(),
                List.of(),
                recordings,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                1,
                0);
        return new ConcurrentAttempts(Map.of(SCENARIO, new Seen(attempt, true)), List.of());
    }
}
