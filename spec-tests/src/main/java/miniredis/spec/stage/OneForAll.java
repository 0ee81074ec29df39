package miniredis.spec.stage;

import java.util.HashSet;
import java.util.Set;
import miniredis.spec.server.RunningServer;
import miniredis.spec.server.ServerUnavailable;

/** One server that all scenarios share; when it dies, there is a new one. */
public final class OneForAll implements Servers {
    /** After this many deaths the rest of the scenarios is better played alone. */
    private static final int MOST_RESTARTS = 12;

    private final ServerSource source;
    private final Set<RunningServer> used = new HashSet<>();
    private RunningServer server;
    private int restarts;

    /** Starts the server. */
    public OneForAll(ServerSource source) throws ServerUnavailable {
        this.source = source;
        this.server = source.start();
    }

    @Override
    public synchronized Place take() throws ServerUnavailable {
        if (server.isDead()) {
            if (++restarts > MOST_RESTARTS) {
                throw new ServerUnavailable("The server died more than %d times.".formatted(MOST_RESTARTS));
            }
            server.close();
            server = source.start();
        }
        return new Place(server, used.add(server));
    }

    @Override
    public void giveBack(RunningServer place, boolean unharmed) {}

    @Override
    public synchronized void close() {
        server.close();
    }
}
