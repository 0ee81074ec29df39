package miniredis.nio.store;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * Gives a direct buffer's memory back at once.
 *
 * <p>Java frees it only when the collector finds the buffer unreachable, and this server makes so little garbage that
 * the collector may not run for hours. The one call that frees at once is {@code sun.misc.Unsafe.invokeCleaner}. It is
 * looked up by name, because javac warns about every direct mention. Where it is missing, and from Java 24 on, where it
 * prints a warning, the collector does the work.
 */
final class OffHeap {
    private static final int FIRST_TO_WARN = 24;
    private static final MethodHandle FREE = lookUp();
    private static final AtomicBoolean TRIMMING = new AtomicBoolean();

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

    /**
     * Asks the C library to hand freed memory on to the system, which it would rather keep. That may take long, so a
     * thread of its own does it; it touches none of our data. Where the JVM cannot ask (before 17.0.2, or not on Linux)
     * nothing happens, and the memory is merely reused.
     */
    static void trim() {
        if (TRIMMING.compareAndSet(false, true)) {
            var thread = new Thread(OffHeap::trimNow, "trim");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private static void trimNow() {
        try {
            var commands = new ObjectName("com.sun.management:type=DiagnosticCommand");
            ManagementFactory.getPlatformMBeanServer().invoke(commands, "systemTrimNativeHeap", null, null);
        } catch (JMException unknown) {
            // the memory stays with the process and is used again
        } finally {
            TRIMMING.set(false);
        }
    }

    private static MethodHandle lookUp() {
        if (Runtime.version().feature() >= FIRST_TO_WARN) {
            return null;
        }
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
