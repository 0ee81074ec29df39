package miniredis.blocking.extensions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class StatisticsTest {
    private static final long SECOND = 1_000_000_000L;

    private final AtomicLong clock = new AtomicLong(10 * SECOND);
    private final Statistics statistics = new Statistics(clock::get);

    @Test
    void what_has_just_happened_counts_in_full() {
        count(100);

        assertThat(statistics.commandsPerSecond()).isEqualTo(100);
    }

    @Test
    void a_second_later_it_fades() {
        count(100);

        clock.set(11 * SECOND + SECOND / 4);
        assertThat(statistics.commandsPerSecond()).isEqualTo(75);
        clock.set(12 * SECOND);
        assertThat(statistics.commandsPerSecond()).isZero();
    }

    @Test
    void after_a_long_pause_nothing_is_left() {
        count(100);

        clock.set(1000 * SECOND);
        assertThat(statistics.commandsPerSecond()).isZero();
    }

    private void count(int times) {
        for (int i = 0; i < times; i++) {
            statistics.command();
        }
    }
}
