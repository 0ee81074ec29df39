package miniredis.blocking.limits;

import miniredis.blocking.Bytes;

/** How many bytes objects take on the heap, as far as that can be known. */
final class HeapSize {
    /** An entry of a map: its node and its place in the table. */
    static final int ENTRY = 48;

    /** A lifetime: its objects, and its places in the list and the map. Its key is a separate copy. */
    private static final int LIFETIME = 96;

    private static final int OBJECT = 16;
    private static final int ARRAY = 16;
    private static final long REGION =
            Math.max(1 << 20, Long.highestOneBit(Runtime.getRuntime().maxMemory() / 2048));

    private HeapSize() {}

    /**
     * The G1 collector puts an array of half a region or more into separate regions, and a region has at least 1 MiB.
     */
    static long of(Bytes bytes) {
        long array = (ARRAY + bytes.length() + 7L) / 8 * 8;
        return OBJECT + (array < REGION / 2 ? array : (array + REGION - 1) / REGION * REGION);
    }

    static long ofLifetime(Bytes key) {
        return LIFETIME + of(key);
    }
}
