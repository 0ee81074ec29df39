package miniredis.blocking.extensions;

import java.io.IOException;
import java.util.OptionalInt;
import miniredis.blocking.Core;
import miniredis.blocking.Extensions;
import miniredis.blocking.Peer;

/** The extensions of this server, found as a service. */
public final class AllExtensions implements Extensions {
    private Table table;
    private Sessions sessions;
    private Core core;

    @Override
    public void begin(Core core, OptionalInt metricsPort) throws IOException {
        this.core = core;
        sessions = new Sessions(new Backlog(core.clientMemory()));
        var metrics = new Metrics(core, sessions);
        var pubSub = new PubSub();
        var transactions = new Transactions(core);
        sessions.shares(metrics, pubSub, transactions);
        table = new Table();
        new ClientCommands(sessions, table, new Settings(core)).addTo(table);
        new KeyCommands(core, transactions).addTo(table);
        new StringCommands(core, metrics).addTo(table);
        metrics.addTo(table);
        pubSub.addTo(table);
        transactions.addTo(table);
        if (metricsPort.isPresent()) {
            new MetricsPage(metrics).serve(metricsPort.getAsInt());
        }
    }

    @Override
    public Dialogue welcome(Peer peer) {
        return sessions.open(peer, core, table);
    }
}
