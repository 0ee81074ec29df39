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
        var command = find(request.get(0));
        var arguments = request.subList(1, request.size());
        if (command == null) {
            return unknown(request.get(0), arguments);
        }
        if (arguments.size() < command.least() || arguments.size() > command.most()) {
            return wrongNumberOfArguments(command);
        }
        return answer(command, arguments);
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
        return table.get(name.text().toLowerCase(Locale.ROOT));
    }

    private static Reply answer(Command command, List<Bytes> arguments) {
        try {
            return command.handler().apply(arguments);
        } catch (CommandException refused) {
            return new Reply.ErrorMessage(refused.text());
        }
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

    private static Reply wrongNumberOfArguments(Command command) {
        return new Reply.ErrorMessage("ERR wrong number of arguments for '" + command.name() + "' command");
    }

    /** Shows the start of what was sent, so that the sender recognises it: 128 bytes of the name, 128 of the arguments. */
    private static Reply unknown(Bytes name, List<Bytes> arguments) {
        var quoted = new StringBuilder();
        for (var argument : arguments) {
            if (quoted.length() >= LONGEST_QUOTE) {
                break;
            }
            quoted.append(quote(argument, LONGEST_QUOTE - quoted.length())).append(' ');
        }
        return new Reply.ErrorMessage(
                "ERR unknown command " + quote(name, LONGEST_QUOTE) + ", with args beginning with: " + quoted);
    }

    /** Redis is written in C, where text ends at the first NUL byte. */
    private static String quote(Bytes bytes, int longest) {
        String text = bytes.text().split("\0", 2)[0];
        return "'" + text.substring(0, Math.min(longest, text.length())) + "'";
    }
}
