package miniredis.nio;

import miniredis.nio.store.Keyspace;

/**
 * The parts of the server that every connection needs. There is one of each, without a lock: all connections are served
 * by the one thread of the {@link EventLoop}, in turn.
 */
record ServerParts(
        Commands commands,
        Keyspace keyspace,
        Workspace workspace,
        PublishedMessages messages,
        TimeSlice timeSlice,
        Limits limits,
        ClientMemory clientMemory) {
    static ServerParts create(Keyspace keyspace, Limits limits, Log log) {
        return new ServerParts(
                new Commands(keyspace, limits, log),
                keyspace,
                Workspace.create(),
                new PublishedMessages(),
                new TimeSlice(),
                limits,
                new ClientMemory(limits.clientMemory(), log));
    }
}
