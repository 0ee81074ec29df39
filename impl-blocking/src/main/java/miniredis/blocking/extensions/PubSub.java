package miniredis.blocking.extensions;

import static miniredis.blocking.extensions.Replies.text;
import static miniredis.blocking.extensions.Row.Trait.WHILE_SUBSCRIBED;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import miniredis.blocking.Bytes;
import miniredis.blocking.CommandException;
import miniredis.blocking.Reply;
import miniredis.blocking.extensions.Row.Keys;

/** Who listens to which channel, and what is published there. See https://redis.io/docs/latest/develop/interact/pubsub/ */
final class PubSub {
    private final Map<Bytes, Set<Session>> channels = new LinkedHashMap<>();
    private final Map<Bytes, Set<Session>> patterns = new LinkedHashMap<>();

    void addTo(Table table) {
        table.add(new Row(
                "subscribe",
                -2,
                Keys.NONE,
                (client, args) -> enter("subscribe", channels, client, args),
                WHILE_SUBSCRIBED));
        table.add(new Row(
                "psubscribe",
                -2,
                Keys.NONE,
                (client, args) -> enter("psubscribe", patterns, client, args),
                WHILE_SUBSCRIBED));
        table.add(new Row(
                "unsubscribe",
                -1,
                Keys.NONE,
                (client, args) -> leave("unsubscribe", channels, client, args),
                WHILE_SUBSCRIBED));
        table.add(new Row(
                "punsubscribe",
                -1,
                Keys.NONE,
                (client, args) -> leave("punsubscribe", patterns, client, args),
                WHILE_SUBSCRIBED));
        table.add(new Row("publish", 3, Keys.NONE, (client, args) -> publish(args.get(0), args.get(1))));
        table.add(new Row("pubsub", -2, Keys.NONE, null));
        table.add(new Row("pubsub|channels", -2, Keys.NONE, (client, args) -> names(args)));
        table.add(new Row("pubsub|numsub", -2, Keys.NONE, (client, args) -> counts(args)));
        table.add(new Row("pubsub|numpat", 2, Keys.NONE, (client, args) -> Reply.number(patterns.size())));
    }

    private static Reply enter(String kind, Map<Bytes, Set<Session>> rooms, Session client, List<Bytes> names) {
        client.expectMessages();
        var replies = new ArrayList<Reply>();
        for (var name : names) {
            rooms.computeIfAbsent(name, unknown -> new LinkedHashSet<>()).add(client);
            own(kind, client).add(name);
            replies.add(change(kind, Reply.bulk(name), client));
        }
        return new Replies.Several(replies);
    }

    /** Without names it leaves all of them. */
    private static Reply leave(String kind, Map<Bytes, Set<Session>> rooms, Session client, List<Bytes> names) {
        var left = names.isEmpty() ? List.copyOf(own(kind, client)) : names;
        var replies = new ArrayList<Reply>();
        for (var name : left) {
            remove(rooms, client, name);
            own(kind, client).remove(name);
            replies.add(change(kind, Reply.bulk(name), client));
        }
        return new Replies.Several(left.isEmpty() ? List.of(change(kind, Reply.bulk(null), client)) : replies);
    }

    private static Set<Bytes> own(String kind, Session client) {
        return kind.startsWith("p") ? client.patterns() : client.channels();
    }

    private static Reply change(String kind, Reply name, Session client) {
        int count = client.channels().size() + client.patterns().size();
        return new Replies.Push(List.of(text(kind), name, Reply.number(count)));
    }

    private static void remove(Map<Bytes, Set<Session>> rooms, Session client, Bytes name) {
        rooms.computeIfPresent(name, (known, listeners) -> {
            listeners.remove(client);
            return listeners.isEmpty() ? null : listeners;
        });
    }

    void leaveAll(Session client) {
        client.channels().forEach(name -> remove(channels, client, name));
        client.patterns().forEach(name -> remove(patterns, client, name));
        client.channels().clear();
        client.patterns().clear();
    }

    private Reply publish(Bytes channel, Bytes message) {
        int heard = 0;
        for (var client : channels.getOrDefault(channel, Set.of())) {
            client.push(text("message"), Reply.bulk(channel), Reply.bulk(message));
            heard++;
        }
        for (var pattern : patterns.entrySet()) {
            if (Glob.matches(pattern.getKey(), channel)) {
                for (var client : pattern.getValue()) {
                    client.push(
                            text("pmessage"), Reply.bulk(pattern.getKey()), Reply.bulk(channel), Reply.bulk(message));
                    heard++;
                }
            }
        }
        return Reply.number(heard);
    }

    private Reply names(List<Bytes> args) {
        if (args.size() > 1) {
            throw new CommandException("ERR wrong number of arguments for 'pubsub|channels' command");
        }
        return new Reply.Array(channels.keySet().stream()
                .filter(channel -> args.isEmpty() || Glob.matches(args.get(0), channel))
                .map(Reply::bulk)
                .toList());
    }

    private Reply counts(List<Bytes> names) {
        var counts = new ArrayList<Reply>();
        for (var name : names) {
            counts.add(Reply.bulk(name));
            counts.add(Reply.number(channels.getOrDefault(name, Set.of()).size()));
        }
        return new Reply.Array(counts);
    }
}
