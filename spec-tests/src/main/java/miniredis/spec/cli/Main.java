package miniredis.spec.cli;

import java.io.PrintWriter;
import miniredis.spec.i18n.Messages;
import miniredis.spec.i18n.OutputCharset;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The command line of mini-redis-spec.jar. */
@Command(
        name = "mini-redis-spec",
        description = "Runs the Mini-Redis specification against a server in any programming language.",
        subcommands = {
            RunCommand.class,
            CompareCommand.class,
            ExploreCommand.class,
            BoardCommand.class,
            SayCommand.class,
            ListCommand.class,
            BookCommand.class,
            DifferencesCommand.class
        },
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  java -jar mini-redis-spec.jar run --command 'python3 -m mini_redis --port {port}' --step 2",
            "  java -jar mini-redis-spec.jar run --address localhost:6379 --strict",
            "  java -jar mini-redis-spec.jar list --step 3",
            "",
            "Exit codes: 0 all passed, 1 at least one scenario failed, 2 the run could not be made."
        })
public final class Main implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    public static void main(String[] args) {
        System.exit(execute(args));
    }

    /** All commands, as they are parsed and documented. */
    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setUsageHelpWidth(100)
                .setErr(new PrintWriter(System.err, true, OutputCharset.get()))
                .setExecutionExceptionHandler(new PlainErrors());
    }

    /** Returns the exit code. */
    static int execute(String... args) {
        return commandLine().execute(args);
    }

    /** Without a command: an error that lists the commands. */
    @Override
    public void run() {
        var language = Messages.ofThisUser();
        throw new CommandLine.ParameterException(spec.commandLine(), language.text("usage.which-command"));
    }

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            var version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"mini-redis-spec " + (version == null ? "(not from the jar)" : version)};
        }
    }
}
