package miniredis.spec.watch;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import miniredis.spec.server.RunningServer;

/** An instance whose end is left to somebody else, once. */
final class BorrowedServer implements RunningServer {
    private final RunningServer server;
    private final Consumer<BorrowedServer> end;
    private final AtomicBoolean closed = new AtomicBoolean();

    BorrowedServer(RunningServer server, Consumer<BorrowedServer> end) {
        this.server = server;
        this.end = end;
    }

    RunningServer server() {
        return server;
    }

    @Override
    public InetSocketAddress address() {
        return server.address();
    }

    @Override
    public boolean isDead() {
        return closed.get() || server.isDead();
    }

    @Override
    public Optional<String> death(Duration wait) {
        return server.death(wait);
    }

    @Override
    public long workedNanos() {
        return server.workedNanos();
    }

    @Override
    public long printed() {
        return server.printed();
    }

    @Override
    public String printedSince(long mark) {
        return server.printedSince(mark);
    }

    @Override
    public boolean endedInPeace() {
        return server.endedInPeace();
    }

    @Override
    public Set<Long> processIds() {
        return server.processIds();
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            end.accept(this);
        }
    }
}
