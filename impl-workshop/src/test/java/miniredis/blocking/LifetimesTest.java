package miniredis.blocking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("step4")
class LifetimesTest {
    private final Lifetimes lifetimes = new Lifetimes();
    private final Random random = new Random(1);

    @Test
    void agrees_with_a_map_after_many_changes() {
        var expected = new HashMap<Bytes, Long>();
        for (long i = 0; i < 10_000; i++) {
            var key = key(random.nextInt(50));
            if (random.nextBoolean()) {
                lifetimes.put(key, i);
                expected.put(key, i);
            } else {
                lifetimes.remove(key);
                expected.remove(key);
            }
            assertThat(lifetimes.size()).isEqualTo(expected.size());
        }
        for (int i = 0; i < 50; i++) {
            assertThat(lifetimes.end(key(i))).isEqualTo(expected.getOrDefault(key(i), Lifetimes.NEVER));
        }
    }

    @Test
    void every_key_has_its_chance() {
        var seen = new HashSet<Bytes>();
        for (int i = 0; i < 20; i++) {
            lifetimes.put(key(i), i);
        }
        for (int i = 0; i < 1000; i++) {
            seen.add(lifetimes.randomKey(random));
        }
        assertThat(seen).hasSize(20);
    }

    private static Bytes key(int number) {
        return Bytes.of("key:" + number);
    }
}
