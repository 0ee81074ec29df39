package miniredis.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import miniredis.proof.faults.SwitchableServer;
import miniredis.spec.execution.Progress;
import miniredis.spec.execution.SpecificationRun;
import miniredis.spec.report.FailureText;
import miniredis.spec.specification.Selection;
import miniredis.spec.verdict.Status;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** The server in which the mistakes are made is correct without them. So whatever fails with a mistake is due to that mistake. */
class CorrectServerIT {
    @RepeatedTest(2)
    void passesTheWholeSpecification(RepetitionInfo repetition) throws Exception {
        var report = Path.of("spec-proof/target/proof", "correct-" + repetition.getCurrentRepetition());
        var run = new SpecificationRun(SwitchableServer.correct(), Selection.everything(true), report, Progress.NONE);

        var result = run.execute();

        assertThat(result.causes()).isEmpty();
        assertThat(result.scenarios())
                .allSatisfy(scenario -> assertThat(scenario.status())
                        .as(FailureText.message(scenario))
                        .isEqualTo(Status.PASSED));
    }
}
