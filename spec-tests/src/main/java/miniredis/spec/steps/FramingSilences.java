package miniredis.spec.steps;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import miniredis.spec.verdict.Actual;
import miniredis.spec.verdict.Framing;
import miniredis.spec.verdict.FramingMark;

/**
 * How often a server was silent to requests that came byte by byte. After so many times the answer is known, and each further one
 * would take seconds; a scenario that was not played that way has no mark of it.
 */
public final class FramingSilences {
    private static final int ENOUGH = 20;

    private final AtomicInteger silences = new AtomicInteger();
    private final AtomicInteger leftOut = new AtomicInteger();

    /** In which framings to play the next conversation. */
    List<Framing> framings() {
        if (silences.get() < ENOUGH) {
            return List.of(Framing.BYTE_BY_BYTE, Framing.ONE_PACKET);
        }
        leftOut.incrementAndGet();
        return List.of(Framing.ONE_PACKET);
    }

    void note(FramingMark mark) {
        boolean silent = mark.evidence()
                .filter(evidence -> evidence.actual() instanceof Actual.Silence)
                .isPresent();
        if (mark.framing() == Framing.BYTE_BY_BYTE && silent) {
            silences.incrementAndGet();
        }
    }

    /** How many silences there were. */
    public int silences() {
        return silences.get();
    }

    /** How many scenarios were not played byte by byte for that reason. */
    public int leftOut() {
        return leftOut.get();
    }
}
