package miniredis.proof.mutants;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import miniredis.spec.i18n.Message;
import miniredis.spec.server.RunningServer;
import miniredis.spec.server.ServerUnavailable;
import miniredis.spec.server.ServerUnderTest;

/** A server that can be removed when enough is known about it. The run that uses it ends soon after that. */
final class RemovableServer implements ServerUnderTest {
    /** Servers of each mutant, so that a mutant that fails everything doesn't take the machine from the others. */
    private static final int AT_ONCE = 2;

    private final ServerUnderTest server;
    private final List<RunningServer> started = new ArrayList<>();
    private boolean removed;

    RemovableServer(ServerUnderTest server) {
        this.server = server;
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
    public RunningServer start(Path output) throws ServerUnavailable {
        throwIfRemoved();
        var running = server.start(output);
        synchronized (this) {
            if (!removed) {
                started.add(running);
                return running;
            }
        }
        running.close();
        throw new ServerUnavailable(Message.verbatim("Enough is known about it."));
    }

    private synchronized void throwIfRemoved() throws ServerUnavailable {
        if (removed) {
            throw new ServerUnavailable(Message.verbatim("Enough is known about it."));
        }
    }

    synchronized boolean isRemoved() {
        return removed;
    }

    /** Ends all its processes; there will be no more. */
    void remove() {
        List<RunningServer> all;
        synchronized (this) {
            removed = true;
            all = List.copyOf(started);
        }
        all.forEach(RunningServer::close);
    }

    @Override
    public int atOnce() {
        return AT_ONCE;
    }

    @Override
    public boolean startsAfresh() {
        return true;
    }
}
