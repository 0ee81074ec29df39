package miniredis.nio;

import static miniredis.nio.Command.WHILE_SUBSCRIBED;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import miniredis.nio.Command.Keys;
import org.jspecify.annotations.Nullable;

/** SUBSCRIBE, PUBLISH and the like. Names of channels are kept as text with one character for each byte. */
final class PubSub {
    private final Map<String, Set<Client>> channels = new LinkedHashMap<>();
    private final Map<String, Set<Client>> patterns = new LinkedHashMap<>();

    List<Command> all() {
        return List.of(
                new Command(
                        "subscribe",
                        -2,
                        WHILE_SUBSCRIBED,
                        Keys.NONE,
                        (client, request, reply) -> enter(false, client, request, reply)),
                new Command(
                        "psubscribe",
                        -2,
                        WHILE_SUBSCRIBED,
                        Keys.NONE,
                        (client, request, reply) -> enter(true, client, request, reply)),
                new Command(
                        "unsubscribe",
                        -1,
                        WHILE_SUBSCRIBED,
                        Keys.NONE,
                        (client, request, reply) -> leave(false, client, request, reply)),
                new Command(
                        "punsubscribe",
                        -1,
                        WHILE_SUBSCRIBED,
                        Keys.NONE,
                        (client, request, reply) -> leave(true, client, request, reply)),
                new Command("publish", 3, 0, Keys.NONE, this::publish),
                new Command("pubsub", -2, 0, Keys.NONE, null),
                new Command("pubsub|channels", -2, 0, Keys.NONE, this::names),
                new Command("pubsub|numsub", -2, 0, Keys.NONE, this::counts),
                new Command(
                        "pubsub|numpat", 2, 0, Keys.NONE, (client, request, reply) -> reply.integer(patterns.size())));
    }

    private void enter(boolean pattern, Client client, Request request, Reply reply) {
        for (int i = 1; i < request.count(); i++) {
            var name = request.argument(i).bytesAsText();
            rooms(pattern)
                    .computeIfAbsent(name, unknown -> new LinkedHashSet<>())
                    .add(client);
            client.subscribe(pattern, name, true);
            confirm(client, pattern ? "psubscribe" : "subscribe", name, reply);
        }
    }

    private void leave(boolean pattern, Client client, Request request, Reply reply) {
        var kind = pattern ? "punsubscribe" : "unsubscribe";
        var own = List.copyOf(pattern ? client.patterns() : client.channels());
        if (request.count() == 1 && own.isEmpty()) {
            confirm(client, kind, null, reply);
        }
        int named = request.count() - 1;
        for (int i = 0; i < (named == 0 ? own.size() : named); i++) {
            var name = named == 0 ? own.get(i) : request.argument(i + 1).bytesAsText();
            remove(pattern, client, name);
            client.subscribe(pattern, name, false);
            confirm(client, kind, name, reply);
        }
    }

    /** A confirmation is not a reply, so it is sent even after CLIENT REPLY OFF or SKIP. */
    private static void confirm(Client client, String kind, @Nullable String name, Reply reply) {
        boolean muted = reply.unmute();
        reply.push(3);
        reply.bulk(kind);
        if (name == null) {
            reply.nullBulk();
        } else {
            reply.bulk(name);
        }
        reply.integer(client.channels().size() + client.patterns().size());
        if (muted) {
            reply.mute();
        }
    }

    private Map<String, Set<Client>> rooms(boolean pattern) {
        return pattern ? patterns : channels;
    }

    private void remove(boolean pattern, Client client, String name) {
        rooms(pattern).computeIfPresent(name, (known, listeners) -> {
            listeners.remove(client);
            return listeners.isEmpty() ? null : listeners;
        });
    }

    void leaveAll(Client client) {
        for (var name : List.copyOf(client.channels())) {
            remove(false, client, name);
            client.subscribe(false, name, false);
        }
        for (var name : List.copyOf(client.patterns())) {
            remove(true, client, name);
            client.subscribe(true, name, false);
        }
    }

    private void publish(Client client, Request request, Reply reply) {
        var channel = request.argument(1).bytesAsText();
        var message = request.argument(2);
        int heard = 0;
        for (var listener : channels.getOrDefault(channel, Set.of())) {
            listener.deliver(reply, null, channel, message);
            heard++;
        }
        for (var pattern : patterns.entrySet()) {
            if (Glob.matches(pattern.getKey(), channel)) {
                for (var listener : pattern.getValue()) {
                    listener.deliver(reply, pattern.getKey(), channel, message);
                    heard++;
                }
            }
        }
        reply.integer(heard);
    }

    private void names(Client client, Request request, Reply reply) {
        if (request.count() > 3) {
            throw new CommandError("ERR wrong number of arguments for 'pubsub|channels' command");
        }
        var pattern = request.count() == 3 ? request.argument(2).bytesAsText() : "*";
        var names = channels.keySet().stream()
                .filter(channel -> Glob.matches(pattern, channel))
                .toList();
        reply.array(names.size());
        names.forEach(reply::bulk);
    }

    private void counts(Client client, Request request, Reply reply) {
        reply.array(2 * (request.count() - 2));
        for (int i = 2; i < request.count(); i++) {
            var name = request.argument(i).bytesAsText();
            reply.bulk(name);
            reply.integer(channels.getOrDefault(name, Set.of()).size());
        }
    }
}
