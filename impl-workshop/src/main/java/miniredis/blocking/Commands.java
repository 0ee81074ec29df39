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
        // TODO Step 3, part 1 (docs/lectures/03-commands.md): Find the command in the table, and check the number
        //   of arguments. Names are not case-sensitive. A command that is not in the table is unknown.
        // Turns green: NAME-01, NAME-02
        // Until then: only what step 2 needs, in capitals.
        var name = request.get(0);
        var arguments = request.subList(1, request.size());
        return switch (name.text() + " " + arguments.size()) {
            case "PING 0", "PING 1", "GET 1", "SET 2", "SET 3", "INCR 1" ->
                table.get(name.text().toLowerCase(Locale.ROOT));
            default -> throw unknown(name, arguments);
        };
    }

    private static Reply ping(List<Bytes> args) {
        // TODO Step 2, part 1 (docs/lectures/02-protocol.md): Reply PONG, or the argument if there is one.
        // Turns green: INLINE-16, INLINE-17
        // Until then: PONG, whatever the argument is.
        return new Reply.SimpleString("PONG");
    }

    private static Reply set(Keyspace keyspace, List<Bytes> args) {
        // TODO Step 3, part 3 (docs/lectures/03-commands.md): Store the value. This SET has no options, so one
        //   more argument is a syntax error.
        // Turns green: ARITY-03 to ARITY-05, RANDOM-03 to RANDOM-05
        // Until then: arguments after the value are ignored.
        keyspace.set(args.get(0), args.get(1));
        return Reply.OK;
    }

    private static Reply expire(Keyspace keyspace, List<Bytes> args) {
        // TODO Step 4, part 1 (docs/lectures/04-expiry.md): Parse the options, then the time, and only then call
        //   the keyspace. Reply 1 if it was done, and 0 if not.
        // Turns green: EXPIRE-01 to EXPIRE-03, EXPIRE-05, TIME-01 to TIME-04, TIME-08 to TIME-11,
        //   ORDER-03
        // Until then: an error.
        throw new CommandException("ERR not written yet: step 4, Commands.expire");
    }

    public static CommandException wrongNumberOfArguments(String name) {
        // TODO Step 3, part 3 (docs/lectures/03-commands.md): Use the words of Redis, with the name as it is in
        //   the table.
        // Turns green: ARITY-02, ARITY-08
        // Until then: an error that says little.
        return new CommandException("ERR not written yet: step 3, Commands.wrongNumberOfArguments");
    }

    /** Shows the start of what was sent, so that the sender recognises it: 128 bytes of the name, 128 of the arguments. */
    private static CommandException unknown(Bytes name, List<Bytes> arguments) {
        // TODO Step 3, part 3 (docs/lectures/03-commands.md): Say which command is unknown and how its
        //   arguments begin. 128 bytes of the name and 128 of the arguments are enough.
        // Turns green: UNKNOWN-05.2, UNKNOWN-05.4, UNKNOWN-06 to UNKNOWN-08
        // Until then: only the name.
        return new CommandException("ERR unknown command '" + name + "', with args beginning with: ");
    }

    /** Redis is written in C, where text ends at the first NUL byte. */
    private static String quote(Bytes bytes, int longest) {
        // TODO Step 3, part 3 (docs/lectures/03-commands.md): Put the text between single quotes, and cut it if
        //   it is too long.
        // Turns green: UNKNOWN-05.2, UNKNOWN-06 to UNKNOWN-08
        // Until then: nothing between the quotes.
        return "''";
    }
}
