package miniredis.proof.stress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.concurrent.TimeUnit;

/** Many keys that all expire at the same moment. */
record ExpireTogether(int keys, int seconds, String... options) implements Attack {
    private static final int TOGETHER = 1000;

    @Override
    public String name() {
        return keys + " keys expire together";
    }

    @Override
    public void run(AttackedServer server) throws Exception {
        try (var peer = new Peer(server.port())) {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
            for (int from = 0; from < keys; from += TOGETHER) {
                long left = Math.max(1, TimeUnit.NANOSECONDS.toSeconds(end - System.nanoTime()));
                var requests = new ByteArrayOutputStream();
                for (int i = from; i < from + TOGETHER; i++) {
                    requests.writeBytes(Peer.request("SET", "gone:" + i, "x"));
                    requests.writeBytes(Peer.request("EXPIRE", "gone:" + i, String.valueOf(left)));
                }
                peer.send(requests.toByteArray());
                for (int i = 0; i < TOGETHER; i++) {
                    assertThat(peer.reply()).isEqualTo("OK");
                    assertThat(peer.reply()).isEqualTo("1");
                }
            }
            Thread.sleep(Math.max(0, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())) + 2000);
            assertThat(peer.ask("GET", "gone:0")).isNull();
        }
    }
}
