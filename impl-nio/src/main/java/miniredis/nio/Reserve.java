package miniredis.nio;

import org.jspecify.annotations.Nullable;

/** Memory in reserve for an OutOfMemoryError: the code that cleans up after one releases it first. */
final class Reserve {
    private static final int SIZE = 4 * 1024 * 1024;

    private byte @Nullable [] memory = new byte[size()];

    /** Makes room. This needs no memory itself. */
    void release() {
        memory = null;
    }

    /** Fills the reserve again, if memory is available; to be called when the shortage may be over. */
    void restore() {
        if (memory == null) {
            try {
                memory = new byte[size()];
            } catch (OutOfMemoryError notYet) {
                // the next call tries again
            }
        }
    }

    private static int size() {
        return (int) Math.min(SIZE, Runtime.getRuntime().maxMemory() / 16);
    }
}
