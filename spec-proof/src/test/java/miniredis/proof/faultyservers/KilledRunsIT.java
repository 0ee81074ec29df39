package miniredis.proof.faultyservers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import miniredis.spec.cli.Main;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A run that is itself ended while its servers are running, as by a user (Ctrl-C), a CI system (TERM) or the kernel (KILL). The
 * run is a separate process here; everything that it has started must be gone soon after it.
 */
@Timeout(200)
@Execution(ExecutionMode.CONCURRENT)
class KilledRunsIT {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"silent", "ignores-term", "leaves-grandchildren"})
    void terminatedTakesItsServersAlong(String behaviour) throws Exception {
        endedBy(Process::destroy, behaviour);
    }

    @ParameterizedTest
    @ValueSource(strings = {"silent", "ignores-term", "leaves-grandchildren"})
    void killedTakesItsServersAlong(String behaviour) throws Exception {
        endedBy(Process::destroyForcibly, behaviour);
    }

    private interface End {
        void of(Process run);
    }

    private void endedBy(End end, String behaviour) throws IOException, InterruptedException {
        var server = new BadServer(behaviour, folder);
        var run = start(server);
        try {
            // Only then is it certain that the server has started, and its grandchild, too.
            Leftovers.await("a client of the run is served", () -> hasBegun(server));
            assertThat(server.processes())
                    .as("the run, its guardian, its server")
                    .hasSizeGreaterThan(2);

            end.of(run);

            assertThat(run.waitFor(60, TimeUnit.SECONDS))
                    .as("the run has ended")
                    .isTrue();
            assertThat(run.exitValue()).isNotZero();
            Leftovers.await("nothing is left", () -> server.processes().isEmpty());
        } finally {
            run.destroyForcibly();
            server.processes().stream()
                    .flatMap(pid -> ProcessHandle.of(pid).stream())
                    .forEach(ProcessHandle::destroyForcibly);
        }
    }

    /** The run prints this when the server listens. */
    private static boolean hasBegun(BadServer server) {
        try {
            return Files.readString(server.directory().resolve("run.txt")).contains("side by side");
        } catch (IOException notYet) {
            return false;
        }
    }

    private static Process start(BadServer server) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(List.of(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "run",
                        "--command",
                        server.commandLine("{port}"),
                        "--directory",
                        server.directory().toString(),
                        "--report",
                        server.report().toString()))
                .redirectErrorStream(true)
                .redirectOutput(server.directory().resolve("run.txt").toFile());
        builder.environment().putAll(server.environment());
        return builder.start();
    }
}
