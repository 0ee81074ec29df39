package miniredis.spec.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import miniredis.spec.fakes.InMemoryServer;
import miniredis.spec.wire.Client;
import miniredis.spec.wire.Timeouts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SetGetProbeTest {
    private final InMemoryServer underTest = InMemoryServer.onFreePorts();
    private final SetGetProbe probe = new SetGetProbe();
    private InMemoryServer.Running server;

    @BeforeEach
    void start() throws Exception {
        underTest.start(Path.of("unused"));
        server = underTest.last();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void whatAServerStillDoesIsNotLost() {
        probe.learn(client());

        assertThat(probe.lost(client())).isEmpty();
    }

    @Test
    void whatItNoLongerDoesIsNamed() {
        probe.learn(client());
        server.lose("GET");
        assertThat(probe.lost(client())).contains("GET");
        server.lose("SET");
        assertThat(probe.lost(client())).contains("SET");
    }

    @Test
    void whatItCouldNotDoAtFirstIsNotLost() {
        server.lose("GET");
        probe.learn(client());

        assertThat(probe.lost(client())).isEmpty();
    }

    @Test
    void nothingIsLostWhereNothingWasLearned() {
        server.lose("SET");

        assertThat(probe.lost(client())).isEmpty();
    }

    @Test
    void silenceIsALoss() {
        probe.learn(client());
        server.hang();

        assertThat(probe.lost(client())).contains("SET");
    }

    @Test
    void aSlowServerHasLostNothing() {
        probe.learn(client());
        server.hang();
        var working = new Timeouts(() -> 0, System::nanoTime, () -> false);

        assertThat(probe.lost(new Client("client", server.address(), working))).isEmpty();
    }

    private Client client() {
        return new Client("client", server.address(), Timeouts.ordinary());
    }
}
