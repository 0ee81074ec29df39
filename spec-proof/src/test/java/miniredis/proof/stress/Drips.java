package miniredis.proof.stress;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Clients announce values of 512 MB, and send them a piece each in turn. */
record Drips(int clients, int bytes) implements Attack {
    private static final int PIECE = 64 * 1024;

    @Override
    public String name() {
        return clients + " clients drip towards 512 MB each, " + bytes / 1_000_000 + " MB in all";
    }

    @Override
    public void run(AttackedServer server) throws Exception {
        var attackers = Attacker.connect(server.port(), clients);
        try {
            var announcement = "*3\r\n$3\r\nSET\r\n$1\r\nd\r\n$536870912\r\n".getBytes(StandardCharsets.ISO_8859_1);
            attackers.forEach(each -> each.send(ByteBuffer.wrap(announcement)));
            for (int done = 0; done < bytes; done += PIECE * clients) {
                Attacker.sendAll(attackers, new byte[PIECE], 5);
            }
            server.awaitRest(10);
        } finally {
            Attacker.close(attackers);
        }
    }
}
