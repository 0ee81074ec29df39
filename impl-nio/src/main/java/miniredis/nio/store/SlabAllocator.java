package miniredis.nio.store;

import java.util.ArrayList;
import java.util.Arrays;

/**
 * Memory in blocks of one fixed size, cut out of segments. A segment whose blocks are all free goes back to the pool.
 */
final class SlabAllocator {
    private final Segments segments;
    private final int units; // of one block
    private final int perSegment;
    private final ArrayList<Slab> withRoom = new ArrayList<>();
    private Slab[] slabs = new Slab[16]; // by segment

    /** @param size of a block in bytes, a multiple of 8 */
    SlabAllocator(Segments segments, int size) {
        this.segments = segments;
        this.units = size / Segments.UNIT;
        this.perSegment = (Segments.UNITS - 1) / units; // the first unit stays unused: 0 is not a reference
    }

    /** A block with unknown content; @throws StoreFull when memory is full. */
    int take() {
        if (withRoom.isEmpty()) {
            open(segments.take());
        }
        var slab = withRoom.get(withRoom.size() - 1);
        int block = slab.free;
        if (block == Segments.NOWHERE) {
            block = Segments.reference(slab.segment, 1 + slab.cut++ * units);
        } else {
            slab.free = segments.buffer(block).getInt(Segments.offset(block)); // a free block names the next one
        }
        slab.used++;
        if (slab.used == perSegment) {
            withRoom.remove(withRoom.size() - 1);
        }
        return block;
    }

    void give(int block) {
        var slab = slabs[Segments.segment(block)];
        if (slab.used == perSegment) {
            withRoom.add(slab);
        }
        segments.buffer(block).putInt(Segments.offset(block), slab.free);
        slab.free = block;
        slab.used--;
        if (slab.used == 0) {
            withRoom.remove(slab);
            slabs[slab.segment] = null;
            segments.give(slab.segment);
        }
    }

    private void open(int segment) {
        if (segment >= slabs.length) {
            slabs = Arrays.copyOf(slabs, Math.max(segment + 1, slabs.length * 2));
        }
        slabs[segment] = new Slab(segment);
        withRoom.add(slabs[segment]);
    }

    private static final class Slab {
        final int segment;
        int used;
        int cut; // blocks handed out at least once
        int free; // the first block that was given back

        Slab(int segment) {
            this.segment = segment;
        }
    }
}
