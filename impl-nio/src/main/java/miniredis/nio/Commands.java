package miniredis.nio;

import static java.util.Objects.requireNonNull;
import static miniredis.nio.Command.NEEDS_MEMORY;
import static miniredis.nio.Command.NOT_QUEUED;
import static miniredis.nio.Command.READS;
import static miniredis.nio.Command.WHILE_SUBSCRIBED;
import static miniredis.nio.Command.WRITES;

import miniredis.nio.Command.Keys;
import miniredis.nio.store.Keyspace;
import miniredis.nio.store.StoreFull;
import miniredis.nio.store.Words;
import org.jspecify.annotations.Nullable;

/**
 * Finds the command of a request, makes the checks that every command needs (that it exists, its number of arguments, and
 * whether the client may send it now), and carries it out. The six most frequent commands are found by comparing one
 * word of eight bytes; {@link MoreCommands} finds the rest by name.
 */
final class Commands {
    private static final long UPPER_CASE = 0xDFDF_DFDF_DFDF_DFDFL;
    private static final String SUBSCRIBED =
            "Can't execute '%s': only (P|S)SUBSCRIBE / (P|S)UNSUBSCRIBE / PING / QUIT / RESET are"
                    + " allowed in this context";

    private final Keyspace keyspace;
    private final Log log;
    private final Stats stats = new Stats();
    private final ConnectedClients connected = new ConnectedClients();
    private final PubSub pubSub = new PubSub();
    private final Transactions transactions;
    private final Info info;
    private final MoreCommands more;
    private final Command[] table;
    private final long[] names; // of the table's commands, packed into words

    Commands(Keyspace keyspace, Limits limits, Log log) {
        this.keyspace = keyspace;
        this.log = log;
        transactions = new Transactions(keyspace, this::runQueued);
        var strings = new StringCommands(keyspace, stats);
        var expiry = new ExpiryCommands(keyspace, stats);
        table = new Command[] {
            new Command("ping", -1, WHILE_SUBSCRIBED, Keys.NONE, ServerCommands::ping),
            new Command("get", 2, READS, Keys.ONE, strings::get),
            new Command("set", -3, WRITES | NEEDS_MEMORY, Keys.ONE, strings::set),
            new Command("incr", 2, WRITES | NEEDS_MEMORY, Keys.ONE, strings::incr),
            new Command("expire", -3, WRITES, Keys.ONE, expiry::expire),
            new Command("ttl", 2, READS, Keys.ONE, expiry::ttl),
        };
        names = new long[table.length];
        for (int i = 0; i < table.length; i++) {
            names[i] = packed(table[i].name());
        }
        more = new MoreCommands(table);
        more.add(strings.more());
        more.add(new KeyCommands(keyspace, stats).all());
        more.add(pubSub.all());
        more.add(transactions.all());
        more.add(new ServerCommands(keyspace, limits, connected, this::reset).all());
        info = new Info(keyspace, limits, stats, connected);
        more.add(info.all());
        more.add(new CommandCommands(more).all());
    }

    Stats stats() {
        return stats;
    }

    /** For {@link MetricsPage}. */
    String metrics() {
        return info.forPrometheus();
    }

    ConnectedClients connected() {
        return connected;
    }

    /** The client has disconnected: ends its subscriptions and its transaction. */
    void forget(Client client) {
        connected.remove(client);
        reset(client);
    }

    private void reset(Client client) {
        pubSub.leaveAll(client);
        transactions.forget(client);
    }

    /**
     * Carries out a request and writes its reply.
     *
     * @return false if the connection must be closed without a reply
     */
    boolean run(Client client, Request request, Reply reply) {
        Command command = null;
        try {
            command = find(request);
            if (command == null) {
                if (isFromBrowser(request.argument(0))) {
                    return false;
                }
                throw unknown(request);
            }
            if (!command.takes(request.count())) {
                throw new CommandError("ERR wrong number of arguments for '" + command.name() + "' command");
            }
            if (command.is(NEEDS_MEMORY) && keyspace.isFull()) {
                throw CommandError.OUT_OF_MEMORY;
            }
            if (client.isSpecial() && isQueued(client, command, request, reply)) {
                return true;
            }
        } catch (CommandError wrong) {
            refuse(client, command, wrong, reply);
            return true;
        }
        carryOut(client, command, request, reply);
        return true;
    }

    private void carryOut(Client client, Command command, Request request, Reply reply) {
        stats.commands++;
        client.setLastCommand(command);
        try {
            requireNonNull(command.action(), "only a name").run(client, request, reply);
        } catch (CommandError wrong) {
            error(wrong, reply);
        } catch (StoreFull full) {
            error(CommandError.OUT_OF_MEMORY, reply);
        }
    }

    /** For EXEC. A queued request was checked when it was queued. */
    private void runQueued(Client client, Request request, Reply reply) {
        carryOut(client, requireNonNull(find(request), "checked when it was queued"), request, reply);
    }

    /** Whether MULTI has queued the command; @throws CommandError if the client is subscribed and may not send it */
    private boolean isQueued(Client client, Command command, Request request, Reply reply) {
        if (client.isSubscribed() && !client.speaksResp3() && !command.is(WHILE_SUBSCRIBED)) {
            throw new CommandError("ERR " + SUBSCRIBED.formatted(command.name()));
        }
        if (!client.isInTransaction() || command.is(NOT_QUEUED)) {
            return false;
        }
        client.transaction().queue(request);
        reply.simple("QUEUED");
        return true;
    }

    /** Replies with the error. If the client is in a transaction, EXEC will not carry it out. */
    private void refuse(Client client, @Nullable Command command, CommandError why, Reply reply) {
        if (command != null && command.name().equals("exec")) {
            transactions.forget(client);
            error(
                    new CommandError("EXECABORT Transaction discarded because of: "
                            + why.text().replaceFirst("^ERR ", "")),
                    reply);
            return;
        }
        if (client.isInTransaction()) {
            client.transaction().spoil();
        }
        error(why, reply);
    }

    private void error(CommandError error, Reply reply) {
        reply.error(error.text());
        if (error == CommandError.OUT_OF_MEMORY) {
            log.note("memory for data is full: commands that need more are refused");
        }
    }

    private @Nullable Command find(Request request) {
        var frequent = find(request.argument(0));
        return frequent == null ? more.find(request) : frequent;
    }

    /** One of the six frequent commands, or null. */
    private @Nullable Command find(Argument name) {
        int length = name.length();
        if (length == 0 || length > Words.SIZE) {
            return null;
        }
        long word = Words.get(name.bytes(), name.from());
        if (length < Words.SIZE) {
            word &= Words.mask(length);
        }
        word &= UPPER_CASE; // a letter without this bit is upper-case, and no other byte becomes one
        for (int i = 0; i < names.length; i++) {
            if (names[i] == word && table[i].name().length() == length) {
                return table[i];
            }
        }
        return null;
    }

    private static long packed(String name) {
        long word = 0;
        for (int i = 0; i < name.length(); i++) {
            word |= (long) Character.toUpperCase(name.charAt(i)) << (i * Byte.SIZE);
        }
        return word;
    }

    /** A web page can make a browser send HTTP to this port; Redis ends such a connection before it does harm. */
    private static boolean isFromBrowser(Argument name) {
        return name.length() <= 5 && (name.is("post") || name.is("host:"));
    }

    private static CommandError unknown(Request request) {
        var arguments = new StringBuilder();
        for (int i = 1; i < request.count() && arguments.length() < CommandError.MAX_ECHO; i++) {
            var text = request.argument(i).text(CommandError.MAX_ECHO - arguments.length());
            arguments.append('\'').append(text).append("' ");
        }
        return new CommandError("ERR unknown command '" + request.argument(0).text(CommandError.MAX_ECHO)
                + "', with args beginning with: " + arguments);
    }
}
