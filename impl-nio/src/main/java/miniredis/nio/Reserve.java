package miniredis.nio;

import org.jspecify.annotations.Nullable;

/** Memory kept for the moment when there is none: who has to clear up after an OutOfMemoryError lets go of it first. */
final class Reserve {
    private static final int SIZE = 4 * 1024 * 1024;

    private byte @Nullable [] memory = new byte[size()];

    /** Makes room. It takes no memory itself. */
    void release() {
        memory = null;
    }

    /** Has the room again, if it can be had; to be called when the trouble may be over. */
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
