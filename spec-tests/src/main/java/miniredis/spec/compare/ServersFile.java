package miniredis.spec.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import miniredis.spec.server.ServerSpec;

/** Reads a servers.yaml: {@code servers:} with a list of servers. Errors name the file and the line. */
public final class ServersFile {
    private static final String FORM = """
            Write a list of servers:
              servers:
                - name: mine
                  command: python3 -m mini_redis --port {port}""";
    private static final List<String> ONLY_WITH_A_COMMAND =
            List.of("directory", "port", "env", "startup-timeout", "fresh-directory");
    private static final List<String> KEYS = List.of(
            "name", "command", "address", "directory", "port", "env", "startup-timeout", "fresh-directory", "note");
    private static final int LONGEST_STARTUP_SECONDS = 3600;

    private final Path file;
    private final YamlValue entry;
    private final Map<String, YamlValue> values;

    private ServersFile(Path file, YamlValue entry) {
        this.file = file;
        this.entry = entry;
        this.values = entry.mapping("A server is a list of keys and values: name, command, ...", KEYS);
    }

    /**
     * @throws IOException when the file can't be read
     * @throws IllegalArgumentException when its form is wrong, saying where and what to write instead
     */
    public static List<ServerEntry> read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("There is no file %s. %s".formatted(file, FORM));
        }
        var top = YamlValue.parse(file, Files.readString(file), FORM);
        var list = top.mapping(FORM, List.of("servers")).get("servers");
        if (list == null) {
            throw top.fault(FORM);
        }
        var entries = new ArrayList<ServerEntry>();
        var lines = new HashMap<String, Integer>();
        for (var item : list.list("'servers' has no list below it. " + FORM)) {
            var entry = new ServersFile(file, item).entry();
            var before = lines.putIfAbsent(entry.name(), item.line());
            if (before != null) {
                throw item.fault("The name '%s' is already taken in line %d. Every server needs a name of its own."
                        .formatted(entry.name(), before));
            }
            entries.add(entry);
        }
        return List.copyOf(entries);
    }

    private ServerEntry entry() {
        var name = text("name").map(String::strip).orElse("");
        if (name.isEmpty()) {
            throw at("name").fault("This server has no name. Write name: followed by what the page shall call it.");
        }
        boolean both = values.containsKey("command") && values.containsKey("address");
        if (both || !values.containsKey("command") && !values.containsKey("address")) {
            throw at(both ? "address" : "name")
                    .fault("'%s' needs either command: (what starts it) or address: (where it already runs)%s."
                            .formatted(name, both ? ", not both" : ""));
        }
        var spec =
                text("command").map(this::ofCommand).orElseGet(this::ofAddress).called(name);
        return new ServerEntry(spec, text("note").map(String::strip).orElse(""), file + ":" + entry.line());
    }

    private ServerSpec ofAddress() {
        for (var key : ONLY_WITH_A_COMMAND) {
            if (values.containsKey(key)) {
                throw at(key).fault("'%s' is for servers that a command starts; with address: leave it out."
                        .formatted(key));
            }
        }
        return checked("address", ServerSpec.ofAddress(text("address").orElseThrow()));
    }

    private ServerSpec ofCommand(String command) {
        var spec = ServerSpec.ofCommand(command)
                .listeningOn(number("port", 65535, "6379").orElse(0))
                .with(environment())
                .givenUpAfter(number("startup-timeout", LONGEST_STARTUP_SECONDS, "30 (seconds)")
                        .map(Duration::ofSeconds)
                        .orElse(ServerSpec.STARTUP_TIMEOUT))
                .inFreshDirectories(
                        text("fresh-directory").map(Boolean::valueOf).orElse(false));
        if (!command.contains("{port}") && spec.port() == 0) {
            throw at("command")
                    .fault("The command does not say which port to listen on. Write {port} where it takes its port,"
                            + " or, if its port is fixed, add port: 6379.");
        }
        // A directory that is missing is the fault of one row, not of the whole file.
        return checked("command", spec).in(directory());
    }

    private ServerSpec checked(String key, ServerSpec spec) {
        try {
            spec.server();
            return spec;
        } catch (IllegalArgumentException wrong) {
            throw at(key).fault(String.valueOf(wrong.getMessage()));
        }
    }

    /** Paths in the file count from the file, wherever it is read from. */
    private Path directory() {
        var here = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of("/"));
        try {
            var directory = here.resolve(text("directory").orElse("")).normalize();
            return directory.equals(Path.of("").toAbsolutePath()) ? Path.of("") : directory;
        } catch (InvalidPathException noPath) {
            throw at("directory").fault("This is not a path: " + noPath.getInput());
        }
    }

    private Map<String, String> environment() {
        var environment = new LinkedHashMap<String, String>();
        if (values.containsKey("env")) {
            at("env")
                    .mapping("'env' has names and values below it, such as PYTHONPATH: src")
                    .forEach((name, value) -> environment.put(name, value.text("'" + name + "'")));
        }
        return environment;
    }

    private Optional<String> text(String key) {
        return Optional.ofNullable(values.get(key)).map(value -> value.text("'" + key + "'"));
    }

    private Optional<Integer> number(String key, int high, String example) {
        return Optional.ofNullable(values.get(key)).map(value -> value.number("'" + key + "'", 1, high, example));
    }

    /** The value of the key; where the key is missing, the whole entry, so that an error names its first line. */
    private YamlValue at(String key) {
        return values.getOrDefault(key, entry);
    }
}
