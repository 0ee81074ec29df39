package miniredis.spec.cli;

import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import miniredis.spec.execution.AgainCommand;
import miniredis.spec.execution.Exploration;
import miniredis.spec.execution.Exploration.State;
import miniredis.spec.i18n.Message;
import miniredis.spec.i18n.Messages;
import miniredis.spec.i18n.OutputCharset;
import miniredis.spec.report.FailureText;
import miniredis.spec.server.ResourceUse;
import miniredis.spec.server.RunningServer;
import miniredis.spec.server.ServerSpec;
import miniredis.spec.server.ServerUnavailable;
import miniredis.spec.server.ServerUnderTest;
import miniredis.spec.specification.Selection;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Looks for mistakes that no scenario covers, until the time is over. */
@Command(
        name = "explore",
        description =
                "Sends random commands, also from many clients at the same time, until a reply is wrong or time is up.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  explore --command './my-server {port}' --step 3 --minutes 2",
            "  explore --address localhost:6379 --step 5 --strict --seed random",
            "  explore --command 'valkey-server --port {port}' --against 'redis-server --port {port}' --step 5 --strict",
            "",
            "Exit codes: 0 nothing was found, 1 something was found, 2 the server could not be explored."
        })
final class ExploreCommand implements Callable<Integer>, Localized {
    private static final int SECONDS_A_MINUTE = 60;
    private static final int SECONDS_BETWEEN_LINES = 10;
    private static final double MEGABYTE = 1024 * 1024;

    @Mixin
    private ServerOptions server;

    @Mixin
    private ScopeOptions scope;

    @Option(names = "--minutes", paramLabel = "N", description = "Stop after N minutes (default: ${DEFAULT-VALUE}).")
    private double minutes = 10;

    @Option(
            names = "--against",
            paramLabel = "COMMAND",
            description = "Compare with this server, not only with the rules; {port} stands for its port.")
    private @Nullable String against;

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description = "The folder for what servers print (default: ${DEFAULT-VALUE}).")
    private Path report = Path.of("mini-redis-report");

    @Mixin
    private LanguageOption language;

    private final PrintStream out = OutputCharset.output();
    private double lastLine;

    @Override
    public Messages messages() {
        return language.messages();
    }

    @Override
    public Integer call() throws Exception {
        var selection = scope.selection(Optional.empty());
        if (against == null) {
            return explore(selection, Optional.empty());
        }
        Files.createDirectories(report);
        try (var oracle = start(against)) {
            return explore(selection, Optional.of(oracle.address()));
        }
    }

    private RunningServer start(String command) throws ServerUnavailable {
        return ServerSpec.ofCommand(command).server().start(report.resolve("against.log"));
    }

    private int explore(Selection selection, Optional<InetSocketAddress> oracle) throws ServerUnavailable {
        var underTest = server.server();
        print(Message.of("explore.begins", underTest.name(), selection.lastStep(), selection.seed(), minutes));
        var end = new Exploration(
                        underTest,
                        selection,
                        report.resolve("server-output"),
                        seed -> again(underTest, selection.seeded(seed)),
                        oracle)
                .explore(Math.round(minutes * SECONDS_A_MINUTE), this::played);
        var state = end.state();
        print(progress(state));
        print(Message.of("explore.use", inWords(state.before()), inWords(state.now())));
        if (state.notAgain() > 0) {
            print(Message.counted("explore.not-again", state.notAgain()));
        }
        end.found()
                .ifPresentOrElse(
                        found -> out.printf("%n%s%n", FailureText.message(found, messages())),
                        () -> print(Message.of("explore.nothing")));
        return end.found().isPresent() ? 1 : 0;
    }

    private String again(ServerUnderTest underTest, Selection selection) {
        return against == null
                ? AgainCommand.upToTheId(RunCommand.thisJar(), underTest, selection)
                : AgainCommand.ofComparison(RunCommand.thisJar(), underTest, against, selection);
    }

    private void played(State state) {
        if (state.seconds() - lastLine >= SECONDS_BETWEEN_LINES) {
            lastLine = state.seconds();
            print(progress(state));
        }
    }

    private static Message progress(State state) {
        return Message.of(
                "explore.progress",
                Math.round(state.seconds()),
                "%,d".formatted(state.commands()),
                "%,d".formatted(Math.round(state.commands() / Math.max(state.seconds(), 1))),
                state.seed());
    }

    private static String inWords(ResourceUse use) {
        return Double.isNaN(use.bytes())
                ? "?"
                : String.format(Locale.ROOT, "%.0f MB, %.0f", use.bytes() / MEGABYTE, use.files());
    }

    private void print(Message message) {
        out.println("  " + messages().text(message));
    }
}
