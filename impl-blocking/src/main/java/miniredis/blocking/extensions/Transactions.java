package miniredis.blocking.extensions;

import static miniredis.blocking.extensions.Row.Trait.NOT_QUEUED;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import miniredis.blocking.Bytes;
import miniredis.blocking.Core;
import miniredis.blocking.Reply;
import miniredis.blocking.extensions.Row.Keys;
import miniredis.blocking.extensions.Row.Trait;
import org.jspecify.annotations.Nullable;

/**
 * MULTI, EXEC, DISCARD, WATCH and UNWATCH. Commands run one at a time under one lock, so EXEC need only hold it from its first
 * command to its last. See https://redis.io/docs/latest/develop/interact/transactions/
 */
final class Transactions {
    private final Core core;
    /** Who watches which key. */
    private final Map<Bytes, Set<Session>> watchers = new HashMap<>();

    Transactions(Core core) {
        this.core = core;
    }

    void addTo(Table table) {
        table.add(new Row("multi", 1, Keys.NONE, (client, args) -> multi(client), NOT_QUEUED));
        table.add(new Row("exec", 1, Keys.NONE, (client, args) -> exec(client), NOT_QUEUED));
        table.add(new Row("discard", 1, Keys.NONE, (client, args) -> discardCommand(client), NOT_QUEUED));
        table.add(new Row("watch", -2, Keys.ALL, this::watch, NOT_QUEUED));
        table.add(new Row("unwatch", 1, Keys.NONE, (client, args) -> unwatch(client)));
    }

    private static Reply multi(Session client) {
        if (client.transaction().isOpen()) {
            return Table.error("ERR MULTI calls can not be nested");
        }
        client.transaction().open();
        return Reply.OK;
    }

    private Reply exec(Session client) {
        var transaction = client.transaction();
        if (!transaction.isOpen()) {
            return Table.error("ERR EXEC without MULTI");
        }
        var queued = transaction.queued();
        boolean spoiled = transaction.isSpoiled();
        boolean changed = transaction.hasChanged() || hasEnded(transaction);
        discard(client);
        if (spoiled) {
            return Table.error("EXECABORT Transaction discarded because of previous errors.");
        }
        return changed ? new Replies.NoArray() : new Reply.Array(runAll(client, queued));
    }

    private List<Reply> runAll(Session client, List<List<Bytes>> queued) {
        var replies = new ArrayList<Reply>();
        client.transaction().carriesOut(queued.size());
        try {
            for (var request : queued) {
                var reply = client.run(request);
                replies.add(new Replies.In(client.protocol(), reply));
            }
        } finally {
            client.transaction().carriesOut(-1);
        }
        return replies;
    }

    /** Nobody is told when a lifetime ends, or when FLUSHALL takes all; so it is looked at now. */
    private boolean hasEnded(Transaction transaction) {
        return transaction.watched().entrySet().stream()
                .anyMatch(watched -> watched.getValue() && core.get(watched.getKey()) == null);
    }

    private Reply discardCommand(Session client) {
        if (!client.transaction().isOpen()) {
            return Table.error("ERR DISCARD without MULTI");
        }
        discard(client);
        return Reply.OK;
    }

    /** Forgets what the client has queued and what it watches. */
    void discard(Session client) {
        forgetWatches(client);
        client.transaction().close();
    }

    /** A request can't be carried out, or not now: EXEC is then to do nothing. */
    Reply refused(Session client, Optional<Row> row, Reply refusal) {
        if (row.isPresent() && row.get().name().equals("exec") && refusal instanceof Reply.ErrorMessage why) {
            discard(client);
            return Table.error(
                    "EXECABORT Transaction discarded because of: " + why.text().replaceFirst("^ERR ", ""));
        }
        client.transaction().spoil();
        return refusal;
    }

    private Reply watch(Session client, List<Bytes> keys) {
        if (client.transaction().isOpen()) {
            return Table.error("ERR WATCH inside MULTI is not allowed");
        }
        for (var key : keys) {
            client.transaction().watch(key, core.get(key) != null);
            watchers.computeIfAbsent(key, unknown -> new LinkedHashSet<>()).add(client);
        }
        return Reply.OK;
    }

    private Reply unwatch(Session client) {
        forgetWatches(client);
        client.transaction().unwatch();
        return Reply.OK;
    }

    private void forgetWatches(Session client) {
        for (var key : client.transaction().watched().keySet()) {
            watchers.computeIfPresent(key, (watched, by) -> {
                by.remove(client);
                return by.isEmpty() ? null : by;
            });
        }
    }

    /** What a key is at one moment. Every SET makes a new value, even of the same bytes; so identity tells. */
    @SuppressWarnings("ReferenceEquality") // as said above
    private record State(@Nullable Bytes value, long end) {
        boolean differsFrom(State other) {
            return value != other.value || end != other.end;
        }
    }

    /** Carries a request out, and tells those that watch the keys it changes. */
    Reply noticing(Optional<Row> row, List<Bytes> request, Supplier<Reply> run) {
        if (watchers.isEmpty() || row.filter(found -> found.is(Trait.WRITES)).isEmpty()) {
            return run.get();
        }
        var before = new HashMap<Bytes, State>();
        row.get().keys().in(request).forEach(key -> before.put(key, state(key)));
        var reply = run.get();
        // The same end once more is a change as well, and only the reply shows it.
        boolean done = reply.equals(Reply.number(1)) && row.get().name().contains("expire");
        before.forEach((key, state) -> {
            if (done || state(key).differsFrom(state)) {
                changed(key);
            }
        });
        return reply;
    }

    private State state(Bytes key) {
        var value = core.get(key);
        return new State(value, value == null ? Core.NEVER : core.end(key));
    }

    private void changed(Bytes key) {
        watchers.getOrDefault(key, Set.of())
                .forEach(client -> client.transaction().change());
    }
}
