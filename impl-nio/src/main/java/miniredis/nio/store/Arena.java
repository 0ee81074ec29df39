package miniredis.nio.store;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.ByteBuffer;

/**
 * Uses {@code java.lang.foreign.Arena} by name: this is compiled for JDK 17, which doesn't have it. Each block is a
 * separate arena, which any thread may use.
 */
@SuppressWarnings("NullAway.Init") // the handles are used only if all of them were found
final class Arena {
    private static final int SINCE = 22;

    private static MethodHandle create; // () -> Object, the arena
    private static MethodHandle take; // (Object, long, long) -> Object, its memory
    private static MethodHandle view; // (Object) -> ByteBuffer
    private static MethodHandle close; // (Object) -> void
    private static final boolean THERE = lookUp();

    private Arena() {}

    private record InArena(ByteBuffer buffer, Object arena) implements OffHeap.Block {
        @Override
        public void release() {
            call(() -> {
                close.invokeExact(arena);
                return true;
            });
        }
    }

    static boolean isThere() {
        return THERE;
    }

    static OffHeap.Block allocate(int size) {
        return call(() -> {
            Object arena = (Object) create.invokeExact();
            Object memory = (Object) take.invokeExact(arena, (long) size, (long) Long.BYTES);
            return new InArena((ByteBuffer) view.invokeExact(memory), arena);
        });
    }

    private interface Call<T> {
        T make() throws Throwable;
    }

    private static <T> T call(Call<T> call) {
        try {
            return call.make();
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean lookUp() {
        if (Runtime.version().feature() < SINCE) {
            return false;
        }
        try {
            var lookup = MethodHandles.publicLookup();
            var arena = Class.forName("java.lang.foreign.Arena");
            var segment = Class.forName("java.lang.foreign.MemorySegment");
            create = lookup.findStatic(arena, "ofShared", MethodType.methodType(arena))
                    .asType(MethodType.methodType(Object.class));
            take = lookup.findVirtual(arena, "allocate", MethodType.methodType(segment, long.class, long.class))
                    .asType(MethodType.methodType(Object.class, Object.class, long.class, long.class));
            view = lookup.findVirtual(segment, "asByteBuffer", MethodType.methodType(ByteBuffer.class))
                    .asType(MethodType.methodType(ByteBuffer.class, Object.class));
            close = lookup.findVirtual(arena, "close", MethodType.methodType(void.class))
                    .asType(MethodType.methodType(void.class, Object.class));
            return true;
        } catch (ReflectiveOperationException missing) {
            return false;
        }
    }
}
