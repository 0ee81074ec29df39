package miniredis.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class ProcessorTimeTest {
    private static final long SELF = ProcessHandle.current().pid();
    private static final long GONE = Integer.MAX_VALUE;

    @Test
    void timesAreThoseOfTheKernel() {
        // Times only grow, so what is asked later is at least as long.
        double asked = ProcessorTime.of(SELF);
        double later = ProcessorTime.ofThisProcess();
        assertThat(asked).isPositive();
        assertThat(later).isGreaterThanOrEqualTo(asked);
        assertThat(ProcessorTime.ofChildren()).isNotNegative();
        assertThat(ProcessorTime.ofMachine()).isGreaterThan(later);
    }

    @Test
    void ofAProcessThatIsGoneNothingIsKnown() {
        assertThat(ProcessorTime.of(GONE)).isNaN();
    }
}
