package miniredis.nio.store;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CompactingAllocatorTest {
    private static final int MARK = 8; // behind the header

    private final Segments segments = new Segments(Long.MAX_VALUE);
    private final HashMap<Integer, Integer> numbers = new HashMap<>(); // of live blocks, by place
    private final ArrayList<Integer> places = new ArrayList<>(); // by number
    private final CompactingAllocator log = new CompactingAllocator(segments, this::moved);

    @Test
    void blocksKeepTheirContentWhileOthersComeAndGo() {
        var random = new Random(1);
        long live = 0;
        for (int i = 0; i < 300_000; i++) {
            log.payDebt();
            int units = 2 + random.nextInt(i % 50_000 < 25_000 ? 20 : 400); // the sizes change, and change back
            int number = random.nextInt(2000);
            if (number < places.size()) {
                live -= CompactingAllocator.units(header(places.get(number)));
                numbers.remove(places.get(number));
                log.free(places.get(number));
            } else {
                number = places.size();
                places.add(0);
            }
            place(number, log.take(units));
            live += units;
            assertThat(segments.inUse() - 4L).isLessThanOrEqualTo(3 + live * 4 / 3 / Segments.UNITS);
        }
        for (int i = 0; i < places.size(); i++) {
            assertThat(mark(places.get(i))).isEqualTo(i);
        }
    }

    @Test
    void everythingFreedIsGivenBack() {
        for (int i = 0; i < 100_000; i++) {
            places.add(0);
            place(i, log.take(10));
        }
        assertThat(segments.inUse()).isGreaterThan(6);
        places.forEach(log::free);
        assertThat(segments.inUse()).isEqualTo(2); // the head and the spare
        assertThat(log.isTidy()).isTrue();
    }

    private void place(int number, int block) {
        places.set(number, block);
        numbers.put(block, number);
        segments.buffer(block).putInt(Segments.offset(block) + MARK, number);
    }

    private void moved(int from, int to) {
        int number = requireNonNull(numbers.remove(from));
        assertThat(mark(to)).isEqualTo(number);
        numbers.put(to, number);
        places.set(number, to);
    }

    private int mark(int block) {
        return segments.buffer(block).getInt(Segments.offset(block) + MARK);
    }

    private long header(int block) {
        return segments.buffer(block).getLong(Segments.offset(block));
    }
}
