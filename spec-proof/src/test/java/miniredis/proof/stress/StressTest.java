package miniredis.proof.stress;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.SoftAssertions;

/**
 * A server, an attack, and what has to be true during and after it: the server is alive, it has every key that was acknowledged
 * before, another client got its replies, memory is free again, the log has one line about it, and the server ends when told to.
 *
 * @param longestPing in milliseconds
 * @param memoryBack whether to wait until the process is small again; that may take a minute
 */
record StressTest(Setting setting, Attack attack, long longestPing, boolean memoryBack) {
    private static final int KEPT = 1000;
    private static final int WARM_UP = 20_000;
    private static final long MEGABYTE = 1 << 20;

    void run() throws Exception {
        long begin = System.nanoTime();
        try (var server = AttackedServer.start(setting, attack.options())) {
            keepKeys(server);
            long before = server.residentMemory();
            var bystander = new ProbeClient(server);
            attack.run(server);
            long after = server.residentMemory();
            bystander.leave();
            var soft = new SoftAssertions();
            soft.assertThat(server.isAlive()).as("alive").isTrue();
            soft.assertThat(bystander.trouble()).as("another client's trouble").isNull();
            soft.assertThat(bystander.longestMillis()).as("longest PING, ms").isLessThanOrEqualTo(longestPing);
            soft.assertThat(server.log()).as("log").hasSizeLessThanOrEqualTo(1);
            System.out.printf(
                    "%s: %s: longest PING %d ms (%d on the clock), %d MB before, %d MB after, log %s%n",
                    setting,
                    attack.name(),
                    bystander.longestMillis(),
                    bystander.longestMillisOnTheClock(),
                    before / MEGABYTE,
                    after / MEGABYTE,
                    server.log());
            soft.assertAll();
            checkKeys(server);
            long end = memoryBack ? waitForMemory(server, before, after) : server.residentMemory();
            System.out.printf("  %d MB at last, %.1f s%n", end / MEGABYTE, (System.nanoTime() - begin) / 1e9);
            assertThat(server.terminate()).as("ended by TERM").isTrue();
        }
    }

    /** The first keys, and enough requests for the JVM to have compiled what answers them. */
    private static void keepKeys(AttackedServer server) throws Exception {
        try (var peer = new Peer(server.port())) {
            for (int i = 0; i < KEPT; i++) {
                assertThat(peer.ask("SET", "kept:" + i, "value " + i)).isEqualTo("OK");
            }
            for (int i = 0; i < WARM_UP; i++) {
                assertThat(peer.ask("PING")).isEqualTo("PONG");
            }
        }
    }

    private static void checkKeys(AttackedServer server) throws Exception {
        try (var peer = new Peer(server.port())) {
            for (int i = 0; i < KEPT; i++) {
                assertThat(peer.ask("GET", "kept:" + i)).isEqualTo("value " + i);
            }
        }
    }

    /** A heap never becomes smaller than it was at the start. Without -Xmx that size is the same here as for the server. */
    private long initialHeap() {
        boolean small = !setting.heap().equals(Setting.DEFAULT_HEAP);
        return small
                ? 0
                : ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getInit();
    }

    /** At least half of what the attack took has to come back; what the JVM has compiled meanwhile takes some, too. */
    private long waitForMemory(AttackedServer server, long before, long after) throws Exception {
        long enough = Math.max(before + 96 * MEGABYTE + initialHeap(), (before + after) / 2);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (server.residentMemory() > enough && System.nanoTime() < end) {
            Thread.sleep(200);
        }
        assertThat(server.residentMemory())
                .as("resident memory after two minutes")
                .isLessThanOrEqualTo(enough);
        return server.residentMemory();
    }
}
