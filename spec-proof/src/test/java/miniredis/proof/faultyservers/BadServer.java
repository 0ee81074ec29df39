package miniredis.proof.faultyservers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Collectors;
import miniredis.spec.execution.Progress;
import miniredis.spec.execution.SpecificationRun;
import miniredis.spec.fakes.FakeServer;
import miniredis.spec.report.ResultsSchema;
import miniredis.spec.server.ServerSpec;
import miniredis.spec.server.ServerUnavailable;
import miniredis.spec.server.ServerUnderTest;
import miniredis.spec.specification.Selection;

/**
 * A fake server for one test, and the means to find out what is left of it. All its processes have a variable in their
 * environment that the processes of other tests do not have.
 */
final class BadServer {
    static final Selection STEP_1 = new Selection(OptionalInt.of(1), Optional.empty(), false);
    static final Selection STEPS_1_AND_2 = new Selection(OptionalInt.of(2), Optional.empty(), false);
    static final Selection STEPS_1_TO_4 = Selection.everything(false);

    private static final String VARIABLE = "BAD_SERVER_OF_TEST";

    /** A JVM on a busy machine may start slowly. */
    private static final Duration STARTUP = Duration.ofSeconds(40);

    private final String behaviour;
    private final Path folder;
    private final String mark = UUID.randomUUID().toString();
    private Duration startup = STARTUP;
    private int fixedPort;
    private boolean reportsWhereItRuns;

    /** @param folder the test's own folder: the servers' working directory, and where the report goes */
    BadServer(String behaviour, Path folder) {
        this.behaviour = behaviour;
        this.folder = folder;
    }

    BadServer givenUpAfter(Duration time) {
        startup = time;
        return this;
    }

    BadServer at(int port) {
        fixedPort = port;
        return this;
    }

    /** The report goes where a run without {@code --report} puts it. */
    BadServer reportingWhereItRuns() {
        reportsWhereItRuns = true;
        return this;
    }

    /** Plays the scenarios, and makes sure in any case that nothing is left of the server. */
    JudgedRun run(Selection selection) throws IOException, ServerUnavailable {
        // A port that another program holds is not this server's.
        int own = fixedPort != 0 && Leftovers.isFree(fixedPort) ? fixedPort : 0;
        try {
            var run = new SpecificationRun(underTest(), selection, report(), Progress.NONE);
            return new JudgedRun(ResultsSchema.held(run.execute()));
        } finally {
            Leftovers.areNone(VARIABLE + "=" + mark, own);
        }
    }

    private ServerUnderTest underTest() throws IOException {
        var port = fixedPort == 0 ? "{port}" : Integer.toString(fixedPort);
        return ServerSpec.ofCommand(commandLine(port))
                .called(behaviour)
                .in(directory())
                .listeningOn(fixedPort)
                .with(environment())
                .givenUpAfter(startup)
                .server();
    }

    /** As the words of a shell. */
    String commandLine(String port) {
        return FakeServer.command(behaviour, port).stream().collect(Collectors.joining("' '", "'", "'"));
    }

    Map<String, String> environment() {
        return Map.of(VARIABLE, mark);
    }

    /** Where the servers of the run are started. */
    Path directory() throws IOException {
        return Files.createDirectories(folder.resolve("work"));
    }

    Path report() {
        return folder.resolve(reportsWhereItRuns ? "work/mini-redis-report" : "report");
    }

    /** The ids of all its living processes. */
    List<Long> processes() {
        return Leftovers.processesWith(VARIABLE + "=" + mark);
    }

    /** What each of the run's servers printed, in no particular order. */
    List<String> outputs() throws IOException {
        try (var files = Files.list(report().resolve("server-output"))) {
            return files.map(BadServer::text).toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
