package miniredis.blocking.limits;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * Makes an idle server give memory back to the system. The G1 collector does so after each of its cycles, but while nothing
 * happens there are no cycles. Unless the collector is told to begin one now and then, the heap stays as large as it once was.
 */
public final class HeapTrim {
    private static final Duration INTERVAL = Duration.ofSeconds(10);
    /** Not immediately: the server should listen first, and this takes longer. */
    private static final Duration DELAY = Duration.ofSeconds(5);

    private HeapTrim() {}

    public static void start() {
        var thread = new Thread(HeapTrim::run, "heap trim");
        thread.setDaemon(true);
        thread.start();
    }

    private static void run() {
        try {
            Thread.sleep(DELAY.toMillis());
            var options = new ObjectName("com.sun.management:type=HotSpotDiagnostic");
            ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            options,
                            "setVMOption",
                            new Object[] {"G1PeriodicGCInterval", String.valueOf(INTERVAL.toMillis())},
                            new String[] {String.class.getName(), String.class.getName()});
        } catch (JMException | RuntimeException notThere) {
            // another virtual machine, or another collector: the heap keeps its size
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }
}
