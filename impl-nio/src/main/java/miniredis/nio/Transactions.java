package miniredis.nio;

import static miniredis.nio.Command.NOT_QUEUED;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import miniredis.nio.Command.Keys;
import miniredis.nio.store.Keyspace;
import miniredis.nio.store.Slice;

/** MULTI, EXEC, DISCARD, WATCH and UNWATCH. EXEC needs no lock, because one thread serves all clients. */
final class Transactions {
    private final Keyspace keyspace;
    private final Command.Action run;
    /** The clients that watch each key. While it is empty the keyspace does not report changes. */
    private final Map<String, Set<Client>> watchers = new HashMap<>();

    /** @param run carries out a queued request, and replies with an error if that fails */
    Transactions(Keyspace keyspace, Command.Action run) {
        this.keyspace = keyspace;
        this.run = run;
    }

    List<Command> all() {
        return List.of(
                new Command("multi", 1, NOT_QUEUED, Keys.NONE, Transactions::multi),
                new Command("exec", 1, NOT_QUEUED, Keys.NONE, this::exec),
                new Command("discard", 1, NOT_QUEUED, Keys.NONE, this::discard),
                new Command("watch", -2, NOT_QUEUED, Keys.ALL, this::watch),
                new Command("unwatch", 1, 0, Keys.NONE, this::unwatch));
    }

    private static void multi(Client client, Request request, Reply reply) {
        if (client.isInTransaction()) {
            throw new CommandError("ERR MULTI calls can not be nested");
        }
        client.transaction().open();
        reply.ok();
    }

    private void exec(Client client, Request request, Reply reply) {
        if (!client.isInTransaction()) {
            throw new CommandError("ERR EXEC without MULTI");
        }
        boolean spoiled = client.transaction().isSpoiled();
        boolean changed = client.transaction().hasChanged() || hasEnded(client.transaction());
        var queued = close(client);
        try {
            if (spoiled) {
                throw new CommandError("EXECABORT Transaction discarded because of previous errors.");
            }
            if (changed) {
                reply.nullArray();
                return;
            }
            reply.array(queued.size());
            client.transaction().carriesOut(queued.size());
            queued.forEach(each -> run.run(client, each, reply));
        } finally {
            client.transaction().carriesOut(-1);
            queued.forEach(Request::clear);
        }
    }

    /** The keyspace does not report keys that expired or that FLUSHALL deleted, so EXEC looks for them. */
    private boolean hasEnded(Transaction transaction) {
        return transaction.watched().values().stream()
                .anyMatch(key -> key.existed() && !keyspace.exists(key.request().argument(key.argument())));
    }

    private void discard(Client client, Request request, Reply reply) {
        if (!client.isInTransaction()) {
            throw new CommandError("ERR DISCARD without MULTI");
        }
        forget(client);
        reply.ok();
    }

    /** Ends the client's transaction and its watching. */
    void forget(Client client) {
        if (client.hasTransaction()) {
            close(client).forEach(Request::clear);
        }
    }

    private List<Request> close(Client client) {
        forgetWatches(client);
        return client.transaction().close();
    }

    private void watch(Client client, Request request, Reply reply) {
        if (client.isInTransaction()) {
            throw new CommandError("ERR WATCH inside MULTI is not allowed");
        }
        var kept = request.copy();
        for (int i = 1; i < request.count(); i++) {
            var key = request.argument(i).bytesAsText();
            client.transaction().watch(key, kept, i, keyspace.exists(request.argument(i)));
            watchers.computeIfAbsent(key, unknown -> new LinkedHashSet<>()).add(client);
        }
        keyspace.tell(this::changed);
        reply.ok();
    }

    private void unwatch(Client client, Request request, Reply reply) {
        if (client.hasTransaction()) {
            forgetWatches(client);
            client.transaction().unwatch();
        }
        reply.ok();
    }

    private void forgetWatches(Client client) {
        for (var key : client.transaction().watched().keySet()) {
            watchers.computeIfPresent(key, (watched, by) -> {
                by.remove(client);
                return by.isEmpty() ? null : by;
            });
        }
        if (watchers.isEmpty()) {
            keyspace.tell(null);
        }
    }

    private void changed(Slice key) {
        watchers.getOrDefault(Argument.bytesAsText(key), Set.of())
                .forEach(client -> client.transaction().change());
    }
}
