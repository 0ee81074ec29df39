package miniredis.spec.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import miniredis.spec.verdict.Actual;
import miniredis.spec.verdict.Evidence;
import miniredis.spec.verdict.Expected;
import miniredis.spec.verdict.Framing;
import miniredis.spec.verdict.FramingMark;
import org.junit.jupiter.api.Test;

class FramingSilencesTest {
    private static final byte[] NOTHING = {};

    private final FramingSilences silences = new FramingSilences();

    @Test
    void afterTwentySilencesByteByByteTheRestIsKnown() {
        for (int i = 0; i < 20; i++) {
            assertThat(silences.framings()).containsExactly(Framing.BYTE_BY_BYTE, Framing.ONE_PACKET);
            silences.note(mark(Framing.BYTE_BY_BYTE, new Actual.Silence(NOTHING)));
        }

        assertThat(silences.framings()).containsExactly(Framing.ONE_PACKET);
        assertThat(silences.framings()).containsExactly(Framing.ONE_PACKET);
        assertThat(silences.silences()).isEqualTo(20);
        assertThat(silences.leftOut()).isEqualTo(2);
    }

    @Test
    void noOtherKindOfFailureCounts() {
        for (int i = 0; i < 30; i++) {
            silences.note(mark(Framing.ONE_PACKET, new Actual.Silence(NOTHING)));
            silences.note(mark(Framing.BYTE_BY_BYTE, new Actual.Closed(NOTHING)));
            silences.note(new FramingMark(Framing.BYTE_BY_BYTE, Optional.empty()));
        }

        assertThat(silences.framings()).containsExactly(Framing.BYTE_BY_BYTE, Framing.ONE_PACKET);
        assertThat(silences.leftOut()).isZero();
    }

    private static FramingMark mark(Framing framing, Actual actual) {
        var evidence = new Evidence(NOTHING, new Expected.Nothing(), actual);
        return new FramingMark(framing, Optional.of(evidence));
    }
}
