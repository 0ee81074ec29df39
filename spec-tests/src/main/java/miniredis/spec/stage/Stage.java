package miniredis.spec.stage;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import miniredis.spec.server.ServerUnavailable;
import miniredis.spec.wire.Patience;

/**
 * Where scenarios meet a server. Scenarios find their stage through the thread they run in, because Cucumber creates the step
 * classes; so several runs can go on in one JVM.
 */
public final class Stage implements AutoCloseable {
    private static final InheritableThreadLocal<Stage> CURRENT = new InheritableThreadLocal<>();

    private final Servers servers;
    private final Rules rules;
    private final Map<String, Performance> performances = new ConcurrentHashMap<>();
    private int withoutReply;
    private String closed;

    public Stage(Servers servers, Rules rules) {
        this.servers = servers;
        this.rules = rules;
    }

    /**
     * How a stage is played on.
     *
     * @param everyFraming whether each conversation is also played cut into bytes and in one packet
     * @param mostWithoutReply when so many scenarios one after another have failed without hearing a reply, the rest is not played
     * @param until when the last scenario may begin, in {@link System#nanoTime()}
     */
    public record Rules(boolean everyFraming, Patience patience, int mostWithoutReply, long until) {}

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

    /** A server to play on. @throws NotPlayed when there is none (any more) */
    public Place enter() {
        closed().ifPresent(why -> {
            throw new NotPlayed(why);
        });
        try {
            return servers.take();
        } catch (ServerUnavailable gone) {
            close(gone.getMessage());
            throw new NotPlayed(gone.getMessage());
        }
    }

    /** Gives the server back, and keeps what a scenario did, under {@code uri:line}. */
    public void leave(Place place, String location, Performance performance) {
        performances.put(location, performance);
        servers.giveBack(place.server(), performance.passed());
        synchronized (this) {
            if (performance.heardReply()) {
                withoutReply = 0;
            } else if (!performance.passed() && ++withoutReply >= rules.mostWithoutReply()) {
                close("The server had stopped answering.");
            }
        }
    }

    private synchronized void close(String why) {
        closed = closed == null ? why : closed;
    }

    /** Why nothing more can be played here; empty while something can. */
    public synchronized Optional<String> closed() {
        if (closed == null && System.nanoTime() - rules.until() > 0) {
            closed = "There was no time left to play it.";
        }
        return Optional.ofNullable(closed);
    }

    public Optional<Performance> performance(String location) {
        return Optional.ofNullable(performances.get(location));
    }

    /** Whether any scenario got a RESP reply from the server. */
    public boolean heardReply() {
        return performances.values().stream().anyMatch(Performance::heardReply);
    }

    /** Whether any scenario got a single byte from the server. */
    public boolean heardAnything() {
        return performances.values().stream().anyMatch(Performance::heardAnything);
    }

    public Patience patience() {
        return rules.patience();
    }

    /** Whether each conversation is also played cut into bytes and in one packet. */
    public boolean playsEveryFraming() {
        return rules.everyFraming();
    }

    /** Ends every server of this stage. */
    @Override
    public void close() {
        servers.close();
    }
}
