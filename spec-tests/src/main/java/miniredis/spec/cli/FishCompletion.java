package miniredis.spec.cli;

import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Completion for fish, which picocli does not make. */
final class FishCompletion {
    private FishCompletion() {}

    static String of(CommandLine commands, String program) {
        var script = new StringBuilder("complete -c %s -f\n".formatted(program));
        commands.getSubcommands().forEach((name, command) -> {
            var usage = command.getCommandSpec().usageMessage();
            script.append("complete -c %s -n __fish_use_subcommand -a %s -d %s\n"
                    .formatted(program, name, quoted(first(usage.description()))));
            for (var option : command.getCommandSpec().options()) {
                script.append(line(program, name, option));
            }
        });
        return script.toString();
    }

    private static String line(String program, String command, OptionSpec option) {
        var line = new StringBuilder("complete -c %s -n '__fish_seen_subcommand_from %s'".formatted(program, command));
        for (var name : option.names()) {
            line.append(name.startsWith("--") ? " -l " : " -s ").append(name.replaceFirst("^-+", ""));
        }
        if (option.arity().max() > 0) {
            line.append(takesFile(option) ? " -r -F" : " -x");
        }
        if (option.completionCandidates() != null) {
            line.append(" -a ").append(quoted(String.join(" ", option.completionCandidates())));
        }
        return line.append(" -d ")
                .append(quoted(first(option.description())))
                .append('\n')
                .toString();
    }

    private static boolean takesFile(OptionSpec option) {
        return option.paramLabel().matches("DIR|FILE");
    }

    private static String first(String[] lines) {
        return lines.length == 0 ? "" : lines[0].replaceAll(" ?\\(default: \\$\\{.*?}\\)", "");
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
