package miniredis.spec.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import miniredis.spec.execution.AgainCommand;
import miniredis.spec.i18n.Messages;
import miniredis.spec.i18n.OutputCharset;
import miniredis.spec.report.Style;
import miniredis.spec.server.CommandWords;
import miniredis.spec.watch.Settings;
import miniredis.spec.watch.Watch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs the specification against one server. */
@Command(
        name = "run",
        description = "Runs the specification against one server.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  run --command 'python3 -m mini_redis --port {port}'     starts the server on a free port",
            "  run --command './my-server' --port 6379 --step 2        a fixed port, steps 1 and 2 only",
            "  run --address localhost:6379 --strict                   a running server, with the exact level",
            "  run --command '...' --scenario INCR-03          one scenario with everything sent and received",
            "  run --command '...' --known-failures known.txt  for CI: only what the file lists may fail",
            "  run --command './server {port}' --watch . --build 'go build -o server .' --step 2",
            "                                                  keeps running, tests again when a file is saved",
            "",
            "Exit codes: 0 all passed, 1 something is wrong with the server, 2 the run could not be made."
        })
final class RunCommand implements Callable<Integer>, Localized {
    @Spec
    private CommandSpec command;

    @Mixin
    private ServerOptions server;

    @Mixin
    private ScopeOptions scope;

    @Option(
            names = "--scenario",
            paramLabel = "ID",
            completionCandidates = ScenarioIds.class,
            description =
                    "Only this scenario, such as INCR-03, with its transcript. For several: repeat it, or use INCR-*.")
    private @Nullable List<String> scenarios;

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description = "The folder for results and reports (default: ${DEFAULT-VALUE}).")
    private Path report = Path.of("mini-redis-report");

    @Option(names = "--quiet", description = "Print only the totals.")
    private boolean quiet;

    @Mixin
    private AcceptanceOptions acceptance;

    @Option(
            names = "--watch",
            paramLabel = "DIR",
            description = "Keep running, and test again whenever a file in this folder is saved.")
    private @Nullable Path watched;

    @Option(
            names = "--build",
            paramLabel = "COMMAND",
            description =
                    "With --watch: the shell command, run in --directory, that builds the server before each run.")
    private @Nullable String build;

    @Mixin
    private TellOptions tell;

    @Mixin
    private LanguageOption language;

    @Override
    public Messages messages() {
        return language.messages();
    }

    static String thisJar() {
        var path = System.getProperty("java.class.path");
        return CommandWords.quote(path.endsWith(".jar") ? path : "mini-redis-spec.jar");
    }

    @Override
    public Integer call() throws Exception {
        var underTest = server.server(tell.name());
        var selection = scope.selection(Optional.ofNullable(scenarios).map(ids -> String.join(",", ids)));
        var again = AgainCommand.upToTheId(thisJar(), underTest, selection);
        var accepted = acceptance.of(selection);
        var teller = tell.teller();
        if (watched != null) {
            if (acceptance.isWanted()) {
                throw usage("usage.watch-acceptance");
            }
            if (scenarios != null) {
                throw usage("usage.watch-one-scenario");
            }
            var settings = new Settings(
                    underTest,
                    selection,
                    scope.features(),
                    watched,
                    Optional.ofNullable(build),
                    server.directory(),
                    report,
                    again,
                    teller,
                    messages());
            return Watch.over(settings, OutputCharset.output(), Style.ofThisProcess());
        }
        if (build != null) {
            throw usage("usage.build-without-watch");
        }
        var console = OutputCharset.output();
        var out = quiet ? new PrintStream(OutputStream.nullOutputStream()) : console;
        var style = quiet ? Style.PLAIN : Style.ofThisProcess();
        var result = new ConsoleRun(out, style, messages(), again).execute(underTest, selection, report, accepted);
        teller.flatMap(board -> board.tell(result))
                .ifPresent(problem -> System.err.println(messages().text(problem)));
        if (quiet) {
            console.println(messages().text(result.totals()));
        }
        return acceptance.conclude(accepted, result);
    }

    private ParameterException usage(String key) {
        return new ParameterException(command.commandLine(), messages().text(key));
    }
}
