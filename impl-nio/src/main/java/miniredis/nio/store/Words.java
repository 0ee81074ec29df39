package miniredis.nio.store;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Byte arrays read and written eight bytes at a time. The first byte is the lowest of the word. */
public final class Words {
    public static final int SIZE = Long.BYTES;

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN)
            .withInvokeExactBehavior();

    private Words() {}

    public static long get(byte[] bytes, int at) {
        return (long) WORD.get(bytes, at);
    }

    public static void put(byte[] bytes, int at, long word) {
        WORD.set(bytes, at, word);
    }

    /** A word whose lowest {@code count} bytes, 0 to 7, are kept by {@code &}. */
    public static long mask(int count) {
        return (1L << (count * Byte.SIZE)) - 1;
    }
}
