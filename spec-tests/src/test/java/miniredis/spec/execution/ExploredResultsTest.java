package miniredis.spec.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import miniredis.spec.i18n.Message;
import miniredis.spec.specification.Selection;
import miniredis.spec.specification.SpecScenario;
import miniredis.spec.verdict.Cause;
import miniredis.spec.verdict.RunResult;
import miniredis.spec.verdict.ScenarioResult;
import miniredis.spec.verdict.Status;
import org.junit.jupiter.api.Test;

/** Random commands make no list of causes longer than it would be without them. */
class ExploredResultsTest {
    private static final Cause NAMED = Cause.brokenRule("GET answers null for a key that does not exist");
    private static final Cause EXPLORED = Cause.brokenRule("GET is answered with a value where null is right");
    private static final SpecScenario RANDOM_STEP_3 = scenario("RANDOM-03");

    private final List<ScenarioResult> shortened = new ArrayList<>();

    @Test
    void aFailureThatNoNamedScenarioExplainsIsACauseAndIsMadeShort() {
        var explored = failed(RANDOM_STEP_3, EXPLORED);

        assertThat(causes(settle(passed("SET-01"), explored))).containsExactly(EXPLORED);
        assertThat(shortened).containsExactly(explored);
    }

    @Test
    void itWaitsForTheCauseOfANamedScenarioOfItsStepOrBefore() {
        for (var named : List.of("SET-01", "REPLY-01")) {
            assertThat(causes(settle(failed(scenario(named), NAMED), failed(RANDOM_STEP_3, EXPLORED))))
                    .as(named)
                    .containsExactly(NAMED, NAMED);
        }
        assertThat(shortened).isEmpty();
    }

    @Test
    void ofSeveralCausesNoneIsNamedUnlessItLooksTheSame() {
        var other = Cause.brokenRule("a rule of step 2");
        var settled = settle(
                failed(scenario("REPLY-01"), other),
                failed(scenario("SET-01"), NAMED),
                failed(RANDOM_STEP_3, EXPLORED));
        var run = RunResult.of("server", "", Selection.everything(false), settled, Message.NONE);

        assertThat(run.scenarios().get(2).cause()).isEmpty();
        assertThat(run.causes()).hasSize(2);
    }

    @Test
    void aLaterStepOrAnExactScenarioExplainsItOnlyIfNothingElseIsWrong() {
        for (var named : List.of("EXPIRE-01", "ARITY-02.1")) {
            var other = failed(scenario("EXPIRE-02"), Cause.brokenRule("another rule of step 4"));
            var missing = failed(scenario("EXPIRE-03"), Cause.missing(List.of("TTL"), 4));

            assertThat(causes(settle(failed(scenario(named), NAMED), missing, failed(RANDOM_STEP_3, EXPLORED))))
                    .as(named)
                    .endsWith(NAMED);
            assertThat(causes(settle(failed(scenario(named), NAMED), other, failed(RANDOM_STEP_3, EXPLORED))))
                    .as(named)
                    .endsWith(EXPLORED);
            assertThat(causes(settle(missing, failed(RANDOM_STEP_3, EXPLORED))))
                    .as(named)
                    .endsWith(EXPLORED);
        }
        assertThat(causes(settle(failed(scenario("ARITY-02.1"), NAMED), failed(scenario("RANDOM-04"), EXPLORED))))
                .containsExactly(NAMED, NAMED);
    }

    @Test
    void anotherThatExploresExplainsNothing() {
        assertThat(causes(settle(failed(scenario("RANDOM-01"), NAMED), failed(RANDOM_STEP_3, EXPLORED))))
                .containsExactly(NAMED, EXPLORED);
    }

    private List<ScenarioResult> settle(ScenarioResult... results) {
        return ExploredResults.settle(List.of(results), result -> {
            shortened.add(result);
            return result;
        });
    }

    /** When the run is over. */
    private static List<Cause> causes(List<ScenarioResult> results) {
        return RunResult.of("server", "", Selection.withExtensions(true), results, Message.NONE).scenarios().stream()
                .flatMap(result -> result.cause().stream())
                .toList();
    }

    private static ScenarioResult passed(String id) {
        return result(scenario(id), Status.PASSED, Optional.empty());
    }

    private static ScenarioResult failed(SpecScenario scenario, Cause cause) {
        return result(scenario, Status.FAILED, Optional.of(cause));
    }

    private static ScenarioResult result(SpecScenario scenario, Status status, Optional<Cause> cause) {
        return new ScenarioResult(
                scenario, status, 1, Optional.empty(), cause, Message.NONE, List.of(), java.util.Map.of(), "");
    }

    private static SpecScenario scenario(String id) {
        return Stream.of(Selection.withExtensions(true))
                .flatMap(selection -> selection.scenarios().stream())
                .filter(scenario -> scenario.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
