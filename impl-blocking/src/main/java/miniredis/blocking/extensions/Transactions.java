package miniredis.blocking.extensions;

import static miniredis.blocking.Command.ANY_NUMBER;
import static miniredis.blocking.extensions.Row.Trait.NOT_QUEUED;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import miniredis.blocking.Bytes;
import miniredis.blocking.Commands;
import miniredis.blocking.Keyspace;
import miniredis.blocking.Lifetimes;
import miniredis.blocking.Reply;
import miniredis.blocking.extensions.Row.Keys;
import org.jspecify.annotations.Nullable;

/**
 * MULTI, EXEC, DISCARD, WATCH and UNWATCH. Commands run one at a time under one lock, so EXEC only has to hold it from its first
 * command to its last. See https://redis.io/docs/latest/develop/interact/transactions/
 */
final class Transactions {
    private final Keyspace keyspace;
    /** The clients that watch each key. */
    private final Map<Bytes, Set<Session>> watchers = new HashMap<>();

    Transactions(Keyspace keyspace) {
        this.keyspace = keyspace;
    }

    void addTo(Commands commands) {
        commands.add(new Row("multi", 0, Keys.NONE, (client, args) -> multi(client), NOT_QUEUED));
        commands.add(new Row("exec", 0, Keys.NONE, (client, args) -> exec(client), NOT_QUEUED));
        commands.add(new Row("discard", 0, Keys.NONE, (client, args) -> discardCommand(client), NOT_QUEUED));
        commands.add(new Row("watch", 1, ANY_NUMBER, Keys.ALL, this::watch, NOT_QUEUED));
        commands.add(new Row("unwatch", 0, Keys.NONE, (client, args) -> unwatch(client)));
    }

    private static Reply multi(Session client) {
        if (client.transaction().isOpen()) {
            return Replies.error("ERR MULTI calls can not be nested");
        }
        client.transaction().open();
        return Reply.OK;
    }

    private Reply exec(Session client) {
        var transaction = client.transaction();
        if (!transaction.isOpen()) {
            return Replies.error("ERR EXEC without MULTI");
        }
        var queued = transaction.queued();
        boolean spoiled = transaction.isSpoiled();
        boolean changed = transaction.hasChanged() || hasEnded(transaction);
        discard(client);
        if (spoiled) {
            return Replies.error("EXECABORT Transaction discarded because of previous errors.");
        }
        return changed ? new Replies.NoArray() : new Reply.Array(runAll(client, queued));
    }

    private List<Reply> runAll(Session client, List<Supplier<Reply>> queued) {
        var replies = new ArrayList<Reply>();
        client.transaction().carriesOut(queued.size());
        try {
            for (var command : queued) {
                var reply = command.get();
                replies.add(new Replies.In(client.protocol(), reply));
            }
        } finally {
            client.transaction().carriesOut(-1);
        }
        return replies;
    }

    /** A client is not told when a watched key expires, or when FLUSHALL deletes it. So EXEC checks the watched keys. */
    private boolean hasEnded(Transaction transaction) {
        return transaction.watched().entrySet().stream()
                .anyMatch(watched -> watched.getValue() && keyspace.get(watched.getKey()) == null);
    }

    private Reply discardCommand(Session client) {
        if (!client.transaction().isOpen()) {
            return Replies.error("ERR DISCARD without MULTI");
        }
        discard(client);
        return Reply.OK;
    }

    /** Forgets what the client has queued and what it watches. */
    void discard(Session client) {
        forgetWatches(client);
        client.transaction().close();
    }

    /** A request can't be carried out, or not now: a later EXEC will do nothing. */
    Reply refused(Session client, List<Bytes> request, String why) {
        if (request.get(0).text().equalsIgnoreCase("exec")) {
            discard(client);
            return Replies.error("EXECABORT Transaction discarded because of: " + why.replaceFirst("^ERR ", ""));
        }
        client.transaction().spoil();
        return Replies.error(why);
    }

    private Reply watch(Session client, List<Bytes> keys) {
        if (client.transaction().isOpen()) {
            return Replies.error("ERR WATCH inside MULTI is not allowed");
        }
        for (var key : keys) {
            client.transaction().watch(key, keyspace.get(key) != null);
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

    /** The state of a key at one moment. Every SET stores a new object, even for equal bytes, so identity shows a change. */
    @SuppressWarnings("ReferenceEquality") // as said above
    private record State(@Nullable Bytes value, long end) {
        boolean differsFrom(State other) {
            return value != other.value || end != other.end;
        }
    }

    /** Carries out a request that writes, and tells the clients that watch the keys it changes. */
    Reply noticing(Row row, List<Bytes> arguments, Supplier<Reply> run) {
        if (watchers.isEmpty()) {
            return run.get();
        }
        var before = new HashMap<Bytes, State>();
        row.keys().in(arguments).forEach(key -> before.put(key, state(key)));
        var reply = run.get();
        // Setting the same end again is a change as well, and only the reply shows it.
        boolean done = reply.equals(Reply.number(1)) && row.name().contains("expire");
        before.forEach((key, state) -> {
            if (done || state(key).differsFrom(state)) {
                changed(key);
            }
        });
        return reply;
    }

    private State state(Bytes key) {
        var value = keyspace.get(key);
        return new State(value, value == null ? Lifetimes.NEVER : keyspace.end(key));
    }

    void changed(Bytes key) {
        watchers.getOrDefault(key, Set.of())
                .forEach(client -> client.transaction().change());
    }
}
