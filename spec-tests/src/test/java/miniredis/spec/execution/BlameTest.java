package miniredis.spec.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Optional;
import java.util.stream.Stream;
import miniredis.spec.execution.Blame.Accept;
import miniredis.spec.execution.Blame.BringsDown;
import miniredis.spec.execution.Blame.RetryHere;
import miniredis.spec.execution.Blame.RetryOnFresh;
import miniredis.spec.specification.SpecScenario;
import miniredis.spec.verdict.Actual;
import miniredis.spec.verdict.Evidence;
import miniredis.spec.verdict.Expected;
import miniredis.spec.verdict.Framing;
import miniredis.spec.verdict.FramingMark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is blamed: what follows from an attempt, for everything that can be known of it. */
class BlameTest {
    private static final SpecScenario SCENARIO = Scenarios.plain();
    private static final Attempt PASSED = Attempts.passed(SCENARIO);
    private static final Attempt WRONG = Attempts.failed(SCENARIO, Attempts.reply("-ERR"));
    private static final Attempt OTHERWISE_WRONG = Attempts.failed(SCENARIO, Attempts.silence());
    private static final Attempt SLOW = Attempts.failed(SCENARIO, Attempts.slow());
    private static final Attempt LATE = Attempts.late(SCENARIO);
    private static final Attempt WRONG_BYTE_BY_BYTE = Attempts.passedBut(SCENARIO, Framing.BYTE_BY_BYTE);
    private static final Attempt WRONG_IN_ONE_PACKET = Attempts.passedBut(SCENARIO, Framing.ONE_PACKET);
    private static final Attempt RUNNER_ERROR = Attempts.runnerError(SCENARIO);

    private static final boolean FRESH = true;
    private static final boolean USED = false;

    static Stream<Arguments> table() {
        return Stream.of(
                // What passed, and left the server well, has passed.
                row("it passed on a fresh instance", PASSED, Health.GOOD, FRESH, Accept.class),
                row("it passed on a used instance", PASSED, Health.GOOD, USED, Accept.class),
                row(
                        "it passed, and the server ended and said that all was well",
                        PASSED,
                        Healths.ENDED_IN_PEACE,
                        USED,
                        Accept.class),

                // A fresh instance leaves only the scenario to blame.
                row("it failed on a fresh instance", WRONG, Health.GOOD, FRESH, Accept.class),
                row(
                        "it passed, not in another framing, on a fresh instance",
                        WRONG_BYTE_BY_BYTE,
                        Health.GOOD,
                        FRESH,
                        Accept.class),
                row("it passed on a fresh instance, which died", PASSED, Healths.DIED, FRESH, BringsDown.class),
                row("it passed on a fresh instance, which hangs now", PASSED, Healths.HANGS, FRESH, BringsDown.class),
                row("it passed on a fresh instance, which lost SET", PASSED, Healths.SPOILED, FRESH, BringsDown.class),
                row("it failed on a fresh instance, which died", WRONG, Healths.DIED, FRESH, BringsDown.class),
                row(
                        "it failed, and the fresh instance ended and said that all was well",
                        WRONG,
                        Healths.ENDED_IN_PEACE,
                        FRESH,
                        BringsDown.class),
                row(
                        "it failed in another framing, and the fresh instance ended in peace",
                        WRONG_BYTE_BY_BYTE,
                        Healths.ENDED_IN_PEACE,
                        FRESH,
                        BringsDown.class),

                // On a used one it may be the one before that is to blame.
                row("it failed on a used instance", WRONG, Health.GOOD, USED, RetryOnFresh.class),
                row(
                        "it failed in another framing on a used instance",
                        WRONG_BYTE_BY_BYTE,
                        Health.GOOD,
                        USED,
                        RetryOnFresh.class),
                row("it passed on a used instance, which died", PASSED, Healths.DIED, USED, RetryOnFresh.class),
                row("it passed on a used instance, which hangs now", PASSED, Healths.HANGS, USED, RetryOnFresh.class),
                row("it failed on a used instance, which lost SET", WRONG, Healths.SPOILED, USED, RetryOnFresh.class),
                row("it was slow on a used instance", SLOW, Health.GOOD, USED, RetryOnFresh.class),

                // Two independent observations of one mistake are enough.
                before("it failed on a used instance as it did beside others", WRONG, Health.GOOD, WRONG, Accept.class),
                before(
                        "it failed on a used instance, otherwise than beside others",
                        WRONG,
                        Health.GOOD,
                        OTHERWISE_WRONG,
                        RetryOnFresh.class),
                before(
                        "it failed on a used instance, and passed beside others",
                        WRONG,
                        Health.GOOD,
                        PASSED,
                        RetryOnFresh.class),
                before(
                        "it failed in the same framing as beside others",
                        WRONG_BYTE_BY_BYTE,
                        Health.GOOD,
                        WRONG_BYTE_BY_BYTE,
                        Accept.class),
                before(
                        "it failed in another framing than beside others",
                        WRONG_BYTE_BY_BYTE,
                        Health.GOOD,
                        WRONG_IN_ONE_PACKET,
                        RetryOnFresh.class),
                before(
                        "it failed as it did beside others, and the used instance died",
                        WRONG,
                        Healths.DIED,
                        WRONG,
                        RetryOnFresh.class),

                // Lateness is the machine's.
                late("it was too late once", LATE, Health.GOOD, 1, RetryHere.class),
                late("it was too late twice", LATE, Health.GOOD, 2, RetryHere.class),
                late("it was too late three times", LATE, Health.GOOD, 3, Accept.class),
                late("it was too late on a used instance, which died", LATE, Healths.DIED, 0, RetryOnFresh.class),
                row("it was too late on a fresh instance, which died", LATE, Healths.DIED, FRESH, BringsDown.class),
                late("it failed after it had been too late twice", WRONG, Health.GOOD, 2, RetryOnFresh.class),

                // A bug in the runner is reported as one, whatever became of the server.
                row("the runner stumbled on a used instance", RUNNER_ERROR, Health.GOOD, USED, Accept.class),
                row("the runner stumbled, and the used instance died", RUNNER_ERROR, Healths.DIED, USED, Accept.class),
                row(
                        "the runner stumbled, and the fresh instance died",
                        RUNNER_ERROR,
                        Healths.DIED,
                        FRESH,
                        Accept.class),

                // An attempt that took spinning for work waited in vain.
                spins("it was slow, and the server turned out to spin", SLOW, Health.GOOD),
                spins("it was slow, the server turned out to spin, and died", SLOW, Healths.DIED));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("table")
    void decides(String sentence, Blame.Known known, Class<?> decision) {
        assertThat(Blame.decide(known)).as(sentence).isInstanceOf(decision);
    }

    private static Arguments row(String sentence, Attempt attempt, Health health, boolean fresh, Class<?> decision) {
        return arguments(sentence, new Blame.Known(attempt, health, fresh, false, Optional.empty(), 0), decision);
    }

    private static Arguments before(
            String sentence, Attempt attempt, Health health, Attempt before, Class<?> decision) {
        return arguments(sentence, new Blame.Known(attempt, health, USED, false, Optional.of(before), 0), decision);
    }

    private static Arguments late(String sentence, Attempt attempt, Health health, int late, Class<?> decision) {
        return arguments(sentence, new Blame.Known(attempt, health, USED, false, Optional.empty(), late), decision);
    }

    private static Arguments spins(String sentence, Attempt attempt, Health health) {
        return arguments(sentence, new Blame.Known(attempt, health, FRESH, true, Optional.empty(), 0), RetryHere.class);
    }

    @Test
    void whatCountsOnAHealthyServerCountsAsItIs() {
        assertThat(decide(WRONG, Health.GOOD)).isEqualTo(new Accept(WRONG));
        assertThat(decide(PASSED, Healths.ENDED_IN_PEACE)).isEqualTo(new Accept(PASSED));
    }

    @Test
    void aFailureOnAServerThatDiedShowsItsEndInTheStepThatFailed() {
        var blamed = blamed(WRONG, Healths.DIED);

        var outcome = (Outcome.Mismatched) blamed.outcome();
        assertThat(outcome.step()).isEqualTo("the reply is PONG");
        assertThat(outcome.evidence().expected()).isInstanceOf(Expected.Pong.class);
        assertThat(outcome.evidence().actual())
                .isEqualTo(new Actual.Died(WRONG.evidence().orElseThrow().received(), "exited with code 7"));
    }

    @Test
    void aFailureOnAServerThatHangsOrIsSpoiledStaysAsItIs() {
        assertThat(blamed(WRONG, Healths.HANGS)).isEqualTo(WRONG);
        assertThat(blamed(WRONG, Healths.SPOILED)).isEqualTo(WRONG);
    }

    @Test
    void whatPassedIsBlamedForNotServingAnyMoreAfterItsLastRequest() {
        var outcome = (Outcome.Mismatched) blamed(PASSED, Healths.SPOILED).outcome();

        assertThat(outcome.step()).isEmpty();
        assertThat(outcome.evidence().expected()).isInstanceOf(Expected.StillServing.class);
        assertThat(outcome.evidence().actual())
                .isEqualTo(new Actual.Spoiled(outcome.evidence().received(), "SET"));
        assertThat(outcome.evidence().sent()).isEmpty();
    }

    @Test
    void whatFailedInAnotherFramingIsBlamedThere() {
        var blamed = blamed(WRONG_BYTE_BY_BYTE, Healths.HANGS);

        assertThat(blamed.passed()).isTrue();
        assertThat(blamed.framings()).extracting(FramingMark::framing).containsExactly(Framing.BYTE_BY_BYTE);
        assertThat(blamed.framings().get(0).evidence().map(Evidence::actual))
                .get()
                .isInstanceOf(Actual.Hung.class);
    }

    private static Blame.Decision decide(Attempt attempt, Health health) {
        return Blame.decide(new Blame.Known(attempt, health, FRESH, false, Optional.empty(), 0));
    }

    private static Attempt blamed(Attempt attempt, Health health) {
        return ((BringsDown) decide(attempt, health)).attempt();
    }
}
