package miniredis.proof.stress;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/**
 * Another client, which sends a PING every few milliseconds and records its longest wait. The time in which the machine, not the
 * server, made it wait does not count.
 */
final class ProbeClient {
    private static final long PAUSE_MILLIS = 2;

    private final Peer peer;
    private final MachineStalls stalls;
    private final Thread pinging = new Thread(this::ping, "bystander");
    private volatile boolean over;
    private volatile long longestNanos;
    private volatile long longestOnTheClock;
    private volatile Throwable trouble;

    ProbeClient(AttackedServer server) throws IOException {
        peer = new Peer(server.port());
        stalls = new MachineStalls(server.pid());
        pinging.setDaemon(true);
        pinging.start();
    }

    /** The longest wait so far, without the time that is due to the machine. */
    long longestMillis() {
        return TimeUnit.NANOSECONDS.toMillis(longestNanos);
    }

    /** The longest wait so far, whatever the reason. */
    long longestMillisOnTheClock() {
        return TimeUnit.NANOSECONDS.toMillis(longestOnTheClock);
    }

    /** Why it had to stop, or null. */
    Throwable trouble() {
        return trouble;
    }

    /** Stops sending. */
    void leave() throws IOException, InterruptedException {
        over = true;
        pinging.join(TimeUnit.SECONDS.toMillis(35));
        stalls.stop();
        peer.close();
    }

    private void ping() {
        try {
            while (!over) {
                long begin = System.nanoTime();
                var reply = peer.ask("PING");
                long end = System.nanoTime();
                if (!reply.equals("PONG")) {
                    throw new IOException("PING was answered with " + reply);
                }
                longestOnTheClock = Math.max(longestOnTheClock, end - begin);
                if (end - begin > longestNanos) {
                    longestNanos = Math.max(longestNanos, end - begin - stalls.between(begin, end));
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (IOException | InterruptedException failed) {
            trouble = failed;
        }
    }
}
