package miniredis.nio;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All commands by name, including those of two words, such as CLIENT ID. */
final class MoreCommands {
    private static final int LONGEST_NAME = 32;

    private final Map<String, Command> commands = new TreeMap<>();
    /** The first words of the commands of two words. */
    private final Set<String> firstWords = new HashSet<>();

    MoreCommands(Command... known) {
        add(List.of(known));
    }

    void add(List<Command> others) {
        for (var command : others) {
            commands.put(command.name(), command);
            if (command.hasTwoWords()) {
                firstWords.add(command.name().split("\\|")[0]);
            }
        }
    }

    Collection<Command> all() {
        return commands.values();
    }

    /** Finds a command by its whole name: {@code get}, {@code client|id}. */
    @Nullable
    Command find(String name) {
        return commands.get(name.toLowerCase(Locale.ROOT));
    }

    /** The command that a request is for, or null; @throws CommandError for a second word that does not exist */
    @Nullable
    Command find(Request request) {
        if (request.argument(0).length() > LONGEST_NAME) {
            return null;
        }
        var name = request.argument(0).bytesAsText().toLowerCase(Locale.ROOT);
        if (request.count() == 1 || !firstWords.contains(name)) {
            return commands.get(name);
        }
        var second = request.argument(1).text(CommandError.MAX_ECHO);
        var found = commands.get(name + "|" + second.toLowerCase(Locale.ROOT));
        if (found == null) {
            throw new CommandError(
                    "ERR unknown subcommand '" + second + "'. Try " + name.toUpperCase(Locale.ROOT) + " HELP.");
        }
        return found;
    }
}
