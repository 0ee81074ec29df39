package miniredis.spec.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** How long a server is waited for, on a clock that the test moves. Times are in milliseconds here. */
class TimeoutsTest {
    private long now;
    private long lost;
    private long worked;
    private boolean spins;
    private int askedWhetherItSpins;

    private final Timeouts timeouts = new Timeouts(() -> nanos(now), () -> nanos(lost), () -> nanos(worked), () -> {
        askedWhetherItSpins++;
        return spins;
    });

    @Test
    void aServerWithNothingToDoIsSilentAfterTwoSeconds() {
        var wait = timeouts.silence();

        assertThat(left(wait)).isEqualTo(2000);
        now = 1999;
        assertThat(left(wait)).isEqualTo(1);
        now = 2000;
        assertThat(left(wait)).isZero();
        assertThat(wait.wasWorking()).isFalse();
        assertThat(askedWhetherItSpins).isZero();
    }

    @Test
    void oneReplyMayTrickleForEightSeconds() {
        assertThat(left(timeouts.oneReply())).isEqualTo(8000);
    }

    @Test
    void whatComesUnaskedIsWatchedForAsLongAsSaidAndWorkDoesNotExtendIt() {
        var wait = timeouts.watch(Duration.ofMillis(700));
        pass(300, 300);
        left(wait);
        pass(300, 300);

        assertThat(left(wait)).isEqualTo(100);
    }

    @Test
    void nobodyLooksWhetherAServerWorksBeforeItIsLate() {
        var wait = timeouts.silence();
        pass(299, 299);
        assertThat(left(wait)).isEqualTo(1701);
        assertThat(wait.leftUntilNextLookNanos()).isEqualTo(nanos(300));

        pass(1, 1);
        left(wait); // the first look: work from now on counts
        pass(500, 500);
        assertThat(left(wait)).isEqualTo(1700);
    }

    @Test
    void theNextLookIsNoLaterThanTheEnd() {
        var wait = timeouts.silence();
        now = 1900;

        assertThat(wait.leftUntilNextLookNanos()).isEqualTo(nanos(100));
    }

    @Test
    void aServerThatWorksGetsTenSeconds() {
        var wait = timeouts.silence();
        now = 300;
        left(wait);
        pass(9600, 9600);
        assertThat(left(wait)).isEqualTo(100);
        assertThat(wait.wasWorking()).isTrue();
        pass(100, 100);

        assertThat(left(wait)).isZero();
    }

    @Test
    void severalCoresDoNotMakeMoreWorkThanTimeThatPassed() {
        var wait = timeouts.silence();
        now = 300;
        left(wait);
        pass(1000, 4000);

        assertThat(left(wait)).isEqualTo(1700);
    }

    @Test
    void workOfHalfTheTimeIsNotYetWork() {
        var wait = timeouts.silence();
        now = 300;
        left(wait);
        pass(1700, 1000);
        assertThat(wait.wasWorking()).isFalse();

        pass(0, 1);
        assertThat(wait.wasWorking()).isTrue();
    }

    @Test
    void theWorkOfAServerThatSpinsMeansNothing() {
        spins = true;
        var wait = timeouts.silence();
        now = 300;
        left(wait);
        pass(1700, 1700);
        assertThat(left(wait)).isEqualTo(1700);
        assertThat(askedWhetherItSpins).isZero();

        pass(1, 1);
        assertThat(left(wait)).isEqualTo(-1);
        assertThat(wait.wasWorking()).isFalse();
        assertThat(askedWhetherItSpins).isPositive();
    }

    @Test
    void aServerThatDoesNotWorkIsNotAskedWhetherItSpins() {
        var wait = timeouts.silence();
        now = 300;
        left(wait);
        now = 5000;
        left(wait);

        assertThat(askedWhetherItSpins).isZero();
    }

    @Test
    void timeThatTheMachineLosesIsAddedThreefold() {
        var wait = timeouts.silence();
        lost = 100;
        assertThat(left(wait)).isEqualTo(2300);

        lost = 10_000;
        assertThat(left(wait)).as("but five times the wait at most").isEqualTo(10_000);
    }

    @Test
    void onlyWhatIsLostMeanwhileCounts() {
        lost = 1000;

        assertThat(left(timeouts.silence())).isEqualTo(2000);
    }

    @Test
    void workAndLostTimeTogetherAreBounded() {
        var wait = timeouts.silence();
        now = 300;
        left(wait);
        pass(14_000, 14_000);
        lost = 2000;
        assertThat(left(wait)).as("10 s and three times 2 s").isEqualTo(1700);

        lost = 100_000;
        assertThat(left(wait)).as("20 s at most").isEqualTo(5700);
    }

    @Test
    void aScenarioEndsAfterThirtySeconds() {
        assertThat(timeouts.isScenarioTooLong()).isFalse();
        var scenario = timeouts.forScenario();
        now = 29_999;
        assertThat(scenario.isScenarioTooLong()).isFalse();
        now = 30_000;
        assertThat(scenario.isScenarioTooLong()).isTrue();
        assertThat(timeouts.isScenarioTooLong())
                .as("where no scenario has begun")
                .isFalse();
    }

    @Test
    void aServerThatSpinsLosesTheTimeOfItsScenarioItself() {
        var scenario = timeouts.forScenario();
        lost = 20_000;
        now = 40_000;
        assertThat(scenario.isScenarioTooLong()).isFalse();

        spins = true;
        assertThat(scenario.isScenarioTooLong()).isTrue();
    }

    @Test
    void elapsedTimeIsThatOfTheClock() {
        var wait = timeouts.silence();
        now = 1234;

        assertThat(wait.elapsed()).isEqualTo(Duration.ofMillis(1234));
    }

    @Test
    void aPauseLastsAsLongAsItSays() {
        long began = System.nanoTime();
        Timeouts.ordinary().pause(Duration.ofMillis(30));

        assertThat(System.nanoTime() - began).isGreaterThanOrEqualTo(nanos(30));
    }

    private void pass(long milliseconds, long ofWork) {
        now += milliseconds;
        worked += ofWork;
    }

    private static long left(Timeouts.Wait wait) {
        return TimeUnit.NANOSECONDS.toMillis(wait.leftNanos());
    }

    private static long nanos(long milliseconds) {
        return TimeUnit.MILLISECONDS.toNanos(milliseconds);
    }
}
