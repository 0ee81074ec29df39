package miniredis.blocking;

import static miniredis.blocking.Command.ANY_NUMBER;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The command table. The checks that every command needs are made here, once and in Redis's order: first the name, then the
 * number of arguments. The handler decides what the arguments mean.
 */
public final class Commands implements RequestHandler {
    private static final int LONGEST_QUOTE = 128;

    private final Map<String, Command> table = new TreeMap<>();

    public Commands(Keyspace keyspace) {
        add(new Command("ping", 0, 1, args -> ping(args)));
        add(new Command("get", 1, 1, args -> Reply.bulk(keyspace.get(args.get(0)))));
        add(new Command("set", 2, ANY_NUMBER, args -> set(keyspace, args)));
        add(new Command("incr", 1, 1, args -> Reply.number(keyspace.increment(args.get(0)))));
        add(new Command("expire", 2, ANY_NUMBER, args -> expire(keyspace, args)));
        add(new Command("ttl", 1, 1, args -> Reply.number(keyspace.timeToLive(args.get(0)))));
    }

    /** Adds a row. It replaces a row of the same name. */
    public void add(Command command) {
        table.put(command.name(), command);
    }

    /** All rows by name, in the order of their names. */
    public Map<String, Command> rows() {
        return Collections.unmodifiableMap(table);
    }

    @Override
    public Reply execute(List<Bytes> request) {
        try {
            return find(request).answer(request.subList(1, request.size()));
        } catch (CommandException refused) {
            return new Reply.ErrorMessage(refused.text());
        }
    }

    /**
     * The row that a request is for. Names are not case-sensitive.
     *
     * @throws CommandException if there is no such command, or if it doesn't take that many arguments
     */
    public Command find(List<Bytes> request) {
        var command = table.get(request.get(0).text().toLowerCase(Locale.ROOT));
        var arguments = request.subList(1, request.size());
        if (command == null) {
            throw unknown(request.get(0), arguments);
        }
        if (arguments.size() < command.least() || arguments.size() > command.most()) {
            throw wrongNumberOfArguments(command.name());
        }
        return command;
    }

    private static Reply ping(List<Bytes> args) {
        return args.isEmpty() ? new Reply.SimpleString("PONG") : Reply.bulk(args.get(0));
    }

    private static Reply set(Keyspace keyspace, List<Bytes> args) {
        if (args.size() > 2) {
            throw new CommandException("ERR syntax error");
        }
        keyspace.set(args.get(0), args.get(1));
        return Reply.OK;
    }

    private static Reply expire(Keyspace keyspace, List<Bytes> args) {
        var condition = ExpireCondition.parse(args.subList(2, args.size()));
        var seconds = StrictInteger.parse(args.get(1));
        if (seconds.isEmpty()) {
            throw new CommandException("ERR value is not an integer or out of range");
        }
        return Reply.yesOrNo(keyspace.expire(args.get(0), seconds.getAsLong(), condition));
    }

    public static CommandException wrongNumberOfArguments(String name) {
        return new CommandException("ERR wrong number of arguments for '" + name + "' command");
    }

    /** Shows the start of what was sent, so that the sender recognises it: 128 bytes of the name, 128 of the arguments. */
    private static CommandException unknown(Bytes name, List<Bytes> arguments) {
        var quoted = new StringBuilder();
        for (var argument : arguments) {
            if (quoted.length() >= LONGEST_QUOTE) {
                break;
            }
            quoted.append(quote(argument, LONGEST_QUOTE - quoted.length())).append(' ');
        }
        return new CommandException(
                "ERR unknown command " + quote(name, LONGEST_QUOTE) + ", with args beginning with: " + quoted);
    }

    /** Redis is written in C, where text ends at the first NUL byte. */
    private static String quote(Bytes bytes, int longest) {
        String text = bytes.text().split("\0", 2)[0];
        return "'" + text.substring(0, Math.min(longest, text.length())) + "'";
    }
}
