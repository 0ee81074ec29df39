package miniredis.spec.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints what lets a shell complete this program's commands and options. */
@Command(
        name = "completion",
        description = "Prints a script that lets your shell complete commands and options.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        footer = {
            "",
            "Examples:",
            "  bash   source <(mini-redis-spec completion bash)",
            "  zsh    source <(mini-redis-spec completion zsh)",
            "  fish   mini-redis-spec completion fish | source"
        })
final class CompletionCommand implements Callable<Integer> {
    static final String PROGRAM = "mini-redis-spec";

    enum Shell {
        bash,
        zsh,
        fish
    }

    @Parameters(paramLabel = "SHELL", description = "One of: ${COMPLETION-CANDIDATES}.")
    private Shell shell;

    @Override
    public Integer call() {
        var commands = Main.commandLine();
        // The script for bash makes zsh understand it.
        System.out.print(
                shell == Shell.fish ? FishCompletion.of(commands, PROGRAM) : AutoComplete.bash(PROGRAM, commands));
        return 0;
    }
}
