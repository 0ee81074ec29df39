package miniredis.nio.store;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IndexTest {
    private final Segments segments = new Segments(Long.MAX_VALUE);
    private final Index index = new Index(segments);
    private final HashMap<Integer, Integer> hashes = new HashMap<>(); // by entry

    @Test
    void growsAndShrinksABucketAtATime() {
        var random = new Random(1);
        for (int entry = 1; entry <= 200_000; entry++) {
            add(random.nextInt(), entry);
        }
        assertThat(index.size()).isEqualTo(200_000);
        assertEverythingIsThere();
        assertThat(buckets()).isBetween(200_000 / Bucket.FULL, 200_000 * 2 / Bucket.FULL + 10);

        for (int entry = 1; entry <= 199_990; entry++) {
            index.find(requireNonNull(hashes.remove(entry)), entry);
            index.remove();
        }
        assertThat(index.size()).isEqualTo(10);
        assertEverythingIsThere();
        assertThat(buckets()).isLessThanOrEqualTo(4);
        assertThat(segments.inUse()).isLessThanOrEqualTo(4);
    }

    @Test
    void splitsABucketWhoseKeysHaveMuchInCommon() {
        for (int entry = 1; entry <= 2000; entry++) {
            add(0x1234_0000 | entry, entry); // the upper 16 bits choose no bucket
        }
        assertEverythingIsThere();
    }

    @Test
    void remembersTheEarliestExpiryThroughSplits() {
        var random = new Random(2);
        add(77, 1);
        index.find(77, 1);
        index.expires(500);
        for (int entry = 2; entry <= 10_000; entry++) {
            add(random.nextInt(), entry);
        }
        assertThat(new Bucket(segments).open(index.bucketFor(77)).earliest()).isEqualTo(500);
    }

    private void add(int hash, int entry) {
        index.makeRoom(hash);
        index.add(hash, entry);
        hashes.put(entry, hash);
    }

    private void assertEverythingIsThere() {
        var bucket = new Bucket(segments);
        hashes.forEach((entry, hash) -> {
            bucket.open(index.bucketFor(hash));
            int slot = bucket.find(hash);
            while (slot != Bucket.NO_SLOT && Bucket.entry(bucket.get(slot)) != entry) {
                slot = bucket.findAfter(slot, hash);
            }
            assertThat(slot).as("slot of entry %d", entry).isNotEqualTo(Bucket.NO_SLOT);
        });
    }

    private int buckets() {
        var buckets = new HashSet<Integer>();
        for (long hash = 0; hash < 1L << 32; hash += 1 << 16) {
            buckets.add(index.bucketFor((int) hash));
        }
        return buckets.size();
    }
}
