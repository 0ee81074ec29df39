package miniredis.nio;

/** Where large values come from. */
final class LargeMemory {
    private final Segments segments;
    private final Blocks blocks;

    LargeMemory(Segments segments) {
        this.segments = segments;
        this.blocks = new Blocks(segments, Large.BLOCK);
    }

    /** A large value, empty yet. */
    Large large() {
        return new Large(segments, blocks);
    }
}
