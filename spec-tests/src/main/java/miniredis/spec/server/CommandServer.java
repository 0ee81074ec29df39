package miniredis.spec.server;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import miniredis.spec.i18n.Message;
import miniredis.spec.i18n.UsageException;

/** A server that a command starts. */
final class CommandServer implements ServerUnderTest {
    private static final String PLACEHOLDER = "{port}";
    private static final int SIDE_BY_SIDE = 12;
    private static final int MOST_FILES_NAMED = 5;

    /** Where servers of this run have listened before. */
    private static final Set<Integer> PORTS_OF_OUR_OWN = ConcurrentHashMap.newKeySet();

    private final ServerSpec spec;
    private final String command;
    private final ServerFiles files;
    private volatile boolean hasStarted;

    /** @throws IllegalArgumentException when the run can't be made like this, saying what to change */
    CommandServer(ServerSpec spec) {
        this.spec = spec;
        this.command = spec.command().orElseThrow();
        CommandWords.split(command);
        if (!command.contains(PLACEHOLDER) && spec.port() == 0) {
            throw new UsageException(Message.of("usage.no-port", command));
        }
        if (!Files.isDirectory(spec.directory())) {
            throw new UsageException(Message.of("usage.no-directory", spec.directory()));
        }
        this.files = ServerFiles.in(spec.directory());
    }

    @Override
    public String name() {
        return spec.name();
    }

    @Override
    public String commandLine() {
        return spec.commandLine();
    }

    @Override
    public RunningServer start(Path output) throws ServerUnavailable {
        int chosen = spec.port() == 0 ? Ports.free() : spec.port();
        waitUntilFree(chosen);
        List<String> words = CommandWords.split(command.replace(PLACEHOLDER, Integer.toString(chosen)));
        ServerProcess process;
        try {
            var directory = spec.freshDirectory() ? ServerFiles.freshCopyOf(spec.directory()) : spec.directory();
            process = ServerProcess.start(words, directory, spec.freshDirectory(), spec.environment(), output);
        } catch (IOException noSuchProgram) {
            throw new ServerUnavailable(withHint(noSuchProgram(words.get(0), noSuchProgram)), noSuchProgram);
        }
        try {
            process.awaitListening(chosen, spec.startupTimeout());
            PORTS_OF_OUR_OWN.add(chosen);
            hasStarted = true;
            return process;
        } catch (ServerUnavailable neverListened) {
            process.close();
            throw hasStarted
                    ? noLonger(neverListened, reportOf(output))
                    : new ServerUnavailable(withHint(neverListened.message()), neverListened);
        }
    }

    /**
     * The folder of the run's own files: that of the report, or, if the server's own folder is in that, only the one for output.
     */
    private Path reportOf(Path output) {
        var directory = spec.directory().toAbsolutePath().normalize();
        var outputs = requireNonNull(output.toAbsolutePath().normalize().getParent());
        var report = outputs.getParent();
        return report == null || directory.startsWith(report) ? outputs : report;
    }

    /** The system says "no such file" of a script that exists, when it did not find the interpreter. */
    private Message noSuchProgram(String program, IOException why) {
        var file = spec.directory().resolve(program);
        try {
            if (program.contains("/") && Files.isRegularFile(file)) {
                var head = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                if (head.matches("(?s)#![^\\n]*\\r\\n.*")) {
                    return Message.of("start.crlf", program);
                }
            }
        } catch (IOException unreadable) {
            // The system's message has to suffice.
        }
        return Message.of("start.no-such-program", program, why.getMessage());
    }

    private Message withHint(Message why) {
        return ShellSyntax.hint(command)
                .map(hint -> Message.inLines(List.of(why, hint)))
                .orElse(why);
    }

    /** It could be started before. What it wrote since may be why it can't be now. */
    private ServerUnavailable noLonger(ServerUnavailable why, Path report) {
        var appeared = spec.freshDirectory() ? List.<Path>of() : files.appeared(report);
        if (appeared.isEmpty()) {
            return why;
        }
        var names =
                appeared.stream().limit(MOST_FILES_NAMED).map(Path::toString).collect(Collectors.joining(", "));
        return new ServerUnavailable(
                Message.of("start.no-longer", why.message(), names, appeared.size() > MOST_FILES_NAMED ? ", ..." : ""));
    }

    /** The run's own last server may need a moment to give a fixed port back; any other program keeps it. */
    private static void waitUntilFree(int port) throws ServerUnavailable {
        long until = System.nanoTime() + Duration.ofSeconds(2).toNanos();
        while (Ports.listeningHere(port).isPresent()) {
            if (System.nanoTime() > until) {
                throw new ServerUnavailable(taken(port));
            }
            Ports.pauseBeforeNextTry();
        }
    }

    private static Message taken(int port) {
        var holder = Ports.holderInWords(port).map(Message::verbatim).orElse(Message.of("start.another-program"));
        return PORTS_OF_OUR_OWN.contains(port)
                ? Message.of("start.port-still-held", port, holder)
                : Message.of("start.port-taken", port, holder);
    }

    @Override
    public Duration startupTimeout() {
        return spec.startupTimeout();
    }

    @Override
    public int atOnce() {
        return spec.port() == 0 ? SIDE_BY_SIDE : 1;
    }

    @Override
    public boolean startsAfresh() {
        return true;
    }
}
