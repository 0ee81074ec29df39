package miniredis.blocking.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import miniredis.blocking.Bytes;
import miniredis.blocking.ExpireCondition;
import miniredis.blocking.Keyspace;
import miniredis.blocking.Lifetimes;
import org.junit.jupiter.api.Test;

class DataMemoryTest {
    private static final ExpireCondition ALWAYS = ExpireCondition.parse(List.of());

    @Test
    void keys_that_are_gone_take_no_memory() {
        var memory = memory(1000, 1_000_000);
        var keyspace = keyspace(memory);
        var random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            var key = Bytes.of("key:" + random.nextInt(100));
            keyspace.set(key, Bytes.of("x".repeat(random.nextInt(1000))));
            if (random.nextBoolean()) {
                keyspace.expireAt(key, random.nextBoolean() ? 0 : Long.MAX_VALUE / 2, ALWAYS);
            }
        }
        assertThat(memory.isFull()).isTrue();
        for (int i = 0; i < 100; i++) {
            keyspace.delete(Bytes.of("key:" + i));
        }
        assertThat(memory.used()).isZero();
        assertThat(memory.isFull()).isFalse();
    }

    @Test
    void nor_do_they_when_all_go_at_once() {
        var memory = memory(1, 1);
        var keyspace = keyspace(memory);
        keyspace.put(Bytes.of("a"), Bytes.of("v"), Lifetimes.NEVER);
        keyspace.put(Bytes.of("b"), Bytes.of("v"), Long.MAX_VALUE / 2);
        assertThat(memory.isFull()).isTrue();

        keyspace.clear();

        assertThat(memory.used()).isZero();
        assertThat(memory.isFull()).isFalse();
    }

    @Test
    void there_is_room_for_a_lifetime_of_every_key() {
        var memory = memory(1_000_000, 1_000_000);
        var keyspace = keyspace(memory);
        int keys = 0;
        while (!memory.isFull()) {
            keyspace.set(Bytes.of("key:" + keys++), Bytes.of("v"));
        }
        assertThat(memory.used()).isLessThan(600_000);
        for (int i = 0; i < keys; i++) {
            keyspace.expireAt(Bytes.of("key:" + i), Long.MAX_VALUE / 2, ALWAYS);
        }
        assertThat(memory.used()).isBetween(1_000_000L, 1_001_000L);
    }

    private static DataMemory memory(long maxMemory, long mortalMemory) {
        return new DataMemory(new Limits(maxMemory, mortalMemory, 100_000, 2, Duration.ofSeconds(10)));
    }

    private static Keyspace keyspace(DataMemory memory) {
        return memory.keyspace(InstantSource.system(), new Random(1));
    }
}
