package miniredis.nio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TimeSliceTest {
    private final TimeSlice turn = new TimeSlice();

    @Test
    void whatHasComeBeforeTheFirstQuestionDoesNotCount() {
        turn.begin(0);
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < Duration.ofMillis(2).toNanos()) {
            Thread.onSpinWait();
        }
        assertThat(turn.isOver(0)).isFalse();
    }

    @Test
    void aTurnEndsWhenItsTimeIsOver() {
        long begin = System.nanoTime();
        turn.begin(0);
        while (!turn.isOver(0)) {
            assertThat(System.nanoTime() - begin)
                    .isLessThan(Duration.ofSeconds(30).toNanos());
        }
        assertThat(System.nanoTime() - begin)
                .isGreaterThanOrEqualTo(Duration.ofMillis(1).toNanos());
    }

    @Test
    void soDoManyBytesSentSinceItBegan() {
        turn.begin(5_000_000);
        assertThat(turn.isOver(5_000_000)).isFalse();
        assertThat(turn.isOver(6_100_000)).isTrue();
        turn.begin(6_100_000);
        assertThat(turn.isOver(6_100_000)).isFalse();
    }

    @Test
    void theMoreNeedASliceTheShorterItIs() {
        for (int i = 0; i < 600; i++) {
            turn.begin(0);
            assertThat(turn.isOver(1_000_000)).isFalse();
            turn.end(2_000_000);
        }
        turn.beginTurn();
        turn.begin(0);
        assertThat(turn.isOver(100_000)).isTrue();
        turn.beginTurn();
        turn.begin(0);
        assertThat(turn.isOver(1_000_000)).isFalse();
    }
}
