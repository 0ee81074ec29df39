package miniredis.proof.reported;

import java.util.List;
import miniredis.proof.mistakes.Patch;

/** Channels and patterns. */
final class PubSubReports {
    private static final String PUBSUB = "extensions/PubSub";
    private static final String SESSION = "extensions/Session";

    private PubSubReports() {}

    static List<Report> all() {
        return List.of(
                Report.of(
                        "dragonflydb/dragonfly#1245",
                        "SUBSCRIBE is answered after the requests that follow it.",
                        new Patch(
                                SESSION,
                                "mailbox.put(new Replies.In(protocol, reply));",
                                "var late = new Replies.In(protocol, reply); var box = mailbox; if (reply instanceof Replies.Several several && several.replies().size() > 0 && !over) { var thread = new Thread(() -> { try { Thread.sleep(20); } catch (InterruptedException stop) { return; } box.put(late); }); thread.setDaemon(true); thread.start(); } else { mailbox.put(late); }")),
                Report.of(
                        "dragonflydb/dragonfly#111",
                        "UNSUBSCRIBE and PUNSUBSCRIBE need a name.",
                        new Patch(PUBSUB, "\"unsubscribe\", 0,", "\"unsubscribe\", 1,"),
                        new Patch(PUBSUB, "\"punsubscribe\", 0,", "\"punsubscribe\", 1,")),
                Report.of(
                        "hdachev/fakeredis#18",
                        "A dot in a pattern matches any byte.",
                        new Patch(
                                "extensions/Glob",
                                "default -> pattern[p] == b;",
                                "default -> pattern[p] == '.' || pattern[p] == b;")),
                Report.of(
                        "valkey-io/valkey#843",
                        "In RESP3, PING on a subscribed connection replies with an array, as in RESP2.",
                        new Patch(
                                "extensions/ClientCommands",
                                "if (client.protocol() == 2 && client.isSubscribed()) {",
                                "if (client.isSubscribed()) {")),
                Report.of(
                        "redis/redis#11784",
                        "In RESP3, SUBSCRIBE is answered with an array instead of a push.",
                        new Patch(
                                PUBSUB,
                                "return new Replies.Push(List.of(text(kind), name, Reply.number(count)));",
                                "return Reply.array(text(kind), name, Reply.number(count));")),
                Report.of(
                        "dragonflydb/dragonfly#935",
                        "QUIT of a subscribed client closes the connection before the replies are sent.",
                        new Patch(
                                SESSION,
                                "Reply quit() { over = true;",
                                "Reply quit() { over = true; if (mailbox != null) { peer.hangUp().run(); }")),
                Report.of(
                        "who leaves two channels",
                        "A client that disconnects stays subscribed to its second channel.",
                        new Patch(
                                PUBSUB,
                                "client.channels().forEach(name -> remove(channels, client, name));",
                                "client.channels().stream().limit(1).forEach(name -> remove(channels, client, name));")),
                Report.of(
                        "the same channel twice",
                        "A client that subscribes to a channel twice receives each message twice.",
                        new Patch(
                                PUBSUB,
                                "rooms.computeIfAbsent(name, unknown -> new LinkedHashSet<>()).add(client);",
                                "if (!rooms.computeIfAbsent(name, unknown -> new LinkedHashSet<>()).add(client)) { twice.add(client); }"),
                        new Patch(
                                PUBSUB,
                                "client.push(text(\"message\"), Reply.bulk(channel), Reply.bulk(message));",
                                "client.push(text(\"message\"), Reply.bulk(channel), Reply.bulk(message)); if (twice.contains(client)) { client.push(text(\"message\"), Reply.bulk(channel), Reply.bulk(message)); }"),
                        new Patch(
                                PUBSUB,
                                "private final Map<Bytes, Set<Session>> patterns",
                                "private static final Set<Session> twice = java.util.concurrent.ConcurrentHashMap.newKeySet(); private final Map<Bytes, Set<Session>> patterns")));
    }
}
