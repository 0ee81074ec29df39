package miniredis.proof.faultyservers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import miniredis.spec.fakes.FakeServer;
import miniredis.spec.server.ServerUnavailable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Servers that leave something behind; each run here also checks that no process of the server is left, and no port taken. */
@Timeout(400)
@Execution(ExecutionMode.CONCURRENT)
class LeftoverProcessesIT {
    @TempDir
    private Path folder;

    @Test
    void whoeverIsOnThePortAlreadyIsNamedAndLeftInPeace() throws Exception {
        int port = BadServer.freePort();
        var other = new ProcessBuilder(FakeServer.command("none", Integer.toString(port))).start();
        try {
            Leftovers.await("the other server listens", () -> Leftovers.accepts(port));

            assertThatThrownBy(() -> new BadServer("none", folder).at(port).run(BadServer.STEP_1))
                    .isInstanceOf(ServerUnavailable.class)
                    .hasMessageContainingAll("Port " + port + " is already taken", "process " + other.pid());

            assertThat(other.isAlive()).isTrue();
            assertThat(Leftovers.accepts(port)).isTrue();
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void filesAreWrittenWhereTheServerWasStarted() throws Exception {
        var server = new BadServer("writes-files", folder);

        server.run(BadServer.STEP_1).areGood();

        assertThat(server.directory().resolve("dump.rdb")).exists();
        assertThat(Files.exists(Path.of("dump.rdb")))
                .as("a file in the run's own directory")
                .isFalse();
    }

    @Test
    void oneThatIgnoresTermIsKilled() throws Exception {
        new BadServer("ignores-term", folder).run(BadServer.STEP_1).areGood();
    }

    @Test
    void grandchildrenEndWithTheServer() throws Exception {
        new BadServer("leaves-grandchildren", folder).run(BadServer.STEP_1).areGood();
    }

    @Test
    void aFixedPortThatAChildOfTheDeadServerHoldsIsGivenBack() throws Exception {
        var server = new BadServer("leaves-its-port-to-a-child", folder).at(BadServer.freePort());

        var findings = server.run(BadServer.STEPS_1_AND_2);

        findings.exitCodeIs(1);
        findings.noneFailed(scenario -> scenario.step() == 1);
        findings.everyFailureSays("exited with code 5");
    }
}
