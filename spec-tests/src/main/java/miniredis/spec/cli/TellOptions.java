package miniredis.spec.cli;

import java.util.Optional;
import miniredis.spec.board.Teller;
import miniredis.spec.i18n.Message;
import miniredis.spec.i18n.UsageException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether a board is told of the run. */
final class TellOptions {
    @Option(names = "--tell", paramLabel = "URL", description = "Tell this board how far the server is; see board.")
    private @Nullable String url;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "What the board calls the server, and reports where --server-name is missing.")
    private @Nullable String name;

    Optional<String> name() {
        return Optional.ofNullable(name);
    }

    Optional<Teller> teller() {
        if (url == null) {
            return Optional.empty();
        }
        if (name == null) {
            throw new UsageException(Message.of("board.no-name"));
        }
        return Optional.of(Teller.of(url, name));
    }
}
