package miniredis.nio.store;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BucketTest {
    private final Segments segments = new Segments(Long.MAX_VALUE);
    private final Bucket bucket = new Bucket(segments).open(new SlabAllocator(segments, Bucket.SIZE).take());

    @Test
    void isEmptyAfterClear() {
        bucket.clear(3);
        assertThat(bucket.count()).isZero();
        assertThat(bucket.depth()).isEqualTo(3);
        assertThat(bucket.earliest()).isEqualTo(Keyspace.NEVER);
        assertThat(bucket.find(0)).isEqualTo(Bucket.NO_SLOT);
    }

    @Test
    void findsAllEntriesWithTheSameHash() {
        bucket.clear(0);
        bucket.add(Bucket.SLOTS - 1, 1); // the last slot, so the next ones are at the beginning
        bucket.add(Bucket.SLOTS - 1, 2);
        bucket.add(7, 3);
        bucket.add(Bucket.SLOTS - 1, -4);
        int first = bucket.find(Bucket.SLOTS - 1);
        int second = bucket.findAfter(first, Bucket.SLOTS - 1);
        int third = bucket.findAfter(second, Bucket.SLOTS - 1);
        assertThat(Bucket.entry(bucket.get(first))).isEqualTo(1);
        assertThat(Bucket.entry(bucket.get(second))).isEqualTo(2);
        assertThat(Bucket.entry(bucket.get(third))).isEqualTo(-4);
        assertThat(bucket.findAfter(third, Bucket.SLOTS - 1)).isEqualTo(Bucket.NO_SLOT);
    }

    @Test
    void findsWhatIsThereAfterAnyRemovals() {
        bucket.clear(0);
        var random = new Random(1);
        var model = new HashMap<Integer, Integer>(); // entry to hash
        int next = 1;
        for (int step = 0; step < 20_000; step++) {
            if (model.size() < Bucket.FULL && random.nextInt(5) < 3) {
                int hash = random.nextInt(4) == 0 ? random.nextInt() | 0x3F0 : random.nextInt(); // some runs are long
                bucket.add(hash, next);
                model.put(next++, hash);
            } else if (!model.isEmpty()) {
                var entries = new ArrayList<>(model.keySet());
                int entry = entries.get(random.nextInt(entries.size()));
                bucket.remove(slotOf(requireNonNull(model.remove(entry)), entry));
            }
            assertThat(bucket.count()).isEqualTo(model.size());
            if (step % 500 == 0) {
                model.forEach((entry, hash) -> assertThat(slotOf(hash, entry)).isNotEqualTo(Bucket.NO_SLOT));
            }
        }
    }

    private int slotOf(int hash, int entry) {
        int slot = bucket.find(hash);
        while (slot != Bucket.NO_SLOT && Bucket.entry(bucket.get(slot)) != entry) {
            slot = bucket.findAfter(slot, hash);
        }
        return slot;
    }
}
