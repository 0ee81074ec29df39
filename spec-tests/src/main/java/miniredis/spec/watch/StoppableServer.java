package miniredis.spec.watch;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongConsumer;
import miniredis.spec.i18n.Message;
import miniredis.spec.server.RunningServer;
import miniredis.spec.server.ServerUnavailable;
import miniredis.spec.server.ServerUnderTest;

/**
 * A server that can be stopped at any moment: then all of its instances end, and there are no more. The run that uses it comes to
 * its end by itself, soon, because nothing answers it.
 *
 * <p>Where instances have their own ports they are ended in the background, and a verdict does not wait for that.
 */
final class StoppableServer implements ServerUnderTest {
    private final ServerUnderTest server;
    private final LongConsumer accepted;
    private final Set<Instance> running = ConcurrentHashMap.newKeySet();
    private final Background background = Background.atOnce("ends a server");
    private boolean stopped;

    /** @param accepted is told when an instance accepts connections, in {@link System#nanoTime()} */
    StoppableServer(ServerUnderTest server, LongConsumer accepted) {
        this.server = server;
        this.accepted = accepted;
    }

    @Override
    public String name() {
        return server.name();
    }

    @Override
    public String commandLine() {
        return server.commandLine();
    }

    @Override
    public int atOnce() {
        return server.atOnce();
    }

    @Override
    public boolean startsAfresh() {
        return server.startsAfresh();
    }

    @Override
    public RunningServer start(Path output) throws ServerUnavailable {
        throwIfStopped();
        var instance = new Instance(server.start(output));
        accepted.accept(System.nanoTime());
        running.add(instance);
        try {
            throwIfStopped();
        } catch (ServerUnavailable meanwhile) {
            instance.close();
            throw meanwhile;
        }
        return instance;
    }

    private synchronized void throwIfStopped() throws ServerUnavailable {
        if (stopped) {
            throw new ServerUnavailable(Message.of("start.given-up"));
        }
    }

    void stop() {
        synchronized (this) {
            stopped = true;
        }
        running.forEach(Instance::close);
    }

    /** Waits for what ends in the background, 10 s at most. */
    void awaitEnd() {
        background.awaitEnd();
    }

    /** Counts as dead as soon as it was closed, and is closed once. */
    private final class Instance implements RunningServer {
        private final RunningServer instance;
        private final AtomicBoolean closed = new AtomicBoolean();

        Instance(RunningServer instance) {
            this.instance = instance;
        }

        @Override
        public void close() {
            if (!closed.compareAndSet(false, true)) {
                return;
            }
            running.remove(this);
            if (atOnce() > 1) {
                background.execute(instance::close);
            } else {
                instance.close();
            }
        }

        @Override
        public boolean isDead() {
            return closed.get() || instance.isDead();
        }

        @Override
        public InetSocketAddress address() {
            return instance.address();
        }

        @Override
        public Optional<String> death(Duration wait) {
            return instance.death(wait);
        }

        @Override
        public long workedNanos() {
            return instance.workedNanos();
        }

        @Override
        public long printed() {
            return instance.printed();
        }

        @Override
        public String printedSince(long mark) {
            return instance.printedSince(mark);
        }

        @Override
        public boolean endedInPeace() {
            return instance.endedInPeace();
        }

        @Override
        public Set<Long> processIds() {
            return instance.processIds();
        }
    }
}
