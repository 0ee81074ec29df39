package miniredis.spec.verdict;

import java.util.Optional;
import miniredis.spec.i18n.Message;

/**
 * What became of a scenario's conversation when it was repeated in another framing: a mark beside the scenario's verdict.
 *
 * @param evidence present where other replies came
 */
public record FramingMark(Framing framing, Optional<Evidence> evidence) {
    public boolean passed() {
        return evidence.isEmpty();
    }

    /** What conversations have in common that fail in this framing. */
    Cause cause() {
        return new Cause(
                Cause.Kind.FRAMING,
                framing == Framing.BYTE_BY_BYTE
                        ? Message.of("cause.framing-byte-by-byte")
                        : Message.of("cause.framing-one-packet"));
    }

    /** As results name it. */
    public Status status() {
        return passed() ? Status.PASSED : Status.FAILED;
    }
}
