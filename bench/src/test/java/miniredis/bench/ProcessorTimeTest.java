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
        assertThat(ProcessorTime.of(SELF)).isPositive();
        assertThat(ProcessorTime.ofThisProcess()).isGreaterThanOrEqualTo(ProcessorTime.of(SELF));
        assertThat(ProcessorTime.ofChildren()).isNotNegative();
        assertThat(ProcessorTime.ofMachine()).isGreaterThan(ProcessorTime.ofThisProcess());
    }

    @Test
    void ofAProcessThatIsGoneNothingIsKnown() {
        assertThat(ProcessorTime.of(GONE)).isNaN();
    }
}
