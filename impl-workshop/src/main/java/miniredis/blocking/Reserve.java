package miniredis.blocking;

import org.jspecify.annotations.Nullable;

/** Memory kept for the moment when there is none: to close what has to be closed, and to say so. */
final class Reserve {
    private static final int SIZE = (int) Math.min(4 << 20, Runtime.getRuntime().maxMemory() / 16);

    private static volatile byte @Nullable [] memory = new byte[SIZE];

    private Reserve() {}

    /** Makes room. It takes no memory itself. */
    static void release() {
        memory = null;
    }

    /** Has the room again, if it can be had; to be called now and then. */
    static void restore() {
        if (memory == null) {
            memory = new byte[SIZE];
        }
    }
}
