package miniredis.nio.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Makes the same random calls to a keyspace and to a HashMap, and expects the same results. */
class KeyspaceModelTest {
    private static final int LONG_VALUE = 3000;
    private static final int LARGE_VALUE = Blob.THRESHOLD + 5000;

    private record Expected(byte[] value, long expiry) {}

    private final Segments segments = new Segments(Long.MAX_VALUE);
    private final Map<String, Expected> model = new HashMap<>();
    private long now = 1_000_000;
    private final InstantSource clock = () -> Instant.ofEpochMilli(now);
    private final Keyspace keyspace = new Keyspace(segments, clock, new SipHash(1, 2));

    @ParameterizedTest(name = "{0} keys, {1} steps, seed {2}")
    @CsvSource({"10, 50_000, 1", "1_000, 200_000, 2", "30_000, 400_000, 3", "200_000, 600_000, 4"})
    void theKeyspaceBehavesLikeAMap(String keys, String steps, long seed) {
        var random = new Random(seed);
        int names = number(keys);
        for (int i = 0; i < number(steps); i++) {
            var name = "key:" + random.nextInt(names);
            step(random, name.repeat(name.hashCode() % 7 == 0 ? 20 : 1));
        }
        model.keySet().forEach(this::assertSame);
        expireEverything();
    }

    private void step(Random random, String name) {
        switch (random.nextInt(12)) {
            case 0, 1, 2 -> set(name, value(random));
            case 3, 4 -> increment(name);
            case 5, 6 -> expire(name, now + random.nextInt(200) - 20);
            case 7 -> now += random.nextInt(4);
            case 8 -> tidy();
            default -> assertSame(name);
        }
    }

    private static byte[] value(Random random) {
        int length = switch (random.nextInt(100)) {
            case 0 -> random.nextInt(LARGE_VALUE);
            case 1, 2, 3, 4, 5 -> random.nextInt(LONG_VALUE);
            default -> random.nextInt(40);
        };
        if (random.nextInt(3) == 0) {
            return Long.toString(random.nextLong() >> random.nextInt(64)).getBytes(US_ASCII);
        }
        var value = new byte[length];
        random.nextBytes(value);
        return value;
    }

    private void set(String name, byte[] value) {
        var argument = value.length > Blob.THRESHOLD ? Slices.blob(keyspace.blobs(), value) : Slices.of(value);
        keyspace.set(Slices.of(name), argument);
        Slices.forget(argument);
        model.put(name, new Expected(value, Keyspace.NEVER));
    }

    private void increment(String name) {
        var before = expected(name);
        Long number = before == null ? Long.valueOf(0) : parsed(before.value());
        if (number == null || number == Long.MAX_VALUE) {
            try {
                keyspace.increment(Slices.of(name), 1);
                throw new AssertionError(name + " was incremented");
            } catch (NotCountable right) {
                return;
            }
        }
        assertThat(keyspace.increment(Slices.of(name), 1)).isEqualTo(number + 1);
        var text = Long.toString(number + 1).getBytes(US_ASCII);
        model.put(name, new Expected(text, before == null ? Keyspace.NEVER : before.expiry()));
    }

    private static @Nullable Long parsed(byte[] text) {
        try {
            var digits = new String(text, ISO_8859_1);
            long number = Long.parseLong(digits);
            return Long.toString(number).equals(digits) ? number : null;
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    private void expire(String name, long at) {
        keyspace.expireAt(Slices.of(name), at);
        // an expiry of now deletes the key, as in Redis, although a key in its last millisecond still exists
        var before = expected(name);
        if (before != null) {
            model.put(name, new Expected(before.value(), at <= now ? 0 : at));
        }
    }

    private void tidy() {
        keyspace.startSweep();
        keyspace.tidy(System.nanoTime() + 100_000);
    }

    private void assertSame(String name) {
        var right = expected(name);
        var found = keyspace.get(Slices.of(name));
        assertThat(found == null ? null : Slices.bytes(found)).as(name).isEqualTo(right == null ? null : right.value());
        long expiry = right == null ? Keyspace.ABSENT : right.expiry();
        assertThat(keyspace.expiry(Slices.of(name))).as(name).isEqualTo(expiry);
    }

    private @Nullable Expected expected(String name) {
        var found = model.get(name);
        return found == null || found.expiry() < now ? null : found;
    }

    private void expireEverything() {
        model.keySet().forEach(name -> keyspace.expireAt(Slices.of(name), now + 1));
        now += 2;
        do {
            tidy();
        } while (keyspace.size() > 0 || !keyspace.isTidy());
        assertThat(segments.inUse()).as("segments in use when nothing is left").isLessThanOrEqualTo(4);
    }

    private static int number(String text) {
        return Integer.parseInt(text.replace("_", ""));
    }
}
