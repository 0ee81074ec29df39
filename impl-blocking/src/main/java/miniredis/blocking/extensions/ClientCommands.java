package miniredis.blocking.extensions;

import static miniredis.blocking.Command.ANY_NUMBER;
import static miniredis.blocking.extensions.Replies.pairs;
import static miniredis.blocking.extensions.Replies.text;
import static miniredis.blocking.extensions.Row.Trait.NOT_QUEUED;
import static miniredis.blocking.extensions.Row.Trait.WHILE_SUBSCRIBED;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import miniredis.blocking.Bytes;
import miniredis.blocking.CommandException;
import miniredis.blocking.Commands;
import miniredis.blocking.Reply;
import miniredis.blocking.StrictInteger;
import miniredis.blocking.extensions.Row.Keys;

/** The commands that client libraries send when they connect: protocol, name, database. */
final class ClientCommands {
    /** The version of Redis whose behaviour this server has. */
    static final String VERSION = "7.0.15";

    private static final String NO_INTEGER = "ERR value is not an integer or out of range";
    private static final String TOO_LARGE = "ERR value is out of range, value must between -2147483648 and 2147483647";
    private static final String BAD_NAME = "ERR Client names cannot contain spaces, newlines or special characters.";
    private static final String WRONG_PASSWORD = "WRONGPASS invalid username-password pair or user is disabled.";

    private final Sessions sessions;
    private final Settings settings;

    ClientCommands(Sessions sessions, Settings settings) {
        this.sessions = sessions;
        this.settings = settings;
    }

    void addTo(Commands commands) {
        commands.add(new Row("hello", 0, ANY_NUMBER, Keys.NONE, ClientCommands::hello));
        commands.add(new Row("auth", 1, ANY_NUMBER, Keys.NONE, (client, args) -> auth(args)));
        commands.add(new Row("select", 1, Keys.NONE, (client, args) -> select(args.get(0))));
        commands.add(new Row("echo", 1, Keys.NONE, (client, args) -> Reply.bulk(args.get(0))));
        commands.add(pingWhileSubscribed(Row.of(commands, "ping", Keys.NONE)));
        commands.add(new Row(
                "quit", 0, ANY_NUMBER, Keys.NONE, (client, args) -> client.quit(), NOT_QUEUED, WHILE_SUBSCRIBED));
        commands.add(new Row("reset", 0, Keys.NONE, (client, args) -> client.reset(), NOT_QUEUED, WHILE_SUBSCRIBED));
        commands.add(new Container("client")
                .with("id", 0, (client, args) -> Reply.number(client.id()))
                .with("getname", 0, (client, args) -> nameOf(client))
                .with("setname", 1, (client, args) -> setName(client, args.get(0)))
                .with("setinfo", 2, (client, args) -> Reply.OK)
                .with("reply", 1, (client, args) -> reply(client.replyMode(), args.get(0)))
                .with("info", 0, (client, args) -> new Replies.Text(client.line()))
                .with("list", 0, ANY_NUMBER, (client, args) -> list(args)));
        commands.add(new Container("config").with("get", 1, ANY_NUMBER, (client, args) -> settings.get(args)));
    }

    /** Redis checks the number of its arguments late: after MULTI, a PING with too many is queued. */
    private static Row pingWhileSubscribed(Row plain) {
        return new Row(
                plain.name(), 0, ANY_NUMBER, Keys.NONE, (client, args) -> ping(plain, client, args), WHILE_SUBSCRIBED);
    }

    private static Reply ping(Row plain, Session client, List<Bytes> args) {
        if (args.size() > plain.most()) {
            throw Commands.wrongNumberOfArguments(plain.name());
        }
        if (client.protocol() == 2 && client.isSubscribed()) {
            return Reply.array(text("pong"), args.isEmpty() ? text("") : Reply.bulk(args.get(0)));
        }
        return plain.answer(client, args);
    }

    /** Everything is checked before anything is changed. */
    private static Reply hello(Session client, List<Bytes> args) {
        int protocol = args.isEmpty() ? client.protocol() : protocol(args.get(0));
        String name = null;
        for (int at = 1; at < args.size(); ) {
            String option = args.get(at).text();
            int left = args.size() - at - 1;
            if (option.equalsIgnoreCase("AUTH") && left >= 2) {
                requireDefaultUser(args.get(at + 1));
                at += 3;
            } else if (option.equalsIgnoreCase("SETNAME") && left >= 1) {
                name = valid(args.get(at + 1));
                at += 2;
            } else {
                throw new CommandException("ERR Syntax error in HELLO option '" + option.split("\0", 2)[0] + "'");
            }
        }
        client.speak(protocol);
        if (name != null) {
            client.rename(name);
        }
        return description(client);
    }

    private static Reply description(Session client) {
        return pairs(
                "server",
                "redis",
                "version",
                VERSION,
                "proto",
                client.protocol(),
                "id",
                client.id(),
                "mode",
                "standalone",
                "role",
                "master",
                "modules",
                Reply.array());
    }

    private static int protocol(Bytes text) {
        var version = StrictInteger.parse(text);
        if (version.isEmpty()) {
            throw new CommandException("ERR Protocol version is not an integer or out of range");
        }
        if (version.getAsLong() != 2 && version.getAsLong() != 3) {
            throw new CommandException("NOPROTO unsupported protocol version");
        }
        return (int) version.getAsLong();
    }

    private static Reply auth(List<Bytes> args) {
        if (args.size() > 2) {
            throw new CommandException("ERR syntax error");
        }
        if (args.size() == 1) {
            throw new CommandException(
                    "ERR AUTH <password> called without any password configured for the default user."
                            + " Are you sure your configuration is correct?");
        }
        requireDefaultUser(args.get(0));
        return Reply.OK;
    }

    /** There is one user, and it has no password: any password is accepted. */
    private static void requireDefaultUser(Bytes user) {
        if (!user.text().equals("default")) {
            throw new CommandException(WRONG_PASSWORD);
        }
    }

    private static Reply select(Bytes text) {
        long database = StrictInteger.parse(text).orElseThrow(() -> new CommandException(NO_INTEGER));
        if (database != (int) database) {
            throw new CommandException(TOO_LARGE);
        }
        if (database != 0) {
            throw new CommandException("ERR DB index is out of range");
        }
        return Reply.OK;
    }

    private static Reply nameOf(Session client) {
        return client.name().isEmpty() ? Reply.bulk(null) : text(client.name());
    }

    private static Reply setName(Session client, Bytes name) {
        client.rename(valid(name));
        return Reply.OK;
    }

    private static Reply reply(ReplyMode mode, Bytes wanted) {
        switch (wanted.text().toUpperCase(Locale.ROOT)) {
            case "ON" -> {
                mode.on();
                return Reply.OK;
            }
            case "OFF" -> mode.off();
            case "SKIP" -> mode.skipNext();
            default -> throw new CommandException("ERR syntax error");
        }
        return Replies.NOTHING;
    }

    private static String valid(Bytes name) {
        if (!name.text().chars().allMatch(c -> c >= '!' && c <= '~')) {
            throw new CommandException(BAD_NAME);
        }
        return name.text();
    }

    private Reply list(List<Bytes> args) {
        return new Replies.Text(listed(args).map(Session::line).collect(Collectors.joining()));
    }

    /** All clients, those of a TYPE, or those with an ID, each as often as its ID is given. */
    private Stream<Session> listed(List<Bytes> args) {
        if (args.isEmpty()) {
            return sessions.all().stream();
        }
        var by = args.get(0).text().toUpperCase(Locale.ROOT);
        if (by.equals("TYPE") && args.size() == 2) {
            return sessions.all().stream().filter(ofType(args.get(1).text().split("\0", 2)[0]));
        }
        if (by.equals("ID") && args.size() > 1) {
            var ids = args.stream().skip(1).map(ClientCommands::id).toList();
            var all = sessions.all();
            return ids.stream().flatMap(id -> all.stream().filter(client -> client.id() == id));
        }
        throw new CommandException("ERR syntax error");
    }

    private static Predicate<Session> ofType(String type) {
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "normal" -> client -> !client.isSubscribed();
            case "pubsub" -> Session::isSubscribed;
            case "master", "replica", "slave" -> client -> false; // there is no replication here
            default -> throw new CommandException("ERR Unknown client type '" + type + "'");
        };
    }

    private static long id(Bytes text) {
        return StrictInteger.parse(text).orElseThrow(() -> new CommandException("ERR Invalid client ID"));
    }
}
