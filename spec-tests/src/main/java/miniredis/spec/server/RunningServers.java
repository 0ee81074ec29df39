package miniredis.spec.server;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/**
 * The servers that run now, to be ended in good order when the run is told to end (Ctrl-C, TERM) before it has ended them. What
 * happens to them when the run has no time left for that is the {@link Reaper}'s matter.
 */
final class RunningServers {
    private static final Set<ServerProcess> RUNNING = new HashSet<>();
    private static boolean ending;

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(RunningServers::endAll, "last server out"));
    }

    private RunningServers() {}

    /** Starts a server. */
    interface Birth {
        ServerProcess start() throws IOException;
    }

    /** No server is started any more once the run is on its way out, and none is started unseen. */
    static synchronized ServerProcess adopt(Birth birth) throws IOException {
        if (ending) {
            throw new IOException("the run is ending");
        }
        var server = birth.start();
        RUNNING.add(server);
        return server;
    }

    static synchronized void forget(ServerProcess server) {
        RUNNING.remove(server);
    }

    private static void endAll() {
        Set<ServerProcess> left;
        synchronized (RunningServers.class) {
            ending = true;
            left = Set.copyOf(RUNNING);
        }
        left.parallelStream().forEach(ServerProcess::close);
    }
}
