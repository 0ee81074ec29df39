package miniredis.spec.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import miniredis.spec.verdict.Actual;
import org.junit.jupiter.api.Test;

class HealthTest {
    private static final byte[] BYTES = Attempts.ascii("+OK\r\n");

    @Test
    void onlyALivingProcessThatAnswersNobodyHangs() {
        assertThat(Healths.HANGS.hangs()).isTrue();
        assertThat(Health.GOOD.hangs()).isFalse();
        assertThat(Healths.DIED.hangs()).isFalse();
        assertThat(Healths.SPOILED.hangs()).isFalse();
    }

    @Test
    void whatBecameOfTheServerKeepsTheBytesThatCame() {
        assertThat(Healths.HANGS.breakdown(BYTES)).isEqualTo(new Actual.Hung(BYTES));
        assertThat(Healths.DIED.breakdown(BYTES)).isEqualTo(new Actual.Died(BYTES, "exited with code 7"));
        assertThat(Healths.SPOILED.breakdown(BYTES)).isEqualTo(new Actual.Spoiled(BYTES, "SET"));
    }

    @Test
    void anEndExplainsMoreThanALostCommand() {
        var both = new Health(false, Optional.of("exited with code 7"), Optional.of("SET"), false);

        assertThat(both.breakdown(BYTES)).isInstanceOf(Actual.Died.class);
    }
}
