package miniredis.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SuiteTest {
    @Test
    void suitesAreNamedOnTheCommandLine() {
        assertThat(Suite.parse("keys, growth,keys")).containsExactly(Suite.KEYS, Suite.GROWTH);
        assertThat(Suite.parse("all")).containsExactly(Suite.values());
    }

    @Test
    void anUnknownSuiteIsAnErrorThatNamesTheOthers() {
        assertThatThrownBy(() -> Suite.parse("keys,speed"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'speed'")
                .hasMessageContaining("pipelining, values");
    }

    @Test
    void anEffortHasBounds() {
        assertThatThrownBy(() -> new Effort(0, 1, 1, 0)).hasMessageContaining("rounds");
        assertThatThrownBy(() -> new Effort(1, Double.NaN, 1, 0)).hasMessageContaining("seconds");
        assertThat(Effort.QUICK.keys(5_000_000)).isEqualTo(500_000);
    }
}
