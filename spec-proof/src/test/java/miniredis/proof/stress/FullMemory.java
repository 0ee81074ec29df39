package miniredis.proof.stress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** A client sets keys until there is no memory for more. Nothing that was acknowledged may be lost, and reading still works. */
record FullMemory(int valueLength, String... options) implements Attack {
    private static final String FULL = "-OOM command not allowed when used memory > 'maxmemory'.";
    private static final int MOST_KEYS = 8_000_000;
    private static final int TOGETHER_BYTES = 200_000;

    @Override
    public String name() {
        return "memory is filled with values of " + valueLength + " bytes";
    }

    @Override
    public void run(AttackedServer server) throws Exception {
        try (var peer = new Peer(server.port())) {
            int keys = fill(peer);
            System.out.printf("  %d keys, %d MB resident%n", keys, server.residentMemory() >> 20);
            assertThat(keys).isBetween(10, MOST_KEYS - 1);
            // the refused value was a part of what filled memory, so there may be room for a short one now
            assertThat(peer.ask("INCR", "a number")).isIn(FULL, "1");
            assertThat(peer.ask("PING")).isEqualTo("PONG");
            assertThat(peer.ask("TTL", "full:0")).isEqualTo("-1");
            forEach(
                    peer,
                    keys,
                    i -> Peer.request("GET", key(i)),
                    (i, reply) -> assertThat(reply).as("key %d of %d", i, keys).isEqualTo(value(i)));
            forEach(
                    peer,
                    keys,
                    i -> Peer.request("EXPIRE", key(i), "1"),
                    (i, reply) -> assertThat(reply)
                            .as("EXPIRE of key %d of %d", i, keys)
                            .isEqualTo("1"));
            writesAgain(peer);
        }
    }

    private int fill(Peer peer) throws IOException {
        int acknowledged = 0;
        int together = together();
        while (acknowledged < MOST_KEYS) {
            var requests = new ByteArrayOutputStream();
            for (int i = 0; i < together; i++) {
                requests.writeBytes(Peer.request("SET", key(acknowledged + i), value(acknowledged + i)));
            }
            peer.send(requests.toByteArray());
            int before = acknowledged;
            boolean full = false;
            for (int i = 0; i < together; i++) {
                var reply = peer.reply();
                assertThat(reply).isIn("OK", FULL);
                full |= reply.equals(FULL);
                acknowledged += full ? 0 : 1;
            }
            if (acknowledged < before + together) {
                return acknowledged;
            }
        }
        return acknowledged;
    }

    private void writesAgain(Peer peer) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        String reply;
        do {
            Thread.sleep(20);
            reply = peer.ask("SET", "again", "x");
        } while (!reply.equals("OK") && System.nanoTime() < end);
        assertThat(reply).as("SET after all keys have expired").isEqualTo("OK");
    }

    private interface Requests {
        byte[] number(int i);
    }

    private interface Replies {
        void check(int i, String reply);
    }

    private void forEach(Peer peer, int count, Requests requests, Replies replies) throws IOException {
        int together = together();
        for (int from = 0; from < count; from += together) {
            int to = Math.min(from + together, count);
            var bytes = new ByteArrayOutputStream();
            for (int i = from; i < to; i++) {
                bytes.writeBytes(requests.number(i));
            }
            peer.send(bytes.toByteArray());
            for (int i = from; i < to; i++) {
                replies.check(i, peer.reply());
            }
        }
    }

    private int together() {
        return Math.max(1, TOGETHER_BYTES / (valueLength + 50));
    }

    private static String key(int i) {
        return "full:" + i;
    }

    private String value(int i) {
        return (i + "=").repeat(valueLength / 2 + 1).substring(0, valueLength);
    }
}
