package miniredis.nio.store;

/** Makes blobs. */
public final class BlobAllocator {
    private final Segments segments;
    private final SlabAllocator blocks;

    BlobAllocator(Segments segments) {
        this.segments = segments;
        this.blocks = new SlabAllocator(segments, Blob.BLOCK);
    }

    /** A new, empty blob with one holder. */
    public Blob take() {
        return new Blob(segments, blocks);
    }
}
