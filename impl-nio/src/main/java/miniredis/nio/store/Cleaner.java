package miniredis.nio.store;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Direct buffers, freed by {@code sun.misc.Unsafe.invokeCleaner}. It is looked up by name, because javac warns about
 * every direct mention. Where it is missing, the collector frees the buffers.
 */
final class Cleaner {
    private static final @Nullable MethodHandle FREE = lookUp();

    private Cleaner() {}

    private record Direct(ByteBuffer buffer) implements OffHeap.Block {
        @Override
        public void release() {
            if (FREE == null) {
                return;
            }
            try {
                FREE.invoke(buffer);
            } catch (Throwable refused) {
                throw new IllegalStateException(refused);
            }
        }
    }

    static OffHeap.Block allocate(int size) {
        return new Direct(ByteBuffer.allocateDirect(size));
    }

    private static @Nullable MethodHandle lookUp() {
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
