package miniredis.spec.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.LongSupplier;
import miniredis.spec.fakes.InMemoryServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SpinDetectorTest {
    @TempDir
    private Path folder;

    private final PauseDetector pauses = new PauseDetector();
    private InMemoryServer server = InMemoryServer.onFreePorts();

    @AfterEach
    void stop() {
        pauses.close();
    }

    @Test
    void aServerThatAlwaysWantsACoreSpins() throws Exception {
        assertThat(look(System::nanoTime)).isTrue();
    }

    @Test
    void aServerThatRestsDoesNot() throws Exception {
        assertThat(look(() -> 0)).isFalse();
        assertThat(look(() -> System.nanoTime() / 16))
                .as("a sixteenth of a core")
                .isFalse();
    }

    @Test
    void whatWasAskedAMomentAgoMayStillBeWorkedOn() throws Exception {
        long began = System.nanoTime();

        assertThat(look(() -> Math.min(
                        System.nanoTime(), began + Duration.ofMillis(30).toNanos())))
                .isFalse();
    }

    @Test
    void onceSeenToSpinItSpins() throws Exception {
        try (var pool = new ServerPool(server, folder, pauses)) {
            var detector = detector(pool);
            var instance = pool.take();
            server.last().worked = System::nanoTime;
            assertThat(detector.look(instance)).isTrue();
            server.last().worked = () -> 0;

            assertThat(detector.look(instance)).isTrue();
            assertThat(detector.spins()).isTrue();
            assertThat(server.started).as("no other instance is asked").hasSize(1);
        }
    }

    @Test
    void anInstanceThatServesNobodyElseIsAskedOnce() throws Exception {
        try (var pool = new ServerPool(server, folder, pauses)) {
            var detector = detector(pool);

            assertThat(detector.spins()).isFalse();
            assertThat(detector.spins()).isFalse();
            assertThat(server.started).hasSize(1);
            assertThat(server.last().closed).isFalse();
        }
    }

    @Test
    void theInstanceThatIsAskedHasBeenLeftInTheMiddleOfARequest() throws Exception {
        try (var pool = new ServerPool(server, folder, pauses)) {
            detector(pool).spins();

            assertThat(server.last().accepted)
                    .as("two that leave, and a look at its health")
                    .hasValue(3);
            assertThat(pool.take()).as("it serves others now").isNotNull();
            assertThat(server.started).hasSize(1);
        }
    }

    @Test
    void whereOnlyOneCanBeHadNothingIsAsked() throws Exception {
        for (var only : new InMemoryServer[] {InMemoryServer.onFixedPort(), InMemoryServer.atAnAddress()}) {
            try (var pool = new ServerPool(only, folder, pauses)) {
                assertThat(detector(pool).spins()).isFalse();
                assertThat(only.started).isEmpty();
            }
        }
    }

    @Test
    void whereOnlyOneCanBeHadItIsAskedBeforeTheScenariosAndThenEachGetsItsOwn() throws Exception {
        server = InMemoryServer.onFixedPort();
        try (var pool = new ServerPool(server, folder, pauses)) {
            pool.giveBack(pool.take());
            server.last().worked = System::nanoTime;

            pool.spinDetector().lookBefore();
            server.last().worked = () -> 0;
            pool.spinDetector().lookBefore();

            assertThat(pool.spinDetector().isKnownToSpin()).isTrue();
            assertThat(server.started).hasSize(1);
            pool.giveBack(pool.take());
            pool.giveBack(pool.take());
            assertThat(server.started)
                    .as("the one that spins is ended, and so is each that was used")
                    .hasSize(3);
        }
    }

    @Test
    void atAnAddressNothingIsAsked() throws Exception {
        server = InMemoryServer.atAnAddress();
        try (var pool = new ServerPool(server, folder, pauses)) {
            pool.spinDetector().lookBefore();

            assertThat(server.started).isEmpty();
        }
    }

    @Test
    void aServerThatCanNotBeStartedDoesNotSpin() throws Exception {
        server.failToStart(1);
        try (var pool = new ServerPool(server, folder, pauses)) {
            assertThat(detector(pool).spins()).isFalse();
        }
    }

    private boolean look(LongSupplier worked) throws Exception {
        try (var pool = new ServerPool(server, folder, pauses)) {
            var instance = pool.take();
            server.last().worked = worked;
            return detector(pool).look(instance);
        }
    }

    private static SpinDetector detector(ServerPool pool) {
        return new SpinDetector(pool, Duration.ofMillis(20));
    }
}
