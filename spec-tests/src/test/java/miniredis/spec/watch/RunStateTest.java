package miniredis.spec.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import miniredis.spec.execution.FeatureSource;
import miniredis.spec.i18n.Message;
import miniredis.spec.i18n.Messages;
import miniredis.spec.server.ServerSpec;
import miniredis.spec.specification.Selection;
import miniredis.spec.verdict.Cause;
import miniredis.spec.verdict.RunResult;
import miniredis.spec.verdict.ScenarioResult;
import miniredis.spec.verdict.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the loop knows of a run while it is built, started and judged. */
class RunStateTest {
    private static final Selection STEP_1 = new Selection(OptionalInt.of(1), Optional.empty(), false);
    private static final Selection ONE = new Selection(OptionalInt.empty(), Optional.of("TCP-01"), false);

    @TempDir
    private Path report;

    @Test
    void aBuildThatFailedIsStillNeeded() {
        var state = state(STEP_1, true);
        assertThat(state.isBuilding() && state.needsBuild()).isTrue();

        state.built(new Build.Outcome(false, Message.of("build.ended", 3), List.of("main.c:7"), report));

        assertThat(state.isOver() && state.needsBuild()).isTrue();
        assertThat(state.exitCode()).isEqualTo(2);
        var view = state.view(Optional.empty());
        assertThat(view.status()).hasToString("the build ended with exit code 3");
        assertThat(view.obstacle().toString()).startsWith("main.c:7");
        assertThat(view.result()).isEmpty();
    }

    @Test
    void aBuildThatSucceededIsNotNeededAgain() {
        var state = state(STEP_1, true);

        state.built(new Build.Outcome(true, Message.of("build.ended", 0), List.of(), report));

        assertThat(state.isBuilding() || state.needsBuild() || state.isOver()).isFalse();
        assertThat(state(STEP_1, false).needsBuild()).isFalse();
    }

    @Test
    void scenariosAreCountedAsTheyPassAndFailWithTheirVerdict() {
        var state = state(STEP_1, false);
        var scenarios = state.scenarios();
        state.ran(scenarios.get(0), true);
        state.ran(scenarios.get(1), false);
        state.judged(result(state, 2, Status.FAILED));

        int all = scenarios.size();
        assertThat(state.view(Optional.empty()).tallies())
                .containsExactly(new WatchProgress.Tally(1, 1, all - 1, 1, all));
    }

    @Test
    void aRunIsOverWhenEveryLaneHasItsVerdicts() {
        var state = state(STEP_1, false);
        var lanes = Lane.of(state.scenarios());
        for (var lane : lanes) {
            assertThat(state.isOver()).isFalse();
            assertThat(state.result()).isEmpty();
            state.judged(lane, lane(state, lane, Status.PASSED), 0);
        }

        assertThat(state.isOver()).isTrue();
        assertThat(state.exitCode()).isZero();
        assertThat(state.numbered(0)).isEmpty();
    }

    @Test
    void aScenarioIsMendedWhenItPassesAndDidNotBefore() {
        var broken = judged(ONE, Status.FAILED);
        assertThat(broken.isMendedScenario()).isFalse();
        assertThat(broken.numbered(0)).contains("TCP-01");
        assertThat(broken.numbered(1)).isEmpty();
        broken.keepVerdicts();

        assertThat(judged(ONE, Status.FAILED).isMendedScenario()).isFalse();
        var mended = judged(ONE, Status.PASSED);
        assertThat(mended.isMendedScenario()).isTrue();
        mended.keepVerdicts();

        assertThat(judged(ONE, Status.PASSED).isMendedScenario()).isFalse();
    }

    @Test
    void aVerdictThatIsOnTheScreenIsKeptAlthoughTheNextRunBeginsBeforeTheEnd() {
        var broken = state(ONE, false);
        broken.accepted(1);
        broken.judged(result(broken, 0, Status.FAILED));
        assertThat(broken.isOver()).isFalse();
        broken.keepShownVerdict();

        assertThat(judged(ONE, Status.PASSED).isMendedScenario()).isTrue();
    }

    @Test
    void whereThereIsNoServerThatIsSaid() {
        var state = state(STEP_1, false);
        state.accepted(1);
        state.impossible(Message.verbatim("it exited"));

        assertThat(state.isOver()).isTrue();
        assertThat(state.view(Optional.empty()).obstacle()).hasToString("it exited");
        assertThat(state.view(Optional.empty()).tallies()).isEmpty();
    }

    private RunState judged(Selection selection, Status status) {
        var state = state(selection, false);
        Lane.of(state.scenarios()).forEach(lane -> state.judged(lane, lane(state, lane, status), 0));
        return state;
    }

    private RunState state(Selection selection, boolean builds) {
        var settings = new Settings(
                ServerSpec.ofCommand("server {port}").called("mine").server(),
                STEP_1,
                new FeatureSource(Optional.empty(), false),
                report,
                Optional.of("make"),
                report,
                report,
                "again ",
                Optional.empty(),
                Messages.ENGLISH);
        return new RunState(settings, selection, builds);
    }

    private static RunResult lane(RunState state, Lane lane, Status status) {
        var results = state.scenarios().stream()
                .filter(lane::contains)
                .map(scenario -> result(state, state.scenarios().indexOf(scenario), status))
                .toList();
        return RunResult.of("mine", "", state.selection(), results, Message.NONE);
    }

    private static ScenarioResult result(RunState state, int index, Status status) {
        return new ScenarioResult(
                state.scenarios().get(index),
                status,
                1,
                Optional.empty(),
                status == Status.FAILED ? Optional.of(Cause.brokenRule("a rule")) : Optional.empty(),
                Message.NONE,
                List.of(),
                Map.of(),
                "");
    }
}
