package miniredis.spec.stage;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import miniredis.spec.server.RunningServer;
import miniredis.spec.server.ServerUnavailable;
import miniredis.spec.server.ServerUnderTest;

/** Starts the servers of a run; each has a file of its own for what it prints. */
public final class ServerSource {
    private final ServerUnderTest server;
    private final Path outputs;
    private final AtomicInteger started = new AtomicInteger();

    /** @param outputs the folder for what servers print */
    public ServerSource(ServerUnderTest server, Path outputs) {
        this.server = server;
        this.outputs = outputs;
    }

    RunningServer start() throws ServerUnavailable {
        return server.start(outputs.resolve("server-%d.log".formatted(started.incrementAndGet())));
    }

    /** Whether each server gets a port of its own. */
    boolean portIsFree() {
        return server.atOnce() > 1;
    }
}
