package miniredis.spec.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import miniredis.spec.execution.ConcurrentAttempts.Breakdown;
import miniredis.spec.execution.ConcurrentAttempts.Seen;
import miniredis.spec.specification.SpecScenario;
import miniredis.spec.verdict.Actual;
import miniredis.spec.verdict.Cause;
import miniredis.spec.verdict.Evidence;
import miniredis.spec.verdict.Expected;
import miniredis.spec.verdict.ScenarioResult;
import miniredis.spec.verdict.Status;
import org.junit.jupiter.api.Test;

/** What went wrong beside others, and what explains it. */
class InterferenceTest {
    private static final Verdicts VERDICTS = new Verdicts("run --scenario ", MissingCommands.none());
    private static final SpecScenario PLAIN = Scenarios.plain();
    private static final SpecScenario OTHER = Scenarios.plain(2).get(1);
    private static final Actual WRONG = Attempts.reply("$3");

    private final Map<SpecScenario, Seen> seen = new HashMap<>();
    private final List<Breakdown> breakdowns = new ArrayList<>();
    private Set<SpecScenario> bringDown = Set.of();

    @Test
    void aWrongReplyBesideOthersThatNothingExplainsIsAFailure() {
        seen.put(PLAIN, new Seen(Attempts.failed(PLAIN, WRONG), true));

        var result = explain(passed(PLAIN));

        assertThat(result.status()).isEqualTo(Status.FAILED);
        assertThat(result.cause()).map(Cause::kind).contains(Cause.Kind.BESIDE_OTHERS);
        assertThat(result.note().key()).isEqualTo("note.wrong-beside-others");
        assertThat(result.failure().orElseThrow().evidence().actual()).isEqualTo(WRONG);
    }

    @Test
    void whatPassedBesideOthersNeedsNoExplanation() {
        seen.put(PLAIN, new Seen(Attempts.passed(PLAIN), true));

        assertThat(explain(passed(PLAIN)).status()).isEqualTo(Status.PASSED);
    }

    @Test
    void onAnIllServerNothingIsToBeExplained() {
        seen.put(PLAIN, new Seen(Attempts.failed(PLAIN, WRONG), false));

        assertThat(explain(passed(PLAIN)).status()).isEqualTo(Status.PASSED);
    }

    @Test
    void silenceIsForgiven() {
        seen.put(PLAIN, new Seen(Attempts.failed(PLAIN, Attempts.silence()), true));

        assertThat(explain(passed(PLAIN)).status()).isEqualTo(Status.PASSED);
    }

    @Test
    void whereTimeIsThePointALateMachineIsForgiven() {
        for (var scenario : List.of(Scenarios.waiting(), Scenarios.withDepartures())) {
            seen.put(scenario, new Seen(Attempts.failed(scenario, WRONG), true));

            assertThat(explain(passed(scenario)).status()).isEqualTo(Status.PASSED);
        }
    }

    @Test
    void aNumberThatIsWaitedForIsForgivenUnlessNothingElseRan() {
        var expected = new Expected.Metric("connected_clients", "1");
        for (var scenario : List.of(PLAIN, Scenarios.thatRunsAlone())) {
            var mismatch = new Outcome.Mismatched(new Evidence(Attempts.SENT, expected, WRONG), "");
            seen.put(scenario, new Seen(Attempts.of(scenario, mismatch), true));
        }

        assertThat(explain(passed(PLAIN)).status()).isEqualTo(Status.PASSED);
        assertThat(explain(passed(Scenarios.thatRunsAlone())).status()).isEqualTo(Status.FAILED);
    }

    @Test
    void aFailureAloneIsNotReplacedByWhatHappenedBesideOthers() {
        seen.put(PLAIN, new Seen(Attempts.failed(PLAIN, WRONG), true));
        var alone = VERDICTS.of(Attempts.failed(PLAIN, Attempts.reply("-ERR")));

        assertThat(explain(alone)).isSameAs(alone);
    }

    @Test
    void aScenarioWithSeveralClientsThatFailsAloneExplainsIt() {
        seen.put(PLAIN, new Seen(Attempts.failed(PLAIN, WRONG), true));
        var several = Scenarios.withSeveralClients();

        assertThat(explain(passed(PLAIN), failed(several)).status()).isEqualTo(Status.PASSED);
        assertThat(explain(passed(PLAIN), passed(several)).status()).isEqualTo(Status.FAILED);
        assertThat(explain(passed(PLAIN), failed(OTHER)).status()).isEqualTo(Status.FAILED);
    }

    @Test
    void aBreakdownThatNothingExplainsIsAFailureOfOneOfThoseThatWereRunning() {
        seen.put(PLAIN, new Seen(Attempts.passed(PLAIN), false));
        breakdowns.add(new Breakdown(Healths.DIED, Set.of(PLAIN, OTHER)));

        var result = explain(passed(PLAIN));

        assertThat(result.status()).isEqualTo(Status.FAILED);
        assertThat(result.note().key()).isEqualTo("note.breaks-down-beside-others");
        assertThat(result.note().toString()).contains(PLAIN.id(), OTHER.id());
        var evidence = result.failure().orElseThrow().evidence();
        assertThat(evidence.expected()).isInstanceOf(Expected.StillServing.class);
        assertThat(evidence.actual()).isInstanceOf(Actual.Died.class);
        assertThat(evidence.sent()).isEmpty();
    }

    @Test
    void ratherOneThatMetWithSomethingStandsForTheBreakdown() {
        seen.put(PLAIN, new Seen(Attempts.passed(PLAIN), false));
        seen.put(OTHER, new Seen(Attempts.failed(OTHER, WRONG), false));
        breakdowns.add(new Breakdown(Healths.HANGS, Set.of(PLAIN, OTHER)));

        var results = explainAll(passed(PLAIN), passed(OTHER));

        assertThat(results).extracting(ScenarioResult::status).containsExactly(Status.PASSED, Status.FAILED);
        var evidence = results.get(1).failure().orElseThrow().evidence();
        assertThat(evidence.sent()).isEqualTo(Attempts.SENT);
        assertThat(evidence.received()).isEqualTo(WRONG.bytes());
    }

    @Test
    void nobodyWhoFailsAloneOrWasNotRunningStandsForABreakdown() {
        seen.put(PLAIN, new Seen(Attempts.passed(PLAIN), false));
        seen.put(OTHER, new Seen(Attempts.passed(OTHER), true));
        breakdowns.add(new Breakdown(Healths.DIED, Set.of(PLAIN)));

        assertThat(explainAll(failed(PLAIN), passed(OTHER)))
                .extracting(ScenarioResult::cause)
                .noneMatch(cause -> cause.filter(found -> found.kind() == Cause.Kind.BESIDE_OTHERS)
                        .isPresent());
    }

    @Test
    void aScenarioThatBringsTheServerDownAloneExplainsEveryBreakdown() {
        seen.put(PLAIN, new Seen(Attempts.passed(PLAIN), false));
        breakdowns.add(new Breakdown(Healths.DIED, Set.of(PLAIN)));
        bringDown = Set.of(OTHER);

        assertThat(explain(passed(PLAIN)).status()).isEqualTo(Status.PASSED);
    }

    @Test
    void aMixUpExplainsABreakdown() {
        seen.put(PLAIN, new Seen(Attempts.passed(PLAIN), false));
        breakdowns.add(new Breakdown(Healths.DIED, Set.of(PLAIN)));

        assertThat(explain(passed(PLAIN), failed(Scenarios.withSeveralClients()))
                        .status())
                .isEqualTo(Status.PASSED);
    }

    @Test
    void aWrongReplySaysMoreThanTheBreakdownThatFollowedIt() {
        seen.put(PLAIN, new Seen(Attempts.failed(PLAIN, WRONG), true));
        breakdowns.add(new Breakdown(Healths.DIED, Set.of(PLAIN)));

        assertThat(explain(passed(PLAIN)).note().key()).isEqualTo("note.wrong-beside-others");
    }

    private ScenarioResult explain(ScenarioResult... results) {
        return explainAll(results).get(0);
    }

    private List<ScenarioResult> explainAll(ScenarioResult... results) {
        var beside = new ConcurrentAttempts(seen, breakdowns);
        return new Interference(beside, bringDown, VERDICTS).explain(List.of(results));
    }

    private static ScenarioResult passed(SpecScenario scenario) {
        return VERDICTS.of(Attempts.passed(scenario));
    }

    private static ScenarioResult failed(SpecScenario scenario) {
        return VERDICTS.of(Attempts.failed(scenario, Attempts.reply("-ERR")));
    }
}
