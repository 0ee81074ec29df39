package miniredis.blocking.extensions;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.OptionalInt;
import java.util.function.Function;
import miniredis.blocking.Core;
import miniredis.blocking.Extensions;
import miniredis.blocking.Peer;
import org.jspecify.annotations.Nullable;

/** The extensions of this server, found as a service. */
public final class AllExtensions implements Extensions {
    private @Nullable Function<Peer, Dialogue> reception;

    @Override
    public void begin(Core core, OptionalInt metricsPort) throws IOException {
        var pubSub = new PubSub();
        var transactions = new Transactions(core);
        var sessions = new Sessions(core, pubSub, transactions);
        var metrics = sessions.metrics();
        var table = new Table();
        new ClientCommands(sessions, table, new Settings(core)).addTo(table);
        new KeyCommands(core).addTo(table);
        new StringCommands(core, metrics).addTo(table);
        metrics.addTo(table);
        pubSub.addTo(table);
        transactions.addTo(table);
        if (metricsPort.isPresent()) {
            new MetricsPage(metrics).serve(metricsPort.getAsInt());
        }
        reception = peer -> sessions.open(peer, core, table);
    }

    @Override
    public Dialogue welcome(Peer peer) {
        return requireNonNull(reception, "clients come after begin").apply(peer);
    }
}
