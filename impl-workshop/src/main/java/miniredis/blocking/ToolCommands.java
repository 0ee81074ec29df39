package miniredis.blocking;

import static miniredis.blocking.Command.ANY_NUMBER;

import java.util.List;

/**
 * Not part of the workshop: what redis-cli asks when it starts (COMMAND), and redis-benchmark (CONFIG GET save, CONFIG GET
 * appendonly). They work without an answer too, but they grumble.
 */
final class ToolCommands {
    private ToolCommands() {}

    static List<Command> all() {
        return List.of(
                new Command("command", 0, ANY_NUMBER, args -> Reply.array()),
                new Command("config", 1, ANY_NUMBER, args -> config(args)));
    }

    /** Nothing is ever written to a disk here, and no other setting exists. */
    private static Reply config(List<Bytes> args) {
        return switch (args.get(args.size() - 1).text()) {
            case "save" -> setting("save", "");
            case "appendonly" -> setting("appendonly", "no");
            default -> Reply.array();
        };
    }

    private static Reply setting(String name, String value) {
        return Reply.array(Reply.bulk(Bytes.of(name)), Reply.bulk(Bytes.of(value)));
    }
}
