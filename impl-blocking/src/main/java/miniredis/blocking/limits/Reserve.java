package miniredis.blocking.limits;

import miniredis.blocking.Log;
import org.jspecify.annotations.Nullable;

/** Memory in reserve for the moment when the rest has run out: enough to close a connection, and to log it. */
public final class Reserve {
    private static final int SIZE = (int) Math.min(4 << 20, Runtime.getRuntime().maxMemory() / 16);

    private static volatile byte @Nullable [] memory = new byte[SIZE];

    private Reserve() {}

    /** From now on the reserve is released when memory runs out. */
    public static void keep() {
        Log.tell(Reserve::makeRoomAfter);
    }

    /** This needs no memory itself. */
    private static void makeRoomAfter(Throwable failure) {
        if (failure instanceof OutOfMemoryError) {
            memory = null;
        }
    }

    /** Fills the reserve again, if memory is available; to be called now and then. */
    public static void restore() {
        if (memory == null) {
            memory = new byte[SIZE];
        }
    }
}
