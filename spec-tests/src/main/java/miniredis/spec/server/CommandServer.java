package miniredis.spec.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A server that a command starts.
 *
 * @param command words separated by spaces, quotes keep words together; {@code {port}} stands for the port to listen on
 * @param directory where it is started
 * @param port where it listens, when the command has no {@code {port}}; 0 for any free port
 * @param environment variables in addition to those of this process
 * @param startupTimeout how long it may take until it accepts connections
 */
public record CommandServer(
        String name, String command, Path directory, int port, Map<String, String> environment, Duration startupTimeout)
        implements ServerUnderTest {
    public static final Duration STARTUP_TIMEOUT = Duration.ofSeconds(10);

    private static final String PLACEHOLDER = "{port}";
    private static final int SIDE_BY_SIDE = 4;

    /** Where servers of this run have listened before. */
    private static final Set<Integer> PORTS_OF_OUR_OWN = ConcurrentHashMap.newKeySet();

    /** @throws IllegalArgumentException when the run can't be made like this, saying what to change */
    public CommandServer {
        CommandWords.split(command);
        if (!command.contains(PLACEHOLDER) && port == 0) {
            throw new IllegalArgumentException("""
                    The command does not say which port to listen on: %s
                    Write {port} where the server takes its port (it becomes a free one), or, if the server's port is fixed, \
                    name it: --port 6379 (with Maven: -Dserver.port=6379).""".formatted(command));
        }
        if (!Files.isDirectory(directory)) {
            throw new IllegalArgumentException("There is no directory " + directory);
        }
    }

    @Override
    public String commandLine() {
        var line = new StringBuilder("--command \"")
                .append(command.replace("\"", "'"))
                .append('"');
        if (!directory.equals(Path.of(""))) {
            line.append(" --directory ").append(directory);
        }
        if (port != 0) {
            line.append(" --port ").append(port);
        }
        return line.toString();
    }

    @Override
    public RunningServer start(Path output) throws ServerUnavailable {
        int chosen = port == 0 ? Ports.free() : port;
        waitUntilFree(chosen);
        List<String> words = CommandWords.split(command.replace(PLACEHOLDER, Integer.toString(chosen)));
        ServerProcess process;
        try {
            process = ServerProcess.start(words, directory, environment, output);
        } catch (IOException noSuchProgram) {
            throw new ServerUnavailable(
                    "'%s' can't be started: %s".formatted(words.get(0), noSuchProgram.getMessage()), noSuchProgram);
        }
        try {
            process.awaitListening(chosen, startupTimeout);
            PORTS_OF_OUR_OWN.add(chosen);
            return process;
        } catch (ServerUnavailable neverListened) {
            process.close();
            throw neverListened;
        }
    }

    /** The run's own last server may need a moment to give a fixed port back; anybody else's program keeps it. */
    private static void waitUntilFree(int port) throws ServerUnavailable {
        long until = System.nanoTime() + Duration.ofSeconds(2).toNanos();
        while (Ports.listeningHere(port).isPresent()) {
            if (System.nanoTime() > until) {
                throw new ServerUnavailable(taken(port));
            }
            Ports.pauseBeforeNextTry();
        }
    }

    private static String taken(int port) {
        var holder = Ports.listener(port)
                .flatMap(listener -> ProcessTable.holder(listener.inode()))
                .orElse("another program");
        return PORTS_OF_OUR_OWN.contains(port) ? """
                The server has ended, but port %d is still held by %s. Did the server start it? \
                It has to end with the server.""".formatted(port, holder) : """
                Port %d is already taken: %s listens there, and it is not the server under test. \
                Nothing was sent to it. Stop it, or choose another port.""".formatted(port, holder);
    }

    @Override
    public int atOnce() {
        return port == 0 ? SIDE_BY_SIDE : 1;
    }

    @Override
    public boolean startsAfresh() {
        return true;
    }
}
