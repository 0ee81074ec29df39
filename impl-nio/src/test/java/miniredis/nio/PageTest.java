package miniredis.nio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PageTest {
    private final Segments segments = new Segments();
    private final Page page = new Page(segments).open(new Blocks(segments, Page.SIZE).take());

    @Test
    void isEmptyAfterClear() {
        page.clear(3);
        assertThat(page.count()).isZero();
        assertThat(page.depth()).isEqualTo(3);
        assertThat(page.earliest()).isEqualTo(Keyspace.NEVER);
        assertThat(page.find(0)).isEqualTo(Page.NO_SLOT);
    }

    @Test
    void findsAllEntriesWithTheSameHash() {
        page.clear(0);
        page.add(Page.SLOTS - 1, 1); // the last slot, so the next ones are at the beginning
        page.add(Page.SLOTS - 1, 2);
        page.add(7, 3);
        page.add(Page.SLOTS - 1, -4);
        int first = page.find(Page.SLOTS - 1);
        int second = page.findAfter(first, Page.SLOTS - 1);
        int third = page.findAfter(second, Page.SLOTS - 1);
        assertThat(Page.entry(page.get(first))).isEqualTo(1);
        assertThat(Page.entry(page.get(second))).isEqualTo(2);
        assertThat(Page.entry(page.get(third))).isEqualTo(-4);
        assertThat(page.findAfter(third, Page.SLOTS - 1)).isEqualTo(Page.NO_SLOT);
    }

    @Test
    void findsWhatIsThereAfterAnyRemovals() {
        page.clear(0);
        var random = new Random(1);
        var model = new HashMap<Integer, Integer>(); // entry to hash
        int next = 1;
        for (int step = 0; step < 20_000; step++) {
            if (model.size() < Page.FULL && random.nextInt(5) < 3) {
                int hash = random.nextInt(4) == 0 ? random.nextInt() | 0x3F0 : random.nextInt(); // some runs are long
                page.add(hash, next);
                model.put(next++, hash);
            } else if (!model.isEmpty()) {
                var entries = new ArrayList<>(model.keySet());
                int entry = entries.get(random.nextInt(entries.size()));
                page.remove(slotOf(model.remove(entry), entry));
            }
            assertThat(page.count()).isEqualTo(model.size());
            if (step % 500 == 0) {
                model.forEach((entry, hash) -> assertThat(slotOf(hash, entry)).isNotEqualTo(Page.NO_SLOT));
            }
        }
    }

    private int slotOf(int hash, int entry) {
        int slot = page.find(hash);
        while (slot != Page.NO_SLOT && Page.entry(page.get(slot)) != entry) {
            slot = page.findAfter(slot, hash);
        }
        return slot;
    }
}
