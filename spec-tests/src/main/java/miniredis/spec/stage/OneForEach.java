package miniredis.spec.stage;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import miniredis.spec.server.RunningServer;
import miniredis.spec.server.ServerUnavailable;

/**
 * A server for each scenario alone. One on which a scenario has passed serves the next one as well, because starting a server
 * can take seconds; after a failure there is always a new one.
 */
public final class OneForEach implements Servers {
    private final ServerSource source;
    private final boolean reuse;
    private final ExecutorService undertaker;
    private final Deque<RunningServer> idle = new ArrayDeque<>();
    private final Set<RunningServer> all = new HashSet<>();

    /** @param reuse whether a server on which a scenario passed may serve the next one */
    public OneForEach(ServerSource source, boolean reuse) {
        this.source = source;
        this.reuse = reuse;
        // A server that does not listen to TERM takes two seconds to end. Only a fixed port has to wait for that.
        this.undertaker = source.portIsFree() ? Executors.newCachedThreadPool() : null;
    }

    @Override
    public Place take() throws ServerUnavailable {
        for (var used = idle(); used != null; used = idle()) {
            if (!used.isDead()) {
                return new Place(used, false);
            }
            end(used);
        }
        return new Place(start(), true);
    }

    private RunningServer idle() {
        synchronized (this) {
            return idle.poll();
        }
    }

    private RunningServer start() throws ServerUnavailable {
        var fresh = source.start();
        synchronized (this) {
            all.add(fresh);
        }
        return fresh;
    }

    @Override
    public void giveBack(RunningServer server, boolean unharmed) {
        if (reuse && unharmed) {
            synchronized (this) {
                idle.push(server);
            }
        } else {
            end(server);
        }
    }

    private void end(RunningServer server) {
        synchronized (this) {
            all.remove(server);
        }
        if (undertaker == null) {
            server.close();
        } else {
            undertaker.execute(server::close);
        }
    }

    @Override
    public void close() {
        Set<RunningServer> left;
        synchronized (this) {
            left = Set.copyOf(all);
        }
        left.forEach(this::end);
        if (undertaker != null) {
            undertaker.shutdown();
            try {
                undertaker.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
