package miniredis.spec.compare;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import miniredis.spec.server.AddressServer;
import miniredis.spec.server.CommandServer;
import miniredis.spec.server.ServerUnavailable;
import miniredis.spec.server.ServerUnderTest;

/**
 * One server of a servers.yaml.
 *
 * @param command starts it; empty when {@code address} says where it already runs
 * @param directory where the command is started
 * @param port where it listens when the command has no {@code {port}}; 0 for any free port
 * @param note what the page says about it; may be empty
 * @param where {@code servers.yaml:12}, for messages
 */
record ServerEntry(
        String name,
        Optional<String> command,
        Optional<String> address,
        Path directory,
        int port,
        Map<String, String> environment,
        Duration startupTimeout,
        String note,
        String where) {

    /**
     * The server, ready to be started.
     *
     * @throws ServerUnavailable when its directory is missing: the fault of one row, not of the whole file
     */
    ServerUnderTest server() throws ServerUnavailable {
        if (address.isPresent()) {
            return AddressServer.parse(name, address.get());
        }
        if (!Files.isDirectory(directory)) {
            throw new ServerUnavailable("There is no directory %s (%s).".formatted(directory, where));
        }
        return new CommandServer(name, command.orElseThrow(), directory, port, environment, startupTimeout);
    }
}
