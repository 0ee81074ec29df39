package miniredis.blocking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("step4")
class ExpiryTest {
    private final TestClock clock = new TestClock();
    private final Keyspace keyspace = new Keyspace(clock, new Random(1));
    private final Expiry expiry = new Expiry(keyspace, clock);

    @Test
    void frees_keys_that_nobody_asks_for() {
        add(1000, 10);
        clock.pass(Duration.ofSeconds(11));
        assertThat(keyspace.size()).isEqualTo(1000);

        expiry.round();

        assertThat(keyspace.size()).isZero();
    }

    @Test
    void leaves_keys_that_are_alive() {
        add(100, 10);
        keyspace.set(Bytes.of("for ever"), Bytes.of("v"));
        clock.pass(Duration.ofSeconds(10));

        expiry.round();

        assertThat(keyspace.size()).isEqualTo(101);
    }

    @Test
    void leaves_about_a_quarter_at_most_among_the_living() {
        add(5000, 10);
        add(5000, 1000);
        clock.pass(Duration.ofSeconds(11));

        tenSecondsOfRounds();

        // Three of ten, not one of four: the keys of a sample are random.
        assertThat(keyspace.size() - 5000).isLessThan(keyspace.size() * 3 / 10);
    }

    private void tenSecondsOfRounds() {
        for (int i = 0; i < 100; i++) {
            expiry.round();
        }
    }

    @Test
    void looks_at_one_sample_only_when_few_have_ended() {
        add(10_000, 1000);
        add(10, 10);
        clock.pass(Duration.ofSeconds(11));

        expiry.round();

        assertThat(keyspace.size()).isGreaterThan(10_000);
    }

    @Test
    void stops_when_its_time_is_used_up() {
        add(1000, 10);
        clock.pass(Duration.ofSeconds(11));

        new Expiry(keyspace, aClockThatAlwaysFindsTheTimeUsedUp()).round();

        assertThat(keyspace.size()).isEqualTo(1000 - Expiry.SAMPLE);
    }

    private InstantSource aClockThatAlwaysFindsTheTimeUsedUp() {
        return () -> {
            clock.pass(Expiry.BUDGET);
            return clock.instant();
        };
    }

    private void add(int keys, long seconds) {
        for (int i = 0; i < keys; i++) {
            var key = Bytes.of(seconds + ":" + i);
            keyspace.set(key, key);
            keyspace.expire(key, seconds, ExpireCondition.ALWAYS);
        }
    }
}
