package miniredis.spec.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WaitingTest {
    @Test
    void aWordIsAskedForAgainAndAgainWhileSomethingRuns() throws InterruptedException {
        var words = new CountDownLatch(2);
        var waiting = new Waiting(words::countDown, Duration.ofMillis(20));
        waiting.begins("TCP-01");

        assertThat(words.await(20, TimeUnit.SECONDS)).isTrue();
        waiting.stop();
    }

    @Test
    void whereNothingRunsThereIsNothingToSay() throws InterruptedException {
        var unwanted = new AtomicInteger();
        var idle = new Waiting(unwanted::incrementAndGet, Duration.ofMillis(5));
        idle.begins("TCP-01");
        idle.ends("TCP-01");
        int before = unwanted.get();
        var words = new CountDownLatch(5);
        var other = new Waiting(words::countDown, Duration.ofMillis(5));
        other.begins("TCP-02");

        assertThat(words.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(unwanted.get()).isEqualTo(before);
        idle.stop();
        other.stop();
    }

    @Test
    void onlyThoseThatHaveRunTheLongestAreNamed() {
        var waiting = new Waiting(() -> {}, Duration.ofMinutes(1));
        for (var id : new String[] {"A-01", "B-01", "C-01", "D-01"}) {
            waiting.begins(id);
        }

        assertThat(waiting.names()).isEqualTo("A-01, B-01, C-01, ...");
        waiting.ends("A-01");
        assertThat(waiting.names()).isEqualTo("B-01, C-01, D-01");
        waiting.stop();
    }
}
