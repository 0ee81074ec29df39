package miniredis.spec.server;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** A server that accepted connections when it was handed out, and has to be closed. */
public interface RunningServer extends AutoCloseable {
    /** Long enough for a process to end after its connections have. */
    Duration TIME_TO_NOTICE_A_DEATH = Duration.ofSeconds(1);

    InetSocketAddress address();

    /** Whether it no longer runs, asked at a moment when nothing is known to be wrong; must be cheap. */
    boolean isDead();

    /**
     * Why it no longer runs, in words (exit code or signal, last lines of output); empty while it runs.
     *
     * @param wait how long it may take to notice. A connection ends a moment before its server's process does: so
     *     {@link #TIME_TO_NOTICE_A_DEATH} after a connection that broke, else zero
     */
    Optional<String> death(Duration wait);

    /** For how long, in all, it has wanted a core so far, whether it got one or not; always 0 where that is unknown. */
    default long workedNanos() {
        return 0;
    }

    /** How many bytes it has printed so far: a mark for {@link #printedSince}. */
    default long printed() {
        return 0;
    }

    /** What it has printed since then, as far as that is kept; empty where it is unknown. */
    default String printedSince(long mark) {
        return "";
    }

    /** Whether it ended by itself and says that all was well (exit code 0). */
    default boolean endedInPeace() {
        return false;
    }

    /** The process and all it started, as process ids; empty where that is unknown. */
    default Set<Long> processIds() {
        return Set.of();
    }

    /** Ends it with everything it started. */
    @Override
    void close();
}
