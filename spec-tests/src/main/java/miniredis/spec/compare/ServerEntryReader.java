package miniredis.spec.compare;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import miniredis.spec.server.ServerSpec;

/** Reads one server of a servers.yaml. */
final class ServerEntryReader {
    private static final String[] KEYS = {
        "name", "command", "address", "directory", "port", "env", "startup-timeout", "fresh-directory", "note"
    };
    private static final int LONGEST_STARTUP_SECONDS = 3600;

    private final Path file;
    private final YamlMapping entry;

    ServerEntryReader(Path file, YamlMapping entry) {
        this.file = file;
        this.entry = entry;
    }

    ServerEntry read() {
        entry.allowOnly(KEYS);
        var name = entry.text("name").map(String::strip).filter(text -> !text.isEmpty());
        if (name.isEmpty()) {
            throw entry.fault("name", "This server has no name. Write name: followed by what the page shall call it.");
        }
        var command = entry.text("command");
        var address = entry.text("address");
        if (command.isPresent() == address.isPresent()) {
            throw entry.fault(
                    command.isPresent() ? "address" : "name",
                    "'%s' needs either command: (what starts it) or address: (where it already runs)%s."
                            .formatted(name.get(), command.isPresent() ? ", not both" : ""));
        }
        var spec = command.map(ServerSpec::ofCommand)
                .or(() -> address.map(ServerSpec::ofAddress))
                .orElseThrow()
                .called(name.get())
                .listeningOn(entry.number("port", 1, 65535, "6379").orElse(0))
                .with(environment())
                .givenUpAfter(entry.number("startup-timeout", 1, LONGEST_STARTUP_SECONDS, "30 (seconds)")
                        .map(Duration::ofSeconds)
                        .orElse(ServerSpec.STARTUP_TIMEOUT))
                .inFreshDirectories(
                        entry.text("fresh-directory").map(Boolean::valueOf).orElse(false));
        address.ifPresent(text -> checkAddress(spec));
        command.ifPresent(text -> checkCommand(spec));
        return new ServerEntry(
                spec.in(directory()), entry.text("note").map(String::strip).orElse(""), file + ":" + entry.line());
    }

    private void checkAddress(ServerSpec spec) {
        for (var key : new String[] {"directory", "port", "env", "startup-timeout", "fresh-directory"}) {
            if (entry.node(key).isPresent()) {
                throw entry.fault(
                        key, "'%s' is for servers that a command starts; with address: leave it out.".formatted(key));
            }
        }
        try {
            spec.server();
        } catch (IllegalArgumentException noAddress) {
            throw entry.fault("address", String.valueOf(noAddress.getMessage()));
        }
    }

    private void checkCommand(ServerSpec spec) {
        if (!spec.command().orElseThrow().contains("{port}") && spec.port() == 0) {
            throw entry.fault(
                    "command",
                    "The command does not say which port to listen on. Write {port} where it takes its port,"
                            + " or, if its port is fixed, add port: 6379.");
        }
        try {
            spec.server();
        } catch (IllegalArgumentException wrong) {
            throw entry.fault("command", String.valueOf(wrong.getMessage()));
        }
    }

    /** Paths in the file count from the file, wherever it is read from. */
    private Path directory() {
        var here = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of("/"));
        try {
            var directory = here.resolve(entry.text("directory").orElse("")).normalize();
            return directory.equals(Path.of("").toAbsolutePath()) ? Path.of("") : directory;
        } catch (InvalidPathException noPath) {
            throw entry.fault("directory", "This is not a path: " + noPath.getInput());
        }
    }

    private Map<String, String> environment() {
        return entry.node("env")
                .map(node -> YamlMapping.of(
                                node, file.toString(), "'env' has names and values below it, such as PYTHONPATH: src")
                        .texts())
                .orElse(Map.of());
    }
}
