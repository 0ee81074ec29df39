package miniredis.nio.store;

import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * Memory outside of the heap that can be given back at once.
 *
 * <p>Java frees a direct buffer only when the collector finds it unreachable, and this server makes so little garbage
 * that the collector may not run for hours. What frees at once depends on the JDK: from 22 on an {@link Arena}, before
 * that {@link Cleaner}.
 */
final class OffHeap {
    private static final AtomicBoolean TRIMMING = new AtomicBoolean();

    private OffHeap() {}

    /** Memory, and how to be rid of it. */
    interface Block {
        ByteBuffer buffer();

        /** Frees the memory. The buffer must not be touched again, by anyone. */
        void release();
    }

    /** @throws OutOfMemoryError when the process may not have more, which the JVM takes up to half a second to say */
    static Block allocate(int size) {
        return Arena.isThere() ? Arena.allocate(size) : Cleaner.allocate(size);
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
}
