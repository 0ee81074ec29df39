package miniredis.spec.wire;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * How long to wait for a server before calling it silent. Two seconds on a machine that keeps up; on one that was seen to
 * stop for a while, ten times the longest stop in addition, because the server may have been stopped just as long.
 *
 * @param longestStall the longest time this machine was seen to keep a ready thread waiting
 */
public record Patience(Supplier<Duration> longestStall) {
    private static final Duration SILENCE = Duration.ofSeconds(2);
    private static final Duration MOST = Duration.ofSeconds(10);

    /** A machine that keeps up. */
    public static final Patience ORDINARY = new Patience(() -> Duration.ZERO);

    /** The longest time without a single byte. */
    Duration silence() {
        var extended = SILENCE.plus(longestStall.get().multipliedBy(10));
        return extended.compareTo(MOST) < 0 ? extended : MOST;
    }

    /** The longest time for one reply, trickling or not. */
    Duration inAll() {
        return silence().multipliedBy(4);
    }
}
