package miniredis.blocking;

import static miniredis.blocking.Command.ANY_NUMBER;

import java.util.List;
import java.util.Locale;

/**
 * Not part of the workshop: what redis-cli asks when it starts (COMMAND), and redis-benchmark (CONFIG GET save, CONFIG GET
 * appendonly). They work without an answer too, but they grumble.
 */
final class ToolCommands {
    private final Limits limits;

    ToolCommands(Limits limits) {
        this.limits = limits;
    }

    List<Command> all() {
        return List.of(
                new Command("command", 0, ANY_NUMBER, args -> Reply.array()),
                new Command("config", 1, ANY_NUMBER, this::config));
    }

    /** Of the subcommands only GET is known: what can be set is on the command line. */
    private Reply config(List<Bytes> args) {
        String subcommand = args.get(0).text();
        if (!subcommand.equalsIgnoreCase("get")) {
            throw new CommandException("ERR unknown subcommand '" + subcommand + "'. Try CONFIG HELP.");
        }
        if (args.size() == 1) {
            throw new CommandException("ERR wrong number of arguments for 'config|get' command");
        }
        return setting(args.get(1));
    }

    /** Nothing is ever written to a disk here. The name comes back as it was asked for. */
    private Reply setting(Bytes name) {
        return switch (name.text().toLowerCase(Locale.ROOT)) {
            case "save" -> setting(name, "");
            case "appendonly" -> setting(name, "no");
            case "maxmemory" -> setting(name, String.valueOf(limits.maxMemory()));
            case "maxclients" -> setting(name, String.valueOf(limits.clients()));
            default -> Reply.array();
        };
    }

    private static Reply setting(Bytes name, String value) {
        return Reply.array(Reply.bulk(name), Reply.bulk(Bytes.of(value)));
    }
}
