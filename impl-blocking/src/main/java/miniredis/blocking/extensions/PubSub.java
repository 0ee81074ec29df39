package miniredis.blocking.extensions;

import static miniredis.blocking.Command.ANY_NUMBER;
import static miniredis.blocking.extensions.Replies.text;
import static miniredis.blocking.extensions.Row.Trait.WHILE_SUBSCRIBED;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import miniredis.blocking.Bytes;
import miniredis.blocking.Commands;
import miniredis.blocking.Reply;
import miniredis.blocking.extensions.Row.Keys;

/** Subscribing to channels, and publishing messages. See https://redis.io/docs/latest/develop/interact/pubsub/ */
final class PubSub {
    private final Map<Bytes, Set<Session>> channels = new LinkedHashMap<>();
    private final Map<Bytes, Set<Session>> patterns = new LinkedHashMap<>();

    void addTo(Commands commands) {
        commands.add(new Row(
                "subscribe",
                1,
                ANY_NUMBER,
                Keys.NONE,
                (client, args) -> enter("subscribe", channels, client, args),
                WHILE_SUBSCRIBED));
        commands.add(new Row(
                "psubscribe",
                1,
                ANY_NUMBER,
                Keys.NONE,
                (client, args) -> enter("psubscribe", patterns, client, args),
                WHILE_SUBSCRIBED));
        commands.add(new Row(
                "unsubscribe",
                0,
                ANY_NUMBER,
                Keys.NONE,
                (client, args) -> leave("unsubscribe", channels, client, args),
                WHILE_SUBSCRIBED));
        commands.add(new Row(
                "punsubscribe",
                0,
                ANY_NUMBER,
                Keys.NONE,
                (client, args) -> leave("punsubscribe", patterns, client, args),
                WHILE_SUBSCRIBED));
        commands.add(new Row("publish", 2, Keys.NONE, (client, args) -> publish(args.get(0), args.get(1))));
        commands.add(new Container("pubsub")
                .with("channels", 0, ANY_NUMBER, (client, args) -> names(args))
                .with("numsub", 0, ANY_NUMBER, (client, args) -> counts(args))
                .with("numpat", 0, (client, args) -> Reply.number(patterns.size())));
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

    /** Without names, the client unsubscribes from all of them. */
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
            throw Commands.wrongNumberOfArguments("pubsub|channels");
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
