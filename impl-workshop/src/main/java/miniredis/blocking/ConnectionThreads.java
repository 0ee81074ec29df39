package miniredis.blocking;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A thread for every connection. On JDK 21 and later these are virtual threads, which take a few kilobytes each while they
 * wait. On older JDKs they are threads of the operating system.
 */
final class ConnectionThreads {
    private ConnectionThreads() {}

    static ExecutorService create() {
        try {
            // By name, because this is compiled for JDK 17, which doesn't have it.
            return (ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        } catch (ReflectiveOperationException olderJdk) {
            return Executors.newCachedThreadPool(ConnectionThreads::daemon);
        }
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "connection");
        thread.setDaemon(true);
        return thread;
    }
}
