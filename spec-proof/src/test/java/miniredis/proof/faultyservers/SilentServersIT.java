package miniredis.proof.faultyservers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import miniredis.spec.server.ServerUnavailable;
import miniredis.spec.verdict.Cause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Servers that start late, send nothing, or disconnect their clients. */
@Timeout(400)
@Execution(ExecutionMode.CONCURRENT)
class SilentServersIT {
    /** A server that disconnects its clients may still be starting, so it gets the time that a start may take. */
    private static final Duration SHORT = Duration.ofSeconds(8);

    @TempDir
    private Path folder;

    @Test
    void oneThatNeverListensIsNotWaitedForForEver() {
        var server = new BadServer("never-listens", folder).givenUpAfter(Duration.ofSeconds(2));

        assertThatThrownBy(() -> server.run(BadServer.STEP_1))
                .isInstanceOf(ServerUnavailable.class)
                .hasMessageContainingAll("did not accept a connection", "within 2 seconds");
    }

    @Test
    void oneThatListensElsewhereIsToldWhere() {
        var server = new BadServer("listens-elsewhere", folder).givenUpAfter(Duration.ofSeconds(8));

        assertThatThrownBy(() -> server.run(BadServer.STEP_1))
                .isInstanceOf(ServerUnavailable.class)
                .hasMessageContaining("It listens on");
    }

    @Test
    void oneThatNeedsEightSecondsIsWaitedFor() throws Exception {
        new BadServer("needs-8-seconds", folder).run(BadServer.STEP_1).areGood();
    }

    @Test
    void oneThatFallsSilentHasItsVerdictsUpToThen() throws Exception {
        var findings = new BadServer("silent-after-100-commands", folder).run(BadServer.STEP_1);

        findings.exitCodeIs(1);
        findings.passed("TCP-01", "TCP-02", "MANY-01", "LEAVE-01");
        findings.failed("MANY-05", "silence");
    }

    @Test
    void oneThatResetsIsToldSo() throws Exception {
        var findings = new BadServer("resets", folder).givenUpAfter(SHORT).run(BadServer.STEP_1);

        findings.exitCodeIs(1);
        assertThat(findings.run().remark().toString()).contains("No client got a single RESP reply", "reset");
        findings.failed("TCP-01", "reset");
    }

    @Test
    void oneThatListensLateIsWaitedFor() throws Exception {
        new BadServer("listens-late", folder).run(BadServer.STEP_1).areGood();
    }

    @Test
    void oneThatSaysNothingIsToldSoBeforeEachScenarioHasWaitedForIt() throws Exception {
        long begin = System.nanoTime();
        var findings = new BadServer("silent", folder).run(BadServer.STEPS_1_TO_4);
        var took = Duration.ofNanos(System.nanoTime() - begin);

        findings.exitCodeIs(1);
        assertThat(findings.run().remark().toString()).contains("No client got a single RESP reply", "silence");
        // Two seconds for each of some three hundred scenarios, four at a time, are more than two minutes.
        assertThat(took).isLessThan(Duration.ofSeconds(75));
    }

    @Test
    void oneThatClosesAtOnceIsToldSo() throws Exception {
        var findings =
                new BadServer("closes-at-once", folder).givenUpAfter(SHORT).run(BadServer.STEP_1);

        findings.exitCodeIs(1);
        assertThat(findings.run().remark().toString()).contains("No client got a single RESP reply");
        findings.failed("TCP-01", "closed the connection");
    }

    @Test
    void oneThatHangsUpAfterSetHasTheCommandsThatAreAskedForBehindIt() throws Exception {
        var findings = new BadServer("hangs-up-after-set", folder).run(BadServer.STEPS_1_AND_2);

        findings.exitCodeIs(1);
        assertThat(findings.run().causes())
                .extracting(finding -> finding.cause().kind())
                .isNotEmpty()
                .doesNotContain(Cause.Kind.MISSING_COMMAND);
    }

    @Test
    void oneThatAnswersLateIsSilentAsFarAsAClientCanTell() throws Exception {
        var findings = new BadServer("answers-late", folder).run(BadServer.STEP_1);

        findings.exitCodeIs(1);
        findings.failed("TCP-01", "silence");
        // A server that sends nothing without a request can't be told from one that sends nothing at all.
        findings.failed("TCP-03");
    }
}
