package miniredis.spec.stage;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import miniredis.spec.server.RunningServer;
import miniredis.spec.server.ServerUnavailable;
import miniredis.spec.server.ServerUnderTest;
import miniredis.spec.wire.Patience;

/**
 * Where scenarios meet a server: all of them together on one server that is restarted when it dies, or each alone on a server
 * of its own. Scenarios find their stage through the thread they run in, because Cucumber creates the step classes; so several
 * runs can go on in one JVM.
 */
public final class Stage implements AutoCloseable {
    /** After this many deaths the rest of the scenarios is better played alone. */
    private static final int MOST_RESTARTS = 12;

    private static final InheritableThreadLocal<Stage> CURRENT = new InheritableThreadLocal<>();

    private final ServerUnderTest server;
    private final Path outputs;
    private final boolean shared;
    private final boolean everyFraming;
    private final Patience patience;
    private final AtomicInteger started;
    private final Map<String, Performance> performances = new ConcurrentHashMap<>();
    private final Set<RunningServer> running = new HashSet<>();
    private RunningServer common;
    private int restarts;
    private String unavailable;

    private Stage(Builder builder) {
        this.server = builder.server;
        this.outputs = builder.outputs;
        this.shared = builder.shared;
        this.everyFraming = builder.everyFraming;
        this.patience = builder.patience;
        this.started = builder.started;
    }

    /**
     * What a run knows when it sets up its stages.
     *
     * @param outputs the folder for what servers print
     * @param started how many servers the run has started, to number their output files
     */
    public record Builder(
            ServerUnderTest server,
            Path outputs,
            boolean shared,
            boolean everyFraming,
            Patience patience,
            AtomicInteger started) {
        public Stage build() {
            return new Stage(this);
        }
    }

    /** The stage of this thread, or of the one that started it. */
    public static Stage current() {
        var stage = CURRENT.get();
        if (stage == null) {
            throw new IllegalStateException(
                    "The features are played by the run (mvn verify, or mini-redis-spec.jar), not by Cucumber alone.");
        }
        return stage;
    }

    /** Lets {@code play} and every thread it starts find this stage. */
    public void during(Runnable play) {
        CURRENT.set(this);
        try {
            play.run();
        } finally {
            CURRENT.remove();
        }
    }

    /** Starts the common server; for a stage where each scenario has its own this does nothing. */
    public void open() throws ServerUnavailable {
        if (shared) {
            synchronized (this) {
                common = start();
            }
        }
    }

    /** A server to play on. @throws NotPlayed when there is none (any more) */
    public RunningServer enter() {
        try {
            return shared ? commonServer() : start();
        } catch (ServerUnavailable gone) {
            synchronized (this) {
                unavailable = gone.getMessage();
            }
            throw new NotPlayed(unavailable);
        }
    }

    private synchronized RunningServer commonServer() throws ServerUnavailable {
        if (unavailable != null) {
            throw new NotPlayed(unavailable);
        }
        if (common.isDead()) {
            if (++restarts > MOST_RESTARTS) {
                throw new NotPlayed("The server died %d times.".formatted(MOST_RESTARTS));
            }
            end(common);
            common = start();
        }
        return common;
    }

    private RunningServer start() throws ServerUnavailable {
        var fresh = server.start(outputs.resolve("server-%d.log".formatted(started.incrementAndGet())));
        synchronized (running) {
            running.add(fresh);
        }
        return fresh;
    }

    /** Gives the server back. */
    public void leave(RunningServer place) {
        if (!shared) {
            end(place);
        }
    }

    private void end(RunningServer place) {
        synchronized (running) {
            running.remove(place);
        }
        place.close();
    }

    /** Keeps what a scenario did, under {@code uri:line}. */
    public void keep(String location, Performance performance) {
        performances.put(location, performance);
    }

    public Optional<Performance> performance(String location) {
        return Optional.ofNullable(performances.get(location));
    }

    public Collection<Performance> performances() {
        return performances.values();
    }

    public Patience patience() {
        return patience;
    }

    /** Whether each conversation is also played cut into bytes and in one packet. */
    public boolean playsEveryFraming() {
        return everyFraming;
    }

    /** Why there is no server any more; empty while there is. */
    public synchronized Optional<String> unavailable() {
        return Optional.ofNullable(unavailable);
    }

    /** Ends every server of this stage. */
    @Override
    public void close() {
        Set<RunningServer> left;
        synchronized (running) {
            left = Set.copyOf(running);
            running.clear();
        }
        left.forEach(RunningServer::close);
    }
}
