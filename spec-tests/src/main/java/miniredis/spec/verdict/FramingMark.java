package miniredis.spec.verdict;

import java.util.Optional;

/**
 * What became of a scenario's conversation when it was said again in another framing: a mark beside the scenario's verdict.
 *
 * @param evidence present where other replies came
 */
public record FramingMark(Framing framing, Optional<Evidence> evidence) {
    public boolean passed() {
        return evidence.isEmpty();
    }

    /** What conversations have in common that fail in this framing. */
    Cause cause() {
        return new Cause(Cause.Kind.FRAMING, "other replies, or none, with " + framing.inWords());
    }

    /** As results name it. */
    public Status status() {
        return passed() ? Status.PASSED : Status.FAILED;
    }
}
