package miniredis.spec.execution;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import miniredis.spec.server.RunningServer;
import miniredis.spec.verdict.FramingMark;
import miniredis.spec.wire.Client;
import miniredis.spec.wire.Recording;
import miniredis.spec.wire.Timeouts;

/**
 * What a scenario is run against, and what is to be known of it afterwards whatever its verdict. Cucumber creates the step
 * classes, so they find this through the thread they run in.
 */
public final class ScenarioContext {
    private static final ThreadLocal<ScenarioContext> CURRENT = new ThreadLocal<>();

    private final RunningServer server;
    private final Timeouts timeouts;
    private final boolean everyFraming;
    private final List<FramingMark> framings = new ArrayList<>();
    private final Map<String, Recording> recordings = new LinkedHashMap<>();

    /** @param everyFraming whether each conversation is also said byte by byte and in one packet */
    ScenarioContext(RunningServer server, Timeouts timeouts, boolean everyFraming) {
        this.server = server;
        this.timeouts = timeouts;
        this.everyFraming = everyFraming;
    }

    /** That of this thread; where Cucumber was started by itself (in an IDE), that of the server its properties name. */
    public static ScenarioContext current() {
        var context = CURRENT.get();
        return context == null ? StandaloneServer.context() : context;
    }

    /** Lets {@code run} find this context. */
    void during(Runnable run) {
        CURRENT.set(this);
        try {
            run.run();
        } finally {
            CURRENT.remove();
        }
    }

    public InetSocketAddress address() {
        return server.address();
    }

    public Timeouts timeouts() {
        return timeouts;
    }

    /** A client of its own that has not connected yet, for what the runner itself asks the server. */
    Client newClient() {
        return new Client("client", server.address(), timeouts);
    }

    public boolean checksEveryFraming() {
        return everyFraming;
    }

    /** How the server ended, in words, if it did; a moment is allowed for noticing it after a connection broke. */
    public Optional<String> death() {
        return server.death(RunningServer.TIME_TO_NOTICE_A_DEATH);
    }

    public void note(FramingMark mark) {
        framings.add(mark);
    }

    public void keep(Map<String, Recording> all) {
        recordings.putAll(all);
    }

    List<FramingMark> framings() {
        return List.copyOf(framings);
    }

    Map<String, Recording> recordings() {
        return recordings;
    }
}
