package miniredis.spec.watch;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import miniredis.spec.i18n.Message;
import miniredis.spec.server.RunningServer;
import miniredis.spec.server.ServerUnavailable;
import miniredis.spec.server.ServerUnderTest;

/**
 * A server that can be taken away at any moment: then all of its instances end, and there are no more. The run that uses it comes to
 * its end by itself, soon, because nobody answers.
 *
 * <p>Where instances have ports of their own, nobody waits for one to end.
 */
final class StoppableServer implements ServerUnderTest {
    private final ServerUnderTest server;
    private final LongConsumer accepted;
    private final Set<RunningServer> running = ConcurrentHashMap.newKeySet();
    private final ExecutorService undertaker = Executors.newCachedThreadPool(task -> {
        var thread = new Thread(task, "ends a server");
        thread.setDaemon(true);
        return thread;
    });
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
        var instance = new BorrowedServer(server.start(output), this::end);
        accepted.accept(System.nanoTime());
        synchronized (this) {
            if (!stopped) {
                running.add(instance);
                return instance;
            }
        }
        instance.close();
        throw new ServerUnavailable(Message.of("start.given-up"));
    }

    private synchronized void throwIfStopped() throws ServerUnavailable {
        if (stopped) {
            throw new ServerUnavailable(Message.of("start.given-up"));
        }
    }

    private void end(BorrowedServer instance) {
        running.remove(instance);
        if (server.atOnce() > 1) {
            undertaker.execute(instance.server()::close);
        } else {
            instance.server().close();
        }
    }

    /** Takes it away. */
    void stop() {
        synchronized (this) {
            stopped = true;
        }
        running.forEach(RunningServer::close);
    }

    /** Waits until all that was taken away has ended, but not for ever. */
    void awaitEnd() {
        undertaker.shutdown();
        try {
            undertaker.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
