package miniredis.nio;

import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * Makes an idle server give memory of the heap back to the system. The G1 collector does so after each of its cycles, but
 * while nothing happens there are no cycles, unless it is told to begin one now and then. A separate thread tells it, some
 * time after the start: the server should listen first, and this takes longer.
 */
final class HeapTrim {
    private static final long DELAY_MILLIS = TimeUnit.SECONDS.toMillis(5);
    private static final long INTERVAL_MILLIS = TimeUnit.SECONDS.toMillis(10);

    private HeapTrim() {}

    static void start() {
        var thread = new Thread(HeapTrim::run, "heap trim");
        thread.setDaemon(true);
        thread.start();
    }

    private static void run() {
        try {
            Thread.sleep(DELAY_MILLIS);
            var options = new ObjectName("com.sun.management:type=HotSpotDiagnostic");
            var arguments = new Object[] {"G1PeriodicGCInterval", Long.toString(INTERVAL_MILLIS)};
            var types = new String[] {String.class.getName(), String.class.getName()};
            ManagementFactory.getPlatformMBeanServer().invoke(options, "setVMOption", arguments, types);
        } catch (JMException | RuntimeException notThere) {
            // another virtual machine, or another collector: the heap keeps its size
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }
}
