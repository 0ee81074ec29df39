package miniredis.nio;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.ByteBuffer;

/**
 * Gives a direct buffer's memory back at once.
 *
 * <p>Java frees it only when the collector finds the buffer unreachable, and this server makes so little garbage that
 * the collector may not run for hours. The one call that frees at once is {@code sun.misc.Unsafe.invokeCleaner}. It is
 * looked up by name, because javac warns about every direct mention; where it is missing, the collector does the work.
 */
final class OffHeap {
    private static final MethodHandle FREE = lookUp();

    private OffHeap() {}

    /** Frees the buffer's memory. The buffer must not be touched again, by anyone. */
    static void release(ByteBuffer buffer) {
        if (FREE == null) {
            return;
        }
        try {
            FREE.invoke(buffer);
        } catch (Throwable refused) {
            throw new IllegalStateException(refused);
        }
    }

    private static MethodHandle lookUp() {
        try {
            var type = Class.forName("sun.misc.Unsafe");
            var field = type.getDeclaredField("theUnsafe");
            field.setAccessible(true);
            return MethodHandles.lookup()
                    .findVirtual(type, "invokeCleaner", MethodType.methodType(void.class, ByteBuffer.class))
                    .bindTo(field.get(null));
        } catch (ReflectiveOperationException | RuntimeException missing) {
            return null;
        }
    }
}
