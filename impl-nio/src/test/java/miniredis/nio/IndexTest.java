package miniredis.nio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IndexTest {
    private final Segments segments = new Segments();
    private final Index index = new Index(segments);
    private final HashMap<Integer, Integer> hashes = new HashMap<>(); // by entry

    @Test
    void growsAndShrinksAPageAtATime() {
        var random = new Random(1);
        for (int entry = 1; entry <= 200_000; entry++) {
            add(random.nextInt(), entry);
        }
        assertThat(index.size()).isEqualTo(200_000);
        assertEverythingIsThere();
        assertThat(pages()).isBetween(200_000 / Page.FULL, 200_000 * 2 / Page.FULL + 10);

        for (int entry = 1; entry <= 199_990; entry++) {
            index.find(hashes.remove(entry), entry);
            index.remove();
        }
        assertThat(index.size()).isEqualTo(10);
        assertEverythingIsThere();
        assertThat(pages()).isLessThanOrEqualTo(4);
        assertThat(segments.inUse()).isLessThanOrEqualTo(4);
    }

    @Test
    void splitsAPageWhoseKeysHaveMuchInCommon() {
        for (int entry = 1; entry <= 2000; entry++) {
            add(0x1234_0000 | entry, entry); // the upper 16 bits choose no page
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
        assertThat(new Page(segments).open(index.pageFor(77)).earliest()).isEqualTo(500);
    }

    private void add(int hash, int entry) {
        index.makeRoom(hash);
        index.add(hash, entry);
        hashes.put(entry, hash);
    }

    private void assertEverythingIsThere() {
        var page = new Page(segments);
        hashes.forEach((entry, hash) -> {
            page.open(index.pageFor(hash));
            int slot = page.find(hash);
            while (slot != Page.NO_SLOT && Page.entry(page.get(slot)) != entry) {
                slot = page.findAfter(slot, hash);
            }
            assertThat(slot).as("slot of entry %d", entry).isNotEqualTo(Page.NO_SLOT);
        });
    }

    private int pages() {
        var pages = new HashSet<Integer>();
        for (long hash = 0; hash < 1L << 32; hash += 1 << 16) {
            pages.add(index.pageFor((int) hash));
        }
        return pages.size();
    }
}
