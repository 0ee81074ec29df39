package miniredis.proof.stress;

import static org.assertj.core.api.Assertions.assertThat;

/** Clients that connect and send nothing; those above the limit get an error. */
record IdleClients(int clients) implements Attack {
    @Override
    public String name() {
        return clients + " clients connect and say nothing";
    }

    @Override
    public void run(AttackedServer server) throws Exception {
        long before = server.residentMemory();
        var attackers = Attacker.connect(server.port(), clients);
        try (var late = new Peer(server.port())) {
            late.send(Peer.request("PING"));
            assertThat(late.reply()).isIn("PONG", "-ERR max number of clients reached");
            System.out.printf("  %d bytes of resident memory a client%n", (server.residentMemory() - before) / clients);
        } finally {
            Attacker.close(attackers);
        }
    }
}
