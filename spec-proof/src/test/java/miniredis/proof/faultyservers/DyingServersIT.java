package miniredis.proof.faultyservers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import miniredis.spec.i18n.Message;
import miniredis.spec.server.ServerUnavailable;
import miniredis.spec.specification.Selection;
import miniredis.spec.verdict.RunResult;
import miniredis.spec.verdict.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Servers that end, each with a different exit code and some last words. */
@Timeout(400)
@Execution(ExecutionMode.CONCURRENT)
class DyingServersIT {
    @TempDir
    private Path folder;

    @Test
    void beforeItListens() {
        var server = new BadServer("ends-at-once", folder);

        assertThatThrownBy(() -> server.run(BadServer.STEP_1))
                .isInstanceOf(ServerUnavailable.class)
                .hasMessageContainingAll("exited with code 3", "no configuration found");
    }

    @Test
    void onTheFirstConnection() throws Exception {
        var findings = new BadServer("exits-on-first-client", folder).run(BadServer.STEP_1);

        findings.exitCodeIs(1);
        assertThat(findings.run().remark().toString()).contains("exited with code 7", "boom");
        findings.failed("TCP-01", "exited with code 7");
    }

    @Test
    void afterItsOnlyClient() throws Exception {
        var findings = new BadServer("one-client-in-all", folder).run(BadServer.STEP_1);

        findings.exitCodeIs(1);
        findings.passed("TCP-01", "TCP-02", "TCP-03", "TCP-04");
        findings.noneFailed(scenario -> scenario.id().startsWith("TCP-"));
    }

    @Test
    void onTheFiftiethClient() throws Exception {
        var findings = new BadServer("exits-on-50th-client", folder).run(BadServer.STEP_1);

        findings.exitCodeIs(1);
        findings.failed("MANY-03", "too many open files");
        findings.failed("MANY-05", "exited with code 7");
        findings.noneFailed(scenario -> !scenario.id().matches("MANY-0[35]"));
    }

    @Test
    void onGarbage() throws Exception {
        var findings = new BadServer("exits-on-garbage", folder).run(BadServer.STEPS_1_AND_2);

        findings.exitCodeIs(1);
        findings.noneFailed(scenario -> scenario.step() == 1);
        // Nothing else ends this server, so every scenario that saw it end has sent it garbage.
        findings.everyFailureSays("exited with code 5");
        findings.everyFailureSays("NumberFormatException");
    }

    @Test
    void onAnAbruptClose() throws Exception {
        var findings = new BadServer("exits-on-abrupt-close", folder).run(BadServer.STEP_1);

        findings.exitCodeIs(1);
        findings.everyFailureSays("exited with code 6");
        findings.everyFailureSays("Connection reset");
        findings.noneFailed(scenario -> scenario.id().matches("TCP-.*|MANY-.*|SLOW-0[12]|LEAVE-0[128]"));
    }

    @Test
    void andCannotBeRestarted() throws Exception {
        var findings = new BadServer("starts-only-once", folder).run(BadServer.STEP_1);

        assertThat(findings.run().exitCode())
                .as(findings.run().totals().toString())
                .isNotZero();
        assertThat(findings.run().scenarios())
                .filteredOn(result -> result.status() != Status.PASSED)
                .extracting(result -> result.note().toString())
                .anySatisfy(note -> assertThat(note).contains("exited with code 9", "another server holds the lock"));
    }

    /** The next scenario fails for it, but passes alone. So the run reports it about the server. */
    @Test
    void aMomentAfterAClientHasLeft() throws Exception {
        var one = new Selection(OptionalInt.empty(), Optional.of("REPLY-03"), false);

        var alone = endingBetweenScenarios(one);
        var many = endingBetweenScenarios(new Selection(OptionalInt.of(2), Optional.of("BULK-06"), false));

        alone.passed("REPLY-03");
        for (var findings : List.of(alone, many)) {
            assertThat(findings.run().remark().toString())
                    .contains("no failure here shows", "panicked: boom, at main.rs:131:19");
        }
    }

    /** It ends 30 milliseconds after its reader: a busy machine may look at its health later, and rightly blame the scenario. */
    private JudgedRun endingBetweenScenarios(Selection selection) throws Exception {
        JudgedRun findings = null;
        for (int time = 0; time < 20 && (findings == null || !isBetweenScenarios(findings.run())); time++) {
            findings = new BadServer(
                            "ends-after-a-reader-has-left",
                            folder.resolve(UUID.randomUUID().toString()))
                    .run(selection);
        }
        return findings;
    }

    private static boolean isBetweenScenarios(RunResult run) {
        return run.count(Status.PASSED) > 0 && !run.remark().equals(Message.NONE);
    }

    /** The file that caused it is named, once, and no file of the run itself. */
    @Test
    void becauseOfWhatItHasKept() throws Exception {
        var findings =
                new BadServer("keeps-its-data", folder).reportingWhereItRuns().run(BadServer.STEPS_1_AND_2);

        var remark = findings.run().remark().toString();
        assertThat(remark).contains("corrupt", "or have changed: state.db\n", "delete state.db");
        assertThat(remark).doesNotContain("mini-redis-report");
        assertThat(findings.with(Status.NOT_RUN))
                .isNotEmpty()
                .extracting(result -> result.note().toString())
                .allMatch(remark::startsWith);
    }
}
