package miniredis.bench;

import java.io.IOException;
import java.util.concurrent.locks.LockSupport;

/** Time that passes between two measurements. */
public final class Idle {
    private Idle() {}

    public static void seconds(double seconds) {
        LockSupport.parkNanos((long) (seconds * 1e9));
    }

    /** Neither a server's first replies nor what it loads for them is measured. */
    public static void withPings(MeasuredServer subject, double seconds) throws IOException {
        try (var watch = PingWatch.on(subject.address())) {
            seconds(seconds);
            watch.longestWait();
        }
    }
}
