package miniredis.spec.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import miniredis.spec.execution.AgainCommand;
import miniredis.spec.i18n.Messages;
import miniredis.spec.i18n.OutputCharset;
import miniredis.spec.report.Style;
import miniredis.spec.server.CommandWords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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
            "  run --command 'python3 -m mini_redis --port {port}'     a server that this starts on a free port",
            "  run --command './my-server' --port 6379 --step 2        one with a fixed port, steps 1 and 2 only",
            "  run --address localhost:6379 --strict                   one that already runs, and the exact level",
            "  run --command '...' --scenario INCR-03          one scenario with everything sent and received",
            "  run --command '...' --known-failures known.txt  for CI: nothing fails but what the file lists",
            "  run --command './server {port}' --watch . --build 'go build -o server .' --step 2",
            "                                                  stays, and runs again when a file is saved",
            "",
            "Exit codes: 0 all passed, 1 something is wrong with the server, 2 the run could not be made."
        })
final class RunCommand implements Callable<Integer> {
    @Mixin
    private ServerOptions server;

    @Mixin
    private SelectionOptions selection;

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description = "The folder for results and reports (default: ${DEFAULT-VALUE}).")
    private Path report = Path.of("mini-redis-report");

    @Option(names = "--quiet", description = "Print the totals and nothing else.")
    private boolean quiet;

    @Mixin
    private AcceptanceOptions acceptance;

    @Mixin
    private WatchOptions watch;

    @Mixin
    private LanguageOption language;

    Messages messages() {
        return language.messages();
    }

    private static String thisJar() {
        var path = System.getProperty("java.class.path");
        return CommandWords.quote(path.endsWith(".jar") ? path : "mini-redis-spec.jar");
    }

    @Override
    public Integer call() throws Exception {
        var underTest = server.server();
        var selected = selection.selection();
        var again = AgainCommand.upToTheId(thisJar(), underTest, selected);
        var accepted = acceptance.of(selected);
        if (watch.isWanted(messages())) {
            watch.requireNot(acceptance.isWanted(), messages());
            return watch.watch(
                    underTest, selected, selection.features(), server.directory(), report, again, messages());
        }
        var console = OutputCharset.output();
        var out = quiet ? new PrintStream(OutputStream.nullOutputStream()) : console;
        var style = quiet ? Style.PLAIN : Style.ofThisProcess();
        var result = new ConsoleRun(out, style, messages(), again).execute(underTest, selected, report, accepted);
        if (quiet) {
            console.println(messages().text(result.totals()));
        }
        return acceptance.conclude(accepted, result);
    }
}
