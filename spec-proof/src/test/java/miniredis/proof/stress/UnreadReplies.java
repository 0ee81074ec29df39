package miniredis.proof.stress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;

/** Clients request megabytes of replies and read none of them: short values, and values that are stored in another way. */
record UnreadReplies(int clients, int bytesEach) implements Attack {
    private static final int SHORT = 14_000;
    private static final int LONG = 140_000;

    @Override
    public String name() {
        return clients + " clients ask for " + bytesEach / 1_000_000 + " MB each, and read nothing";
    }

    @Override
    public void run(AttackedServer server) throws Exception {
        try (var peer = new Peer(server.port())) {
            assertThat(peer.ask("SET", "short", "s".repeat(SHORT))).isEqualTo("OK");
            assertThat(peer.ask("SET", "long", "l".repeat(LONG))).isEqualTo("OK");
        }
        var attackers = Attacker.connect(server.port(), clients);
        try {
            Attacker.sendAll(attackers.subList(0, clients / 2), gets("short", bytesEach / SHORT), 20);
            Attacker.sendAll(attackers.subList(clients / 2, clients), gets("long", bytesEach / LONG), 20);
            server.awaitRest(10);
        } finally {
            Attacker.close(attackers);
        }
    }

    private static byte[] gets(String key, int count) {
        var bytes = new ByteArrayOutputStream();
        for (int i = 0; i < count; i++) {
            bytes.writeBytes(Peer.request("GET", key));
        }
        return bytes.toByteArray();
    }
}
