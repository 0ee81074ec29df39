package miniredis.spec.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import miniredis.spec.board.Board;
import miniredis.spec.i18n.Message;
import miniredis.spec.i18n.Messages;
import miniredis.spec.i18n.OutputCharset;
import miniredis.spec.i18n.UsageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows a class, live. */
@Command(
        name = "board",
        description = "Serves a page that shows, live, how far each server of a class is.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        sortOptions = false,
        footer = {
            "",
            "Each learner adds to the run: --tell URL --name NAME, with the URL that this prints. It ends with Ctrl-C.",
            "",
            "Exit codes: 0 it was ended, 2 it could not be opened."
        })
final class BoardCommand implements Callable<Integer>, Localized {
    @Option(names = "--port", paramLabel = "N", description = "Where it listens (default: ${DEFAULT-VALUE}).")
    private int port = 8080;

    @Option(
            names = "--token",
            paramLabel = "WORD",
            description = "The part of the address that only the class knows (default: a random one).")
    private String token = "";

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "Keeps what was told, for the next start (default: ${DEFAULT-VALUE}).")
    private Path file = Path.of("mini-redis-board.json");

    @Mixin
    private LanguageOption language;

    @Override
    public Messages messages() {
        return language.messages();
    }

    @Override
    public Integer call() throws Exception {
        if (!token.matches("[A-Za-z0-9_-]*")) {
            throw new UsageException(Message.of("board.token", token));
        }
        try (var board = Board.open(port, token, file)) {
            OutputCharset.output().println(messages().text(Message.of("board.open", board.url())));
            Thread.currentThread().join();
        }
        return 0;
    }
}
