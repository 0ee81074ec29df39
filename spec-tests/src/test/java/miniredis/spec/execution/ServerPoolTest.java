package miniredis.spec.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import miniredis.spec.fakes.InMemoryServer;
import miniredis.spec.server.ServerUnavailable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ServerPoolTest {
    @TempDir
    private Path folder;

    private final PauseDetector pauses = new PauseDetector();
    private final InMemoryServer server = InMemoryServer.onFreePorts();

    @AfterEach
    void stop() {
        pauses.close();
    }

    @Test
    void whatWasGivenBackInGoodHealthIsTakenAgain() throws Exception {
        try (var pool = pool(server)) {
            var instance = pool.take();
            assertThat(instance.isFresh()).isTrue();
            instance.context(false);
            pool.giveBack(instance);

            assertThat(pool.take()).isSameAs(instance);
            assertThat(instance.isFresh()).isFalse();
        }
    }

    @Test
    void aFreshOneIsStartedThoughAUsedOneIsThere() throws Exception {
        try (var pool = pool(server)) {
            var instance = pool.take();
            pool.giveBack(instance);

            assertThat(pool.takeFresh()).isNotSameAs(instance);
            assertThat(server.started.get(0).closed).isFalse();
        }
    }

    @Test
    void onAFixedPortTheUsedOneMakesRoomForAFreshOne() throws Exception {
        var fixed = InMemoryServer.onFixedPort();
        try (var pool = pool(fixed)) {
            pool.giveBack(pool.take());
            pool.takeFresh();

            assertThat(fixed.started).hasSize(2);
            assertThat(fixed.started.get(0).closed).isTrue();
            assertThat(fixed.started.get(1).closed).isFalse();
        }
    }

    @Test
    void anIllInstanceIsEndedAndNotTakenAgain() throws Exception {
        try (var pool = pool(server)) {
            var instance = pool.take();
            server.last().die("exited with code 7", false);
            assertThat(instance.isHealthy()).isFalse();
            pool.giveBack(instance);

            assertThat(pool.take()).isNotSameAs(instance);
        }
        assertThat(server.started).hasSize(2).allMatch(running -> running.closed);
    }

    @Test
    void aServerThatSomebodyElseHasStartedIsKeptUntilSomebodyAsksForIt() throws Exception {
        var elsewhere = InMemoryServer.atAnAddress();
        try (var pool = pool(elsewhere)) {
            var instance = pool.take();
            elsewhere.last().die("no longer accepts connections", false);
            instance.isHealthy();
            pool.giveBack(instance);
            assertThat(elsewhere.started.get(0).closed).isFalse();

            assertThat(pool.take()).isNotSameAs(instance);
            assertThat(elsewhere.started.get(0).closed).isTrue();
        }
    }

    @Test
    void moreThanCanBeUsedAtTheSameTimeAreNotKept() throws Exception {
        var pool = pool(server);
        var first = pool.takeFresh();
        var second = pool.takeFresh();
        var third = pool.takeFresh();
        pool.giveBack(first);
        pool.giveBack(second);
        pool.giveBack(third);

        assertThat(pool.take()).isSameAs(third);
        assertThat(pool.take()).isSameAs(second);
        assertThat(pool.take()).isNotSameAs(first);
        pool.close();
        assertThat(server.started).allMatch(running -> running.closed);
    }

    /** As a container's proxy does, until the server inside listens. */
    @Test
    void aServerThatHangsUpAtFirstIsWaitedForAtEachStart() throws Exception {
        server.hangUpOnTheFirst(3);
        try (var pool = pool(server)) {
            assertThat(pool.answersLater()).isTrue();

            assertThat(pool.takeFresh().isHealthy()).isTrue();
            assertThat(server.last().accepted.get()).isGreaterThan(3);
        }
    }

    @Test
    void aServerThatHangsUpOnEverybodyIsWaitedForNoLongerThanAStartTakes() throws Exception {
        server.hangUpOnTheFirst(Integer.MAX_VALUE);
        try (var pool = pool(server)) {
            assertThat(pool.answersLater()).isFalse();
        }
    }

    @Test
    void threeFailedStartsInARowAreEnough() throws Exception {
        try (var pool = pool(server)) {
            server.failToStart(3);
            for (int i = 0; i < 3; i++) {
                assertThat(pool.unavailable()).isEmpty();
                assertThatThrownBy(pool::take).isInstanceOf(ServerUnavailable.class);
            }

            assertThat(pool.unavailable())
                    .get()
                    .hasToString(pool.unavailable().orElseThrow().toString());
            assertThatThrownBy(pool::take).isInstanceOf(ServerUnavailable.class).hasMessage("no start, 2 to go");
            assertThat(server.started).as("it could be started by now").isEmpty();
        }
    }

    @Test
    void aStartThatSucceedsMakesUpForThoseThatFailed() throws Exception {
        try (var pool = pool(server)) {
            for (int i = 0; i < 2; i++) {
                server.failToStart(2);
                assertThatThrownBy(pool::takeFresh).isInstanceOf(ServerUnavailable.class);
                assertThatThrownBy(pool::takeFresh).isInstanceOf(ServerUnavailable.class);
                pool.takeFresh();
            }

            assertThat(pool.unavailable()).isEmpty();
        }
    }

    @Test
    void whatIsInUseIsEndedWithThePool() throws Exception {
        var pool = pool(server);
        pool.take();
        pool.close();

        assertThat(server.started).allMatch(running -> running.closed);
    }

    @Test
    void thePoolSaysWhatTheServerIs() {
        try (var pool = pool(server);
                var elsewhere = pool(InMemoryServer.atAnAddress())) {
            assertThat(pool.size()).isEqualTo(2);
            assertThat(pool.startsAfresh()).isTrue();
            assertThat(elsewhere.size()).isEqualTo(1);
            assertThat(elsewhere.startsAfresh()).isFalse();
        }
    }

    private ServerPool pool(InMemoryServer of) {
        return new ServerPool(of, folder, pauses);
    }
}
