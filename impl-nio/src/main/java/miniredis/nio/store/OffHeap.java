package miniredis.nio.store;

import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * Memory outside of the heap that can be freed immediately.
 *
 * <p>Java frees a direct buffer only when the collector finds it unreachable, and this server makes so little garbage
 * that the collector may not run for hours. How to free it immediately depends on the JDK: from 22 on with an
 * {@link Arena}, before that with {@link Cleaner}.
 */
final class OffHeap {
    private static final AtomicBoolean TRIMMING = new AtomicBoolean();

    private OffHeap() {}

    /** Memory, and how to free it. */
    interface Block {
        ByteBuffer buffer();

        /** Frees the memory. The buffer must not be used again. */
        void release();
    }

    /** @throws OutOfMemoryError when the process may not have more; the JVM may need half a second to find that out */
    static Block allocate(int size) {
        return Arena.isThere() ? Arena.allocate(size) : Cleaner.allocate(size);
    }

    /**
     * Asks the C library to give freed memory back to the system; by default it keeps it. That may take long, so a separate
     * thread does it, which touches none of our data. Where the JVM cannot ask (before 17.0.2, or not on Linux) nothing
     * happens, and the memory is only reused.
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
