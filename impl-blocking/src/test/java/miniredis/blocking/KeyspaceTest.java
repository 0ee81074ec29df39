package miniredis.blocking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyspaceTest {
    private static final Bytes KEY = Bytes.of("key");

    private final TestClock clock = new TestClock();
    private final Keyspace keyspace = new Keyspace(clock, new Random(1));

    @Nested
    @Tag("step2")
    class Values {
        @Test
        void a_key_nobody_set_has_no_value() {
            assertThat(keyspace.get(KEY)).isNull();
        }

        @Test
        void a_value_comes_back_as_it_was() {
            keyspace.set(KEY, Bytes.of("\0\r\n\u00ff"));

            assertThat(keyspace.get(KEY)).isEqualTo(Bytes.of("\0\r\n\u00ff"));
        }

        @Test
        void a_second_value_takes_the_place_of_the_first() {
            keyspace.set(KEY, Bytes.of("first"));
            keyspace.set(KEY, Bytes.of("second"));

            assertThat(keyspace.get(KEY)).isEqualTo(Bytes.of("second"));
        }

        @Test
        void keys_are_told_apart_by_every_byte() {
            keyspace.set(Bytes.of("key"), Bytes.of("small"));
            keyspace.set(Bytes.of("Key"), Bytes.of("big"));
            keyspace.set(Bytes.of("key\0"), Bytes.of("nul"));
            keyspace.set(Bytes.of(""), Bytes.of("empty"));

            assertThat(keyspace.get(Bytes.of("key"))).isEqualTo(Bytes.of("small"));
            assertThat(keyspace.get(Bytes.of("Key"))).isEqualTo(Bytes.of("big"));
            assertThat(keyspace.get(Bytes.of("key\0"))).isEqualTo(Bytes.of("nul"));
            assertThat(keyspace.get(Bytes.of(""))).isEqualTo(Bytes.of("empty"));
        }

        /** "Aa" and "BB" have the same hash code, and so has every text of 17 of them. In a list this would take many minutes. */
        @Test
        @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
        void keys_made_to_collide_do_not_slow_it_down() {
            IntStream.range(0, 1 << 17).mapToObj(KeyspaceTest::colliding).forEach(key -> keyspace.set(key, key));

            assertThat(keyspace.size()).isEqualTo(1 << 17);
            assertThat(colliding(77)).hasSameHashCodeAs(colliding(99));
            assertThat(keyspace.get(colliding(77))).isEqualTo(colliding(77));
        }
    }

    @Nested
    @Tag("step3")
    class Counting {
        @Test
        void begins_with_one() {
            assertThat(keyspace.increment(KEY)).isEqualTo(1);
            assertThat(keyspace.get(KEY)).isEqualTo(Bytes.of("1"));
        }

        @Test
        void adds_one_to_the_text_that_is_there() {
            keyspace.set(KEY, Bytes.of("-1"));

            assertThat(keyspace.increment(KEY)).isEqualTo(0);
            assertThat(keyspace.get(KEY)).isEqualTo(Bytes.of("0"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "abc", " 5", "+5", "05", "-0", "1.0", "9223372036854775808"})
        void refuses_what_is_not_an_integer_and_leaves_it(String value) {
            keyspace.set(KEY, Bytes.of(value));

            assertThatThrownBy(() -> keyspace.increment(KEY)).hasMessage("ERR value is not an integer or out of range");
            assertThat(keyspace.get(KEY)).isEqualTo(Bytes.of(value));
        }

        @Test
        void refuses_to_go_over_the_largest_number() {
            keyspace.set(KEY, Bytes.of("9223372036854775807"));

            assertThatThrownBy(() -> keyspace.increment(KEY)).hasMessage("ERR increment or decrement would overflow");
            assertThat(keyspace.get(KEY)).isEqualTo(Bytes.of("9223372036854775807"));
        }

        @Test
        void loses_no_step_when_many_count_at_once() {
            var threads = IntStream.range(0, 8)
                    .mapToObj(i -> CompletableFuture.runAsync(() -> countTo(10_000)))
                    .toArray(CompletableFuture<?>[]::new);
            CompletableFuture.allOf(threads).join();

            assertThat(keyspace.get(KEY)).isEqualTo(Bytes.of("80000"));
        }

        private void countTo(int steps) {
            for (int i = 0; i < steps; i++) {
                keyspace.increment(KEY);
            }
        }
    }

    @Nested
    @Tag("step4")
    class LifetimesOfKeys {
        @Test
        void a_key_that_was_never_there_cannot_end() {
            assertThat(expire(10)).isFalse();
            assertThat(keyspace.timeToLive(KEY)).isEqualTo(-2);
        }

        @Test
        void a_key_has_no_lifetime_until_it_gets_one() {
            keyspace.set(KEY, Bytes.of("v"));
            assertThat(keyspace.timeToLive(KEY)).isEqualTo(-1);

            assertThat(expire(10)).isTrue();
            assertThat(keyspace.timeToLive(KEY)).isEqualTo(10);
        }

        @Test
        void the_time_left_is_rounded_to_the_nearest_second() {
            withLifetime(10);

            assertThat(timeToLiveAfter(500)).isEqualTo(10);
            assertThat(timeToLiveAfter(1)).isEqualTo(9);
            assertThat(timeToLiveAfter(9098)).isEqualTo(0);
            assertThat(keyspace.get(KEY)).isNotNull();
        }

        @Test
        void after_its_end_the_key_is_as_if_it_had_never_been() {
            withLifetime(10);
            clock.pass(Duration.ofMillis(10_001));

            assertThat(keyspace.get(KEY)).isNull();
            assertThat(keyspace.timeToLive(KEY)).isEqualTo(-2);
            assertThat(expire(10)).isFalse();
            assertThat(keyspace.increment(KEY)).isEqualTo(1);
            assertThat(keyspace.timeToLive(KEY)).isEqualTo(-1);
        }

        @Test
        void one_command_is_enough_to_notice_the_end() {
            withLifetime(10);
            clock.pass(Duration.ofMillis(10_001));

            assertThat(keyspace.increment(KEY)).isEqualTo(1);
            assertThat(keyspace.timeToLive(KEY)).isEqualTo(-1);
        }

        @ParameterizedTest
        @ValueSource(longs = {0, -1, -9_223_372_036_854_775L})
        void zero_or_less_ends_it_at_once(long seconds) {
            keyspace.set(KEY, Bytes.of("v"));

            assertThat(expire(seconds)).isTrue();
            assertThat(keyspace.get(KEY)).isNull();
        }

        @ParameterizedTest
        @ValueSource(longs = {Long.MAX_VALUE, Long.MIN_VALUE, 9_223_372_036_854_775L})
        void a_time_that_does_not_fit_is_refused_and_the_old_end_stays(long seconds) {
            withLifetime(10);

            assertThatThrownBy(() -> expire(seconds)).hasMessage("ERR invalid expire time in 'expire' command");
            assertThat(keyspace.timeToLive(KEY)).isEqualTo(10);
        }

        @Test
        void a_second_lifetime_takes_the_place_of_the_first() {
            withLifetime(10);
            expire(100);

            assertThat(timeToLiveAfter(10_001)).isEqualTo(90);
        }

        @Test
        void set_ends_the_lifetime_and_increment_keeps_it() {
            withLifetime(10);

            keyspace.increment(KEY);
            assertThat(keyspace.timeToLive(KEY)).isEqualTo(10);

            keyspace.set(KEY, Bytes.of("new"));
            assertThat(timeToLiveAfter(10_001)).isEqualTo(-1);
        }

        @Test
        void one_key_ends_and_its_neighbour_stays() {
            withLifetime(10);
            keyspace.set(Bytes.of("other"), Bytes.of("v"));
            clock.pass(Duration.ofMillis(10_001));

            assertThat(keyspace.get(KEY)).isNull();
            assertThat(keyspace.get(Bytes.of("other"))).isNotNull();
        }

        private void withLifetime(long seconds) {
            keyspace.set(KEY, Bytes.of("5"));
            expire(seconds);
        }

        private boolean expire(long seconds) {
            return keyspace.expire(KEY, seconds, ExpireCondition.ALWAYS);
        }

        private long timeToLiveAfter(long millis) {
            clock.pass(Duration.ofMillis(millis));
            return keyspace.timeToLive(KEY);
        }
    }

    private static Bytes colliding(int number) {
        var key = new StringBuilder();
        for (int bit = 0; bit < 17; bit++) {
            key.append((number >> bit & 1) == 0 ? "Aa" : "BB");
        }
        return Bytes.of(key.toString());
    }
}
