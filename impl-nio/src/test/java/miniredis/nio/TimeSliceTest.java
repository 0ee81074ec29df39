package miniredis.nio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TimeSliceTest {
    private static final int MEGABYTE = 1024 * 1024;

    private long now = Long.MAX_VALUE - 100; // where a comparison of moments, instead of their difference, goes wrong
    private final TimeSlice slice = new TimeSlice(() -> now);

    @Test
    void endsWhenItsTimeIsOver() {
        slice.beginTurn();
        slice.begin(0);
        assertThat(slice.isOver(0)).isFalse();
        pass(Duration.ofMillis(1));
        assertThat(slice.isOver(0)).isFalse();
        pass(Duration.ofNanos(1));
        assertThat(slice.isOver(0)).isTrue();
    }

    @Test
    void soDoesOneInWhichMuchWasSent() {
        slice.beginTurn();
        assertThat(slice.begin(5_000_000)).isEqualTo(5_000_000 + MEGABYTE);
        assertThat(slice.isOver(5_000_000 + MEGABYTE)).isTrue();
        assertThat(slice.begin(6_100_000)).isEqualTo(6_100_000 + MEGABYTE);
    }

    @Test
    void theMoreHaveMuchToSendTheSmallerItIs() {
        turnOf(16, 0, 2 * MEGABYTE);
        slice.beginTurn();
        assertThat(slice.begin(0)).isEqualTo(MEGABYTE / 2);
        turnOf(1000, 0, 2 * MEGABYTE);
        slice.beginTurn();
        assertThat(slice.begin(0)).isEqualTo(MEGABYTE / 64);
        slice.beginTurn();
        assertThat(slice.begin(0)).isEqualTo(MEGABYTE);
    }

    @Test
    void theMoreHaveSentMuchTheLessIsRead() {
        turnOf(16, ReadBuffer.SIZE, 0);
        slice.beginTurn();
        slice.begin(0);
        assertThat(slice.readAtMost()).isEqualTo(ReadBuffer.SIZE / 2);
    }

    @Test
    void whoeverComesLateInALongTurnGetsTheSmallest() {
        slice.beginTurn();
        assertThat(slice.begin(0)).isEqualTo(MEGABYTE);
        pass(Duration.ofMillis(17));
        assertThat(slice.begin(0)).isEqualTo(MEGABYTE / 64);
        assertThat(slice.readAtMost()).isEqualTo(4096);
        slice.beginTurn();
        pass(Duration.ofMillis(17)); // no connection had anything to do
        assertThat(slice.begin(0)).isEqualTo(MEGABYTE);
    }

    private void turnOf(int connections, int read, int sent) {
        slice.beginTurn();
        for (int i = 0; i < connections; i++) {
            slice.begin(0);
            slice.end(read, sent);
        }
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }
}
