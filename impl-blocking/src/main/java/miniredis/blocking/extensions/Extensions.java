package miniredis.blocking.extensions;

import java.io.IOException;
import java.time.InstantSource;
import miniredis.blocking.Commands;
import miniredis.blocking.Keyspace;
import miniredis.blocking.limits.DataMemory;
import miniredis.blocking.limits.Limits;

/** Everything beyond the six commands: more rows in the command table, and the state that all {@link Session}s share. */
public final class Extensions {
    private final Commands commands;
    private final Keyspace keyspace;
    private final DataMemory memory;
    private final Limits limits;
    private final InstantSource clock;
    private final Statistics statistics = new Statistics();
    private final Sessions sessions = new Sessions();
    private final PubSub pubSub = new PubSub();
    private final Transactions transactions;
    private final Backlog backlog;
    private final Metrics metrics;

    /** @param commands gets more rows; some of them replace rows that it has */
    public Extensions(Commands commands, Keyspace keyspace, DataMemory memory, Limits limits, InstantSource clock) {
        this.commands = commands;
        this.keyspace = keyspace;
        this.memory = memory;
        this.limits = limits;
        this.clock = clock;
        this.transactions = new Transactions(keyspace);
        this.backlog = new Backlog(limits.clientMemory());
        this.metrics = new Metrics(this);
        new ClientCommands(sessions, new Settings(limits)).addTo(commands);
        new CommandCommands(commands).addTo(commands);
        new KeyCommands(keyspace, clock, statistics).addTo(commands);
        new StringCommands(keyspace, clock, statistics, transactions).addTo(commands);
        metrics.addTo(commands);
        pubSub.addTo(commands);
        transactions.addTo(commands);
    }

    /** A client has connected. */
    public Session welcome(Peer peer) {
        return sessions.open(peer, this);
    }

    /** Also serves the metrics, over HTTP. @throws IOException if the port is taken */
    public void serveMetrics(int port) throws IOException {
        new MetricsPage(metrics).serve(port);
    }

    Commands commands() {
        return commands;
    }

    Keyspace keyspace() {
        return keyspace;
    }

    DataMemory memory() {
        return memory;
    }

    Limits limits() {
        return limits;
    }

    InstantSource clock() {
        return clock;
    }

    Statistics statistics() {
        return statistics;
    }

    Sessions sessions() {
        return sessions;
    }

    PubSub pubSub() {
        return pubSub;
    }

    Transactions transactions() {
        return transactions;
    }

    /** What waits in all mailboxes. */
    Backlog backlog() {
        return backlog;
    }
}
