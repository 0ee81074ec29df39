package miniredis.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import miniredis.spec.execution.Progress;
import miniredis.spec.execution.SpecificationRun;
import miniredis.spec.report.ResultsSchema;
import miniredis.spec.server.ServerSpec;
import miniredis.spec.server.ServerUnavailable;
import miniredis.spec.server.ServerUnderTest;
import miniredis.spec.specification.Selection;
import miniredis.spec.verdict.RunResult;
import miniredis.spec.verdict.Status;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server in another language: the example in Python, a small asyncio program. */
class OtherServersIT {
    private static final Path PYTHON_PROGRAM = Path.of("examples/python-asyncio");

    @TempDir
    private Path report;

    @BeforeAll
    static void pythonIsThere() {
        boolean there;
        try {
            there = new ProcessBuilder("python3", "--version").start().waitFor() == 0;
        } catch (IOException | InterruptedException notThere) {
            there = false;
        }
        Assumptions.assumeTrue(there, "python3 is not installed; this test starts a server written in Python");
    }

    @Test
    void aProgramStartedInItsOwnDirectoryPasses() throws Exception {
        var run = run(ServerSpec.ofCommand("python3 server.py {port}")
                .called("python")
                .in(PYTHON_PROGRAM)
                .server());

        assertThat(run.count(Status.FAILED)).as(run.totals().toString()).isZero();
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void aServerWithAFixedPortPasses() throws Exception {
        int port = freePort();
        var run = run(ServerSpec.ofCommand("python3 server.py " + port)
                .called("python with a fixed port")
                .in(PYTHON_PROGRAM)
                .listeningOn(port)
                .server());

        assertThat(run.exitCode()).as(run.totals().toString()).isZero();
    }

    @Test
    void aTakenPortIsAnErrorBeforeAnythingIsSent() throws Exception {
        try (var somebodyElse = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            int port = somebodyElse.getLocalPort();
            var server = ServerSpec.ofCommand("python3 server.py " + port)
                    .called("late")
                    .in(PYTHON_PROGRAM)
                    .listeningOn(port)
                    .givenUpAfter(Duration.ofSeconds(2))
                    .server();

            assertThatThrownBy(() -> run(server))
                    .isInstanceOf(ServerUnavailable.class)
                    .hasMessageContaining("Port " + port + " is already taken");
            assertThat(bytesSentTo(somebodyElse)).as("bytes sent to a stranger").isZero();
        }
    }

    private RunResult run(ServerUnderTest server) throws ServerUnavailable {
        return ResultsSchema.held(
                new SpecificationRun(server, Selection.everything(false), report, Progress.NONE).execute());
    }

    private static int bytesSentTo(ServerSocket listener) throws IOException {
        listener.setSoTimeout(1);
        try (var client = listener.accept()) {
            return client.getInputStream().readAllBytes().length;
        } catch (SocketTimeoutException nobodyCame) {
            return 0;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
