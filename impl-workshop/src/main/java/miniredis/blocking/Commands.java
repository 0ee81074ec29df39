package miniredis.blocking;

import static miniredis.blocking.Command.ANY_NUMBER;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The table of commands. What holds for every command is checked here, once and in Redis's order: first the name, then the
 * number of arguments. What the arguments mean is the handler's business.
 */
class Commands {
    private static final int LONGEST_QUOTE = 128;

    private final Map<String, Command> table;

    Commands(Keyspace keyspace) {
        this(keyspace, Limits.forThisJvm(0, Integer.MAX_VALUE));
    }

    Commands(Keyspace keyspace, Limits limits) {
        table = new HashMap<>();
        add(new Command("ping", 0, 1, args -> ping(args)));
        add(new Command("get", 1, 1, args -> Reply.bulk(keyspace.get(args.get(0)))));
        add(new Command("set", 2, ANY_NUMBER, args -> set(keyspace, args)));
        add(new Command("incr", 1, 1, args -> Reply.number(keyspace.increment(args.get(0)))));
        add(new Command("expire", 2, ANY_NUMBER, args -> expire(keyspace, args)));
        add(new Command("ttl", 1, 1, args -> Reply.number(keyspace.timeToLive(args.get(0)))));
        new ToolCommands(limits).all().forEach(this::add);
        refuseWhenFull(() -> keyspace.isTooLargeFor(limits), "set", "incr");
    }

    /** Not part of the workshop: these need more memory for data, and are refused when there is none. */
    private void refuseWhenFull(BooleanSupplier isFull, String... names) {
        for (var name : names) {
            table.computeIfPresent(name, (known, command) -> command.needingMemory(isFull));
        }
    }

    /** The same commands. */
    Commands(Commands others) {
        table = others.table;
    }

    /** What answers this client: the same for all, but for {@link ExtendedCommands}. */
    Commands forClient(Peer peer) {
        return this;
    }

    /** Writes a reply in the client's own protocol; @return false where that is the usual one, and nothing was written */
    boolean write(Reply reply, OutputStream out) throws IOException {
        return false;
    }

    /** The client has left. */
    void end() {}

    private void add(Command command) {
        table.put(command.name(), command);
    }

    /**
     * Carries out one request.
     *
     * @param request the command's name and its arguments, never empty
     */
    Reply execute(List<Bytes> request) {
        // TODO Step 3, part 1 (docs/lectures/03-commands.md): Find the command, check the number of arguments,
        //   and have the request answered. What cannot be found is unknown.
        // Turns green: NAME-01, NAME-02
        // Until then: exactly what step 2 needs, in capitals.
        var name = request.get(0);
        var arguments = request.subList(1, request.size());
        return switch (name.text() + " " + arguments.size()) {
            case "PING 0", "PING 1", "GET 1", "SET 2", "INCR 1" ->
                answer(table.get(name.text().toLowerCase(Locale.ROOT)), arguments);
            default -> unknown(name, arguments);
        };
    }

    /** The error for a request that can't be carried out, whatever its arguments mean; empty if it can. */
    Optional<Reply> refusal(List<Bytes> request) {
        var command = find(request.get(0));
        int arguments = request.size() - 1;
        if (command == null) {
            return Optional.of(unknown(request.get(0), request.subList(1, request.size())));
        }
        return arguments < command.least() || arguments > command.most()
                ? Optional.of(wrongNumberOfArguments(command))
                : Optional.empty();
    }

    /** Names are the same in upper and lower case. */
    private @Nullable Command find(Bytes name) {
        // TODO Step 3, part 1 (docs/lectures/03-commands.md): Find the command in the table. Capital and small
        //   letters are the same in a name.
        // Turns green: NAME-01, NAME-02
        // Until then: nothing is found.
        return null;
    }

    private static Reply answer(Command command, List<Bytes> arguments) {
        try {
            return command.handler().apply(arguments);
        } catch (CommandException refused) {
            return new Reply.ErrorMessage(refused.text());
        }
    }

    private static Reply ping(List<Bytes> args) {
        // TODO Step 2, part 3 (docs/lectures/02-protocol.md): Answer PONG, or the message if there is one.
        // Turns green: REPLY-06, INLINE-16, INLINE-17
        // Until then: PONG, whatever was said.
        return new Reply.SimpleString("PONG");
    }

    private static Reply set(Keyspace keyspace, List<Bytes> args) {
        // TODO Step 3, part 2 (docs/lectures/03-commands.md): Store the value. This SET knows no options, so
        //   one more argument is a syntax error.
        // Turns green: ARITY-03 to ARITY-05
        // Until then: whatever comes after the value is ignored.
        keyspace.set(args.get(0), args.get(1));
        return Reply.OK;
    }

    private static Reply expire(Keyspace keyspace, List<Bytes> args) {
        // TODO Step 4, part 1 (docs/lectures/04-expiry.md): Understand the options, then the time, and only
        //   then ask the keyspace. Answer 1 for done, 0 for not.
        // Turns green: EXPIRE-01, EXPIRE-02, TIME-01 to TIME-03, TIME-10, TIME-11
        // Until then: an error.
        throw new CommandException("ERR not written yet: step 4, Commands.expire");
    }

    private static Reply wrongNumberOfArguments(Command command) {
        // TODO Step 3, part 2 (docs/lectures/03-commands.md): Say it in the words of Redis, with the name as it
        //   stands in the table.
        // Turns green: ARITY-02, ARITY-08
        // Until then: an error that says little.
        return new Reply.ErrorMessage("ERR not written yet: step 3, Commands.wrongNumberOfArguments");
    }

    /** Shows the start of what was sent, so that the sender recognises it: 128 bytes of the name, 128 of the arguments. */
    private static Reply unknown(Bytes name, List<Bytes> arguments) {
        // TODO Step 3, part 2 (docs/lectures/03-commands.md): Say which command is unknown and how its
        //   arguments begin. Of the name and of the arguments 128 bytes each are enough.
        // Turns green: UNKNOWN-05.2, UNKNOWN-05.4, UNKNOWN-06 to UNKNOWN-08
        // Until then: the name only.
        return new Reply.ErrorMessage("ERR unknown command '" + name + "', with args beginning with: ");
    }

    /** Redis is written in C, where text ends at the first NUL byte. */
    private static String quote(Bytes bytes, int longest) {
        // TODO Step 3, part 2 (docs/lectures/03-commands.md): Put the text between single quotes, and cut what
        //   is too long.
        // Turns green: UNKNOWN-05.2, UNKNOWN-06 to UNKNOWN-08
        // Until then: nothing between the quotes.
        return "''";
    }
}
