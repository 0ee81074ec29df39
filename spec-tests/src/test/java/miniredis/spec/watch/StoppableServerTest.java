package miniredis.spec.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import miniredis.spec.server.RunningServer;
import miniredis.spec.server.ServerUnavailable;
import miniredis.spec.server.ServerUnderTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that is given up loses its servers immediately, and gets no more. */
class StoppableServerTest {
    private final AtomicInteger started = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private final AtomicInteger accepted = new AtomicInteger();

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void allInstancesEndOnceAndThereAreNoMore(int atOnce) throws Exception {
        var server = new StoppableServer(new Counted(atOnce), at -> accepted.incrementAndGet());
        var one = server.start(Path.of("one"));
        var other = server.start(Path.of("other"));
        assertThat(one.isDead() || other.isDead()).isFalse();
        assertThat(accepted).hasValue(2);

        one.close();
        one.close();
        server.stop();
        server.awaitEnd();

        assertThat(one.isDead() && other.isDead()).isTrue();
        assertThat(ended).hasValue(2);
        assertThatThrownBy(() -> server.start(Path.of("late"))).isInstanceOf(ServerUnavailable.class);
        assertThat(started).hasValue(2);
    }

    @Test
    void whatIsStartedWhileTheRunIsGivenUpEndsToo() {
        var servers = new StoppableServer[1];
        servers[0] = new StoppableServer(new Counted(1), at -> servers[0].stop());

        assertThatThrownBy(() -> servers[0].start(Path.of("one"))).isInstanceOf(ServerUnavailable.class);
        assertThat(ended).hasValue(1);
    }

    private final class Counted implements ServerUnderTest, RunningServer {
        private final int atOnce;

        Counted(int atOnce) {
            this.atOnce = atOnce;
        }

        @Override
        public RunningServer start(Path output) {
            started.incrementAndGet();
            return this;
        }

        @Override
        public void close() {
            ended.incrementAndGet();
        }

        @Override
        public boolean isDead() {
            return false;
        }

        @Override
        public String name() {
            return "counted";
        }

        @Override
        public String commandLine() {
            return "";
        }

        @Override
        public int atOnce() {
            return atOnce;
        }

        @Override
        public boolean startsAfresh() {
            return true;
        }

        @Override
        public InetSocketAddress address() {
            return new InetSocketAddress(0);
        }

        @Override
        public Optional<String> death(Duration wait) {
            return Optional.empty();
        }
    }
}
