package miniredis.spec.execution;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import miniredis.spec.server.ServerUnavailable;
import miniredis.spec.steps.ScenarioContext;
import miniredis.spec.wire.Client;

/**
 * Whether the server keeps a core busy even when idle. For such a server, CPU activity does not mean that a reply is on its way.
 * Found out once in a run, and only when a client waits in vain for a server that works.
 */
final class SpinDetector {
    /** On a machine where many want a core, the wait for one is known only when it is over. */
    static final Duration WINDOW = Duration.ofMillis(500);

    /** A server that was started or got a request a moment ago may still work for so many windows. */
    private static final int WINDOWS = 6;

    private final ServerPool pool;
    private final Duration window;
    private boolean known;
    private volatile boolean spins;

    SpinDetector(ServerPool pool, Duration window) {
        this.pool = pool;
        this.window = window;
    }

    /**
     * Watches an instance that serves no other client. Where there can be only one, it is busy with the client that waits now;
     * then only what was seen before counts, {@linkplain #lookBefore at the start} or {@linkplain #look later}.
     */
    synchronized boolean spins() {
        if (!known && pool.startsAfresh() && pool.size() > 1) {
            // The clients here must not ask this again.
            known = true;
            try {
                leaveAndLook(pool.takeFresh());
            } catch (ServerUnavailable gone) {
                spins = false;
            }
        }
        return spins;
    }

    /** Finds it out where there can be only one instance, while no scenario is run on it; takes half a second. */
    synchronized void lookBefore() throws ServerUnavailable {
        if (!known && pool.startsAfresh() && pool.size() == 1) {
            known = true;
            leaveAndLook(pool.take());
        }
    }

    private void leaveAndLook(Instance instance) {
        leaveInTheMiddle(instance.context(false));
        spins = isNeverIdle(instance);
        instance.isHealthy();
        pool.giveBack(instance);
    }

    /** Whether that is known by now; does not find it out. */
    boolean isKnownToSpin() {
        return spins;
    }

    /** Watches an instance that was called slow and is idle now; returns whether the server is known to spin. */
    synchronized boolean look(Instance instance) {
        known = true;
        spins = spins || isNeverIdle(instance);
        return spins;
    }

    /** Many servers spin only after a client has disconnected, especially after half a request. */
    private static void leaveInTheMiddle(ScenarioContext context) {
        try (var client = new Client("a client that leaves", context.address(), context.timeouts())) {
            client.command("PING");
        }
        try (var client = new Client("a client that breaks off", context.address(), context.timeouts())) {
            client.sendPieces(List.of("*1\r\n$4\r\nPI".getBytes(StandardCharsets.US_ASCII)), Duration.ofMillis(10));
        }
    }

    private boolean isNeverIdle(Instance instance) {
        for (int i = 0; i < WINDOWS; i++) {
            long began = System.nanoTime();
            long before = instance.workedNanos();
            LockSupport.parkNanos(window.toNanos());
            if (instance.workedNanos() - before < (System.nanoTime() - began) / 4) {
                return false;
            }
        }
        return true;
    }
}
