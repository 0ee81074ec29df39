package miniredis.spec.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.LongSupplier;
import miniredis.spec.fakes.InMemoryServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class AddressServerTest {
    private final InMemoryServer elsewhere = InMemoryServer.onFreePorts();
    private int port;

    @BeforeEach
    void start() throws Exception {
        port = elsewhere.start(Path.of("unused")).address().getPort();
    }

    @AfterEach
    void stop() {
        elsewhere.last().close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:0", "localhost:65536", "localhost:", "localhost:x", ":6379", "a:b:c"})
    void whatIsNoAddressIsRefused(String address) {
        assertThatThrownBy(() -> ServerSpec.ofAddress(address).server()).hasMessageContaining("HOST:PORT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:%d", "%d", "127.0.0.1:%d", "redis://127.0.0.1:%d/0"})
    void aServerThatRunsIsFound(String address) throws Exception {
        var server = ServerSpec.ofAddress(address.formatted(port)).server();

        assertThat(server.atOnce()).isEqualTo(1);
        assertThat(server.startsAfresh()).isFalse();
        try (var running = server.start(Path.of("unused"))) {
            assertThat(running.address().getPort()).isEqualTo(port);
            assertThat(running.isDead()).isFalse();
            assertThat(running.death(Duration.ofSeconds(1))).isEmpty();
            assertThat(running.endedInPeace()).isFalse();
            assertThat(running.printedSince(running.printed())).isEmpty();
            assertThat(running.processIds()).isEmpty();
        }
        assertThat(elsewhere.last().closed).as("it belongs to somebody else").isFalse();
    }

    @Test
    void anEndIsOnlyLookedForWhereAConnectionBroke() throws Exception {
        try (var running = ServerSpec.ofAddress("127.0.0.1:" + port).server().start(Path.of("unused"))) {
            elsewhere.last().close();

            assertThat(running.death(Duration.ZERO)).isEmpty();
            // A listener that another thread is accepting on is gone a moment after it was closed.
            var death = running.death(Duration.ofSeconds(1));
            for (int tries = 0; death.isEmpty() && tries < 1000; tries++) {
                Thread.sleep(10);
                death = running.death(Duration.ofSeconds(1));
            }
            assertThat(death).contains("no longer accepts connections");
        }
    }

    @Test
    void aPingThatIsNotAnsweredCountsAsWork() throws Exception {
        var work = new WorkMeter.LivenessCheck(elsewhere.last().address());
        assertThat(work.workedNanos()).isZero();
        elsewhere.last().hang();
        awaitMore(work::workedNanos, 0);
    }

    @Test
    void theWorkOfAProcessIsThatOfItsThreads() {
        var work = WorkMeter.ofProcess(ProcessHandle.current());
        long before = work.workedNanos();

        awaitMore(work::workedNanos, before);
    }

    /** Keeps a core busy itself meanwhile; within 20 seconds. */
    private static void awaitMore(LongSupplier value, long than) {
        long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (value.getAsLong() <= than && System.nanoTime() < until) {
            Thread.onSpinWait();
        }
        assertThat(value.getAsLong()).isGreaterThan(than);
    }
}
