package miniredis.nio;

import miniredis.nio.store.Keyspace;
import miniredis.nio.store.StoreFull;
import miniredis.nio.store.Words;

/** The commands by name. What is true of all of them is checked here, once: that they exist, and how many arguments. */
final class Commands {
    private static final int MAX_ECHO = 128;
    private static final boolean NEEDS_MEMORY = true;
    private static final long UPPER_CASE = 0xDFDF_DFDF_DFDF_DFDFL;

    private final Keyspace keyspace;
    private final Log log;
    private final Command[] table;
    private final long[] names; // of the table's commands, packed into words

    Commands(Keyspace keyspace, Limits limits, Log log) {
        this.keyspace = keyspace;
        this.log = log;
        var server = new ServerCommands(limits);
        var strings = new StringCommands(keyspace);
        var expiry = new ExpiryCommands(keyspace);
        table = new Command[] {
            new Command("ping", -1, StringCommands::ping),
            new Command("get", 2, strings::get),
            new Command("set", -3, NEEDS_MEMORY, strings::set),
            new Command("incr", 2, NEEDS_MEMORY, strings::incr),
            new Command("expire", -3, expiry::expire),
            new Command("ttl", 2, expiry::ttl),
            new Command("command", -1, ServerCommands::command),
            new Command("config", -2, server::config),
        };
        names = new long[table.length];
        for (int i = 0; i < table.length; i++) {
            names[i] = packed(table[i].name());
        }
    }

    /**
     * Carries out a request and writes its reply.
     *
     * @return false if the connection shall end without another word
     */
    boolean run(Request request, Reply reply) {
        var command = find(request.argument(0));
        try {
            if (command == null) {
                if (isFromBrowser(request.argument(0))) {
                    return false;
                }
                throw unknown(request);
            }
            if (!command.takes(request.count())) {
                throw new CommandError("ERR wrong number of arguments for '" + command.name() + "' command");
            }
            if (command.needsMemory() && keyspace.isFull()) {
                throw CommandError.OUT_OF_MEMORY;
            }
            command.action().run(request, reply);
        } catch (CommandError wrong) {
            refuse(wrong, reply);
        } catch (StoreFull full) {
            refuse(CommandError.OUT_OF_MEMORY, reply);
        }
        return true;
    }

    private void refuse(CommandError error, Reply reply) {
        reply.error(error.getMessage());
        if (error == CommandError.OUT_OF_MEMORY) {
            log.note("memory for data is full: commands that need more are refused");
        }
    }

    private Command find(Argument name) {
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
        for (int i = 1; i < request.count() && arguments.length() < MAX_ECHO; i++) {
            var text = request.argument(i).text(MAX_ECHO - arguments.length());
            arguments.append('\'').append(text).append("' ");
        }
        return new CommandError("ERR unknown command '" + request.argument(0).text(MAX_ECHO)
                + "', with args beginning with: " + arguments);
    }
}
