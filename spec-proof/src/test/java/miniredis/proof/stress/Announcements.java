package miniredis.proof.stress;

import java.nio.charset.StandardCharsets;

/** Clients announce requests of a hundred million arguments and send tiny ones: six bytes that cost ten times as much. */
record Announcements(int clients, int bytes) implements Attack {
    @Override
    public String name() {
        return clients + " clients announce 100,000,000 arguments each, and send " + bytes / 1_000_000 + " MB of them";
    }

    @Override
    public void run(AttackedServer server) throws Exception {
        var attackers = Attacker.connect(server.port(), clients);
        try {
            var request = "*100000000\r\n" + "$0\r\n\r\n".repeat(bytes / clients / 6);
            Attacker.sendAll(attackers, request.getBytes(StandardCharsets.ISO_8859_1), 20);
            server.awaitRest(10);
        } finally {
            Attacker.close(attackers);
        }
    }
}
