package miniredis.nio.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SegmentsTest {
    private final Segments segments = new Segments(Long.MAX_VALUE);

    @Test
    void aReferenceNamesSegmentAndPlace() {
        int reference = Segments.reference(32767, Segments.UNITS - 1); // the very last one
        assertThat(Segments.segment(reference)).isEqualTo(32767);
        assertThat(Segments.offset(reference)).isEqualTo(Segments.SIZE - Segments.UNIT);
    }

    @Test
    void noSegmentHasTwoOwners() {
        var random = new Random(1);
        var owned = new ArrayDeque<Integer>();
        for (int i = 0; i < 2000; i++) {
            if (owned.size() < 60 && random.nextInt(10) < (i / 200 % 2 == 0 ? 7 : 3)) {
                int segment = segments.take();
                int place = Segments.reference(segment, 0);
                assertThat(segments.buffer(place).capacity()).isGreaterThan(Segments.SIZE);
                segments.buffer(place).putInt(Segments.offset(place), segment);
                owned.add(segment);
            } else if (!owned.isEmpty()) {
                int segment = owned.remove();
                int place = Segments.reference(segment, 0);
                assertThat(segments.buffer(place).getInt(Segments.offset(place)))
                        .isEqualTo(segment);
                segments.give(segment);
            }
            assertThat(new HashSet<>(owned)).hasSameSizeAs(owned);
            assertThat(segments.inUse()).isEqualTo(owned.size());
        }
    }

    @Test
    void blocksDoNotOverlapAndTheirSegmentsComeBack() {
        var blocks = new SlabAllocator(segments, 5000);
        var taken = new ArrayDeque<Integer>();
        var random = new Random(2);
        for (int i = 0; i < 20_000; i++) {
            if (random.nextInt(10) < (i / 3000 % 2 == 0 ? 7 : 3)) {
                int block = blocks.take();
                fill(block, block);
                taken.add(block);
            } else if (!taken.isEmpty()) {
                int block = taken.remove();
                assertThat(segments.buffer(block).getInt(Segments.offset(block)))
                        .isEqualTo(block);
                assertThat(segments.buffer(block).getInt(Segments.offset(block) + 4996))
                        .isEqualTo(block);
                blocks.give(block);
            }
        }
        taken.forEach(blocks::give);
        assertThat(segments.inUse()).isZero();
    }

    private void fill(int block, int mark) {
        for (int i = 0; i < 5000; i += 4) {
            segments.buffer(block).putInt(Segments.offset(block) + i, mark);
        }
    }
}
