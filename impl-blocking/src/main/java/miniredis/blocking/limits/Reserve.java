package miniredis.blocking.limits;

import miniredis.blocking.Log;
import org.jspecify.annotations.Nullable;

/** Memory kept for the moment when there is none: to close what has to be closed, and to say so. */
public final class Reserve {
    private static final int SIZE = (int) Math.min(4 << 20, Runtime.getRuntime().maxMemory() / 16);

    private static volatile byte @Nullable [] memory = new byte[SIZE];

    private Reserve() {}

    /** From now on it is let go of when memory is gone. */
    public static void keep() {
        Log.tell(Reserve::makeRoomAfter);
    }

    /** It takes no memory itself. */
    private static void makeRoomAfter(Throwable failure) {
        if (failure instanceof OutOfMemoryError) {
            memory = null;
        }
    }

    /** Has the room again, if it can be had; to be called now and then. */
    public static void restore() {
        if (memory == null) {
            memory = new byte[SIZE];
        }
    }
}
