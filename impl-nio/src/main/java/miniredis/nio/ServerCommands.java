package miniredis.nio;

import static miniredis.nio.Command.NOT_QUEUED;
import static miniredis.nio.Command.WHILE_SUBSCRIBED;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import miniredis.nio.Command.Keys;
import miniredis.nio.store.Keyspace;

/** Commands that programs send when they connect: HELLO, AUTH, SELECT, CLIENT, CONFIG GET; and PING, ECHO, QUIT, RESET. */
final class ServerCommands {
    /** The version of Redis whose behaviour this server has. */
    static final String VERSION = "7.0.15";

    private final Keyspace keyspace;
    private final ConnectedClients connected;
    private final Consumer<Client> reset;
    private final Map<String, String> settings;

    /** @param reset ends what a client has begun */
    ServerCommands(Keyspace keyspace, Limits limits, ConnectedClients connected, Consumer<Client> reset) {
        this.keyspace = keyspace;
        this.connected = connected;
        this.reset = reset;
        this.settings = new TreeMap<>(Map.of(
                "save", "",
                "appendonly", "no",
                "databases", "1",
                "maxmemory", Long.toString(limits.maxMemory()),
                "maxmemory-policy", "noeviction",
                "maxclients", Integer.toString(limits.maxClients())));
    }

    List<Command> all() {
        return List.of(
                new Command("hello", -1, 0, Keys.NONE, ServerCommands::hello),
                new Command("auth", -2, 0, Keys.NONE, ServerCommands::auth),
                new Command("select", 2, 0, Keys.NONE, ServerCommands::select),
                new Command("echo", 2, 0, Keys.NONE, (client, request, reply) -> reply.bulk(request.argument(1))),
                new Command("quit", -1, NOT_QUEUED | WHILE_SUBSCRIBED, Keys.NONE, ServerCommands::quit),
                new Command("reset", 1, NOT_QUEUED | WHILE_SUBSCRIBED, Keys.NONE, this::reset),
                new Command("client", -2, 0, Keys.NONE, null),
                new Command("client|id", 2, 0, Keys.NONE, (client, request, reply) -> reply.integer(client.id())),
                new Command("client|getname", 2, 0, Keys.NONE, ServerCommands::getName),
                new Command("client|setname", 3, 0, Keys.NONE, ServerCommands::setName),
                new Command("client|setinfo", 4, 0, Keys.NONE, (client, request, reply) -> reply.ok()),
                new Command("client|reply", 3, 0, Keys.NONE, ServerCommands::reply),
                new Command(
                        "client|info",
                        2,
                        0,
                        Keys.NONE,
                        (client, request, reply) -> reply.text(client.line(keyspace.now()))),
                new Command("client|list", -2, 0, Keys.NONE, this::list),
                new Command("config", -2, 0, Keys.NONE, null),
                new Command("config|get", -3, 0, Keys.NONE, this::config));
    }

    static void ping(Client client, Request request, Reply reply) {
        if (request.count() > 2) {
            throw new CommandError("ERR wrong number of arguments for 'ping' command");
        }
        if (client.isSpecial() && client.isSubscribed()) {
            reply.array(2);
            reply.bulk("pong");
            if (request.count() == 1) {
                reply.bulk("");
                return;
            }
        }
        if (request.count() == 1) {
            reply.pong();
        } else {
            reply.bulk(request.argument(1));
        }
    }

    /** Everything is checked before anything is changed. */
    private static void hello(Client client, Request request, Reply reply) {
        int protocol = request.count() > 1 ? protocol(request.argument(1)) : client.speaksResp3() ? 3 : 2;
        String name = null;
        int i = 2;
        while (i < request.count()) {
            int left = request.count() - i - 1;
            if (request.argument(i).is("auth") && left >= 2) {
                requireDefaultUser(request.argument(i + 1));
                i += 3;
            } else if (request.argument(i).is("setname") && left >= 1) {
                name = valid(request.argument(i + 1));
                i += 2;
            } else {
                throw new CommandError("ERR Syntax error in HELLO option '"
                        + request.argument(i).text(CommandError.MAX_ECHO) + "'");
            }
        }
        client.speak(protocol);
        if (name != null) {
            client.rename(name);
        }
        describe(client, protocol, reply);
    }

    private static void describe(Client client, int protocol, Reply reply) {
        reply.map(7);
        reply.bulk("server");
        reply.bulk("redis");
        reply.bulk("version");
        reply.bulk(VERSION);
        reply.bulk("proto");
        reply.integer(protocol);
        reply.bulk("id");
        reply.integer(client.id());
        reply.bulk("mode");
        reply.bulk("standalone");
        reply.bulk("role");
        reply.bulk("master");
        reply.bulk("modules");
        reply.array(0);
    }

    private static int protocol(Argument text) {
        long version = integer(text, "ERR Protocol version is not an integer or out of range");
        if (version != 2 && version != 3) {
            throw new CommandError("NOPROTO unsupported protocol version");
        }
        return (int) version;
    }

    private static long integer(Argument text, String otherwise) {
        try {
            return text.integer();
        } catch (CommandError notANumber) {
            throw new CommandError(otherwise);
        }
    }

    private static void auth(Client client, Request request, Reply reply) {
        if (request.count() > 3) {
            throw CommandError.SYNTAX;
        }
        if (request.count() == 2) {
            throw new CommandError("ERR AUTH <password> called without any password configured for the default user."
                    + " Are you sure your configuration is correct?");
        }
        requireDefaultUser(request.argument(1));
        reply.ok();
    }

    /** There is one user, and it has no password: any password is accepted. */
    private static void requireDefaultUser(Argument user) {
        if (!user.bytesAsText().equals("default")) {
            throw new CommandError("WRONGPASS invalid username-password pair or user is disabled.");
        }
    }

    private static void select(Client client, Request request, Reply reply) {
        long database = request.argument(1).integer();
        if (database != (int) database) {
            throw new CommandError("ERR value is out of range, value must between -2147483648 and 2147483647");
        }
        if (database != 0) {
            throw new CommandError("ERR DB index is out of range");
        }
        reply.ok();
    }

    private static void quit(Client client, Request request, Reply reply) {
        client.quit();
        reply.ok();
    }

    /** ON gets a reply even if replies were off; OFF and SKIP get no reply. */
    private static void reply(Client client, Request request, Reply reply) {
        var wanted = request.argument(2);
        if (wanted.is("on")) {
            client.sendReplies(true);
            reply.unmute();
            reply.ok();
        } else if (wanted.is("off")) {
            client.sendReplies(false);
        } else if (wanted.is("skip")) {
            client.skipNextReply();
        } else {
            throw CommandError.SYNTAX;
        }
    }

    private void reset(Client client, Request request, Reply reply) {
        if (client.isOff()) {
            reply.unmute();
        }
        client.sendReplies(true);
        reset.accept(client);
        client.rename("");
        client.speak(2);
        reply.simple("RESET");
    }

    private static void getName(Client client, Request request, Reply reply) {
        if (client.name().isEmpty()) {
            reply.nullBulk();
        } else {
            reply.bulk(client.name());
        }
    }

    private static void setName(Client client, Request request, Reply reply) {
        client.rename(valid(request.argument(2)));
        reply.ok();
    }

    private static String valid(Argument name) {
        var text = name.bytesAsText();
        if (!text.chars().allMatch(c -> c >= '!' && c <= '~')) {
            throw new CommandError("ERR Client names cannot contain spaces, newlines or special characters.");
        }
        return text;
    }

    private void list(Client client, Request request, Reply reply) {
        reply.text(listed(request).map(each -> each.line(keyspace.now())).collect(Collectors.joining()));
    }

    /** All clients, those of a TYPE, or those with an ID, each as often as its ID is given. */
    private Stream<Client> listed(Request request) {
        if (request.count() == 2) {
            return connected.all().stream();
        }
        if (request.argument(2).is("type") && request.count() == 4) {
            return connected.all().stream().filter(ofType(request.argument(3).text(CommandError.MAX_ECHO)));
        }
        if (request.argument(2).is("id") && request.count() > 3) {
            var ids = IntStream.range(3, request.count())
                    .mapToLong(at -> integer(request.argument(at), "ERR Invalid client ID"))
                    .toArray();
            return LongStream.of(ids).mapToObj(connected::find).flatMap(Optional::stream);
        }
        throw CommandError.SYNTAX;
    }

    private static Predicate<Client> ofType(String type) {
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "normal" -> client -> !client.isSubscribed();
            case "pubsub" -> Client::isSubscribed;
            case "master", "replica", "slave" -> client -> false; // there is no replication here
            default -> throw new CommandError("ERR Unknown client type '" + type + "'");
        };
    }

    /** CONFIG GET. The settings come from the command line, and nothing is saved to disk. */
    private void config(Client client, Request request, Reply reply) {
        var found = new TreeMap<String, String>();
        for (int i = 2; i < request.count(); i++) {
            var typed = request.argument(i).bytesAsText();
            var pattern = typed.toLowerCase(Locale.ROOT);
            if (settings.containsKey(pattern)) {
                found.put(typed, settings.get(pattern)); // a name is returned as it was sent
                continue;
            }
            settings.forEach((name, value) -> {
                if (Glob.matches(pattern, name)) {
                    found.put(name, value);
                }
            });
        }
        reply.map(found.size());
        found.forEach((name, value) -> {
            reply.bulk(name);
            reply.bulk(value);
        });
    }
}
