package miniredis.spec.server;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a server under test is named, wherever that was written: on the command line, in Maven's properties, in a servers.yaml.
 *
 * @param name what reports call it
 * @param command starts it; empty when {@code address} says where it already runs. Words are separated by spaces, quotes keep
 *     words together; {@code {port}} stands for the port to listen on
 * @param address {@code HOST:PORT}
 * @param directory where the command is started
 * @param port where it listens, when the command has no {@code {port}}; 0 for any free port
 * @param environment variables in addition to those of this process
 * @param startupTimeout how long it may be idle until it accepts connections
 * @param freshDirectory whether each start is in a new copy of the directory
 */
public record ServerSpec(
        String name,
        Optional<String> command,
        Optional<String> address,
        Path directory,
        int port,
        Map<String, String> environment,
        Duration startupTimeout,
        boolean freshDirectory) {
    public static final Duration STARTUP_TIMEOUT = Duration.ofSeconds(10);

    private static final Path HERE = Path.of("");

    /** A server that a command starts here, on a free port. */
    public static ServerSpec ofCommand(String command) {
        return new ServerSpec(
                command, Optional.of(command), Optional.empty(), HERE, 0, Map.of(), STARTUP_TIMEOUT, false);
    }

    /** A server that already runs. */
    public static ServerSpec ofAddress(String address) {
        return new ServerSpec(
                address, Optional.empty(), Optional.of(address), HERE, 0, Map.of(), STARTUP_TIMEOUT, false);
    }

    public ServerSpec called(String newName) {
        return new ServerSpec(newName, command, address, directory, port, environment, startupTimeout, freshDirectory);
    }

    public ServerSpec in(Path newDirectory) {
        return new ServerSpec(name, command, address, newDirectory, port, environment, startupTimeout, freshDirectory);
    }

    public ServerSpec inFreshDirectories(boolean fresh) {
        return new ServerSpec(name, command, address, directory, port, environment, startupTimeout, fresh);
    }

    public ServerSpec listeningOn(int newPort) {
        return new ServerSpec(name, command, address, directory, newPort, environment, startupTimeout, freshDirectory);
    }

    public ServerSpec with(Map<String, String> newEnvironment) {
        return new ServerSpec(name, command, address, directory, port, newEnvironment, startupTimeout, freshDirectory);
    }

    public ServerSpec givenUpAfter(Duration timeout) {
        return new ServerSpec(name, command, address, directory, port, environment, timeout, freshDirectory);
    }

    /**
     * The server, ready to be started.
     *
     * @throws IllegalArgumentException when it can't be one like this, saying what to change
     */
    public ServerUnderTest server() {
        return address.isPresent() ? AddressServer.of(this) : new CommandServer(this);
    }

    /**
     * The address of a server that already runs.
     *
     * @throws IllegalArgumentException when it is not {@code HOST:PORT}
     */
    public InetSocketAddress whereItListens() {
        return AddressServer.of(this).where();
    }

    /** The options that name it to this program, each word as a shell would need it. */
    String commandLine() {
        var words = new ArrayList<String>();
        address.ifPresent(where -> words.addAll(List.of("--address", where)));
        command.ifPresent(text -> words.addAll(List.of("--command", text)));
        if (!directory.equals(HERE)) {
            words.addAll(List.of("--directory", directory.toString()));
        }
        if (port != 0) {
            words.addAll(List.of("--port", Integer.toString(port)));
        }
        if (!startupTimeout.equals(STARTUP_TIMEOUT)) {
            words.addAll(List.of("--startup-timeout", Long.toString(startupTimeout.toSeconds())));
        }
        if (freshDirectory) {
            words.add("--fresh-directory");
        }
        return CommandWords.join(words);
    }
}
