package miniredis.spec.cli;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import miniredis.spec.server.ServerSpec;
import miniredis.spec.server.ServerUnderTest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** How the server under test is named on the command line. */
final class ServerOptions {
    @ArgGroup(multiplicity = "1")
    private Where where;

    @Option(
            names = "--directory",
            paramLabel = "DIR",
            description = "Start the command in this directory (default: the current one).")
    private Path directory = Path.of("");

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "The port the command listens on, if it can't take {port}.")
    private int port;

    @Option(
            names = "--startup-timeout",
            paramLabel = "SECONDS",
            description = "How long the server may take until it accepts connections (default: ${DEFAULT-VALUE}).")
    private int startupTimeout = (int) ServerSpec.STARTUP_TIMEOUT.toSeconds();

    @Option(names = "--fresh-directory", description = "Start the command in a new copy of the directory each time.")
    private boolean freshDirectory;

    @Option(names = "--server-name", paramLabel = "NAME", description = "The server's name in reports.")
    private @Nullable String name;

    private static final class Where {
        @Option(
                names = "--command",
                paramLabel = "COMMAND",
                required = true,
                description = "Starts the server; {port} stands for the port to listen on.")
        private @Nullable String command;

        @Option(
                names = "--address",
                paramLabel = "HOST:PORT",
                required = true,
                description = "A server that is already running.")
        private @Nullable String address;
    }

    Path directory() {
        return directory;
    }

    ServerUnderTest server() {
        return server(Optional.empty());
    }

    /** @param otherName what reports call it where none of these options does */
    ServerUnderTest server(Optional<String> otherName) {
        if (where.address != null) {
            return named(ServerSpec.ofAddress(where.address), otherName)
                    .givenUpAfter(Duration.ofSeconds(startupTimeout))
                    .server();
        }
        return named(ServerSpec.ofCommand(requireNonNull(where.command)), otherName)
                .in(directory)
                .listeningOn(port)
                .givenUpAfter(Duration.ofSeconds(startupTimeout))
                .inFreshDirectories(freshDirectory)
                .server();
    }

    private ServerSpec named(ServerSpec spec, Optional<String> otherName) {
        return Optional.ofNullable(name).or(() -> otherName).map(spec::called).orElse(spec);
    }
}
