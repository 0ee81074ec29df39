package miniredis.spec.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PauseDetectorTest {
    @Test
    void aTickMayBeAMillisecondLate() {
        assertThat(PauseDetector.late(millis(5))).isZero();
        assertThat(PauseDetector.late(millis(6))).isZero();
        assertThat(PauseDetector.late(millis(6) + 1)).isEqualTo(millis(1) + 1);
        assertThat(PauseDetector.late(millis(105))).isEqualTo(millis(100));
        assertThat(PauseDetector.late(millis(1))).isZero();
    }

    @Test
    void timeIsLostWhileTheThreadDoesNotRun() {
        var detector = new PauseDetector();
        detector.close();
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (detector.lostNanos() < millis(60) && System.nanoTime() < until) {
            LockSupport.parkNanos(millis(1));
        }

        assertThat(detector.lostNanos()).isGreaterThanOrEqualTo(millis(60));
    }

    /** On a busy machine much can be lost in one moment, but not in each of a hundred. */
    @Test
    void littleIsLostWhileItRuns() {
        try (var detector = new PauseDetector()) {
            boolean little = false;
            for (int moment = 0; moment < 100 && !little; moment++) {
                long before = detector.lostNanos();
                LockSupport.parkNanos(millis(100));
                little = detector.lostNanos() - before < millis(50);
            }

            assertThat(little).isTrue();
        }
    }

    @Test
    void whatWasLostStaysLost() {
        try (var detector = new PauseDetector()) {
            long before = detector.lostNanos();
            LockSupport.parkNanos(millis(50));

            assertThat(detector.lostNanos()).isGreaterThanOrEqualTo(before);
        }
    }

    private static long millis(long count) {
        return TimeUnit.MILLISECONDS.toNanos(count);
    }
}
