package miniredis.spec.execution;

import java.util.Optional;
import miniredis.spec.verdict.Actual.Afterwards;
import miniredis.spec.verdict.Evidence;
import miniredis.spec.verdict.Expected;

/**
 * Decides what is to blame for the result of an attempt at a scenario that was alone on its instance. It depends only on what is
 * known: it contacts no server and never waits.
 *
 * <p>A failure on an instance that was used before counts only when the same was seen beside others; otherwise it has to show
 * again on a fresh instance, so that no scenario is blamed for what another left behind.
 */
final class Blame {
    static final int TRIES_WHEN_TOO_LATE = 3;

    private Blame() {}

    /**
     * What is known after an attempt.
     *
     * @param health of the instance, after the attempt
     * @param fresh whether the instance had not been used before, or no better one is available
     * @param foundToSpin whether it was found out only afterwards that this server works without end: the attempt still took
     *     its work for a sign that a reply was on its way
     * @param before what was seen of the scenario beside others
     * @param late how many attempts in good health came too late to tell, this one included
     */
    record Known(
            Attempt attempt, Health health, boolean fresh, boolean foundToSpin, Optional<Attempt> before, int late) {}

    /** What follows from it. */
    sealed interface Decision {}

    /** Nothing can be told from this attempt, and any instance in good health may be used for the next. */
    record RetryHere() implements Decision {}

    /** Another scenario may be to blame; an unused instance will tell. */
    record RetryOnFresh() implements Decision {}

    /** This attempt counts as it is; the server is in good health, or its end was not caused by the scenario. */
    record Accept(Attempt attempt) implements Decision {}

    /** The scenario was alone, and after it the server is no longer in good health; the attempt says what became of it. */
    record BringsDown(Attempt attempt) implements Decision {}

    static Decision decide(Known known) {
        var attempt = known.attempt();
        var health = known.health();
        if (known.foundToSpin()) {
            return new RetryHere();
        }
        if (attempt.outcome() instanceof Outcome.Late && health.good() && known.late() < TRIES_WHEN_TOO_LATE) {
            return new RetryHere();
        }
        if (isBeyondDoubt(attempt, health)) {
            return new Accept(attempt);
        }
        if (!known.fresh() && !(health.good() && isSeenTwice(known))) {
            return new RetryOnFresh();
        }
        return health.good() ? new Accept(attempt) : new BringsDown(explained(attempt, health));
    }

    /** Whether no other instance could change anything. */
    private static boolean isBeyondDoubt(Attempt attempt, Health health) {
        return attempt.outcome() instanceof Outcome.RunnerError
                || attempt.outcome() instanceof Outcome.Late && health.good()
                || attempt.isFlawless() && (health.good() || health.endedInPeace());
    }

    private static boolean isSeenTwice(Known known) {
        return known.before().filter(known.attempt()::failedLike).isPresent();
    }

    /** The attempt, with the breakdown of the server in place of what was seen there. */
    private static Attempt explained(Attempt attempt, Health health) {
        var breakdown =
                health.breakdown(attempt.evidence().map(Evidence::received).orElse(new byte[0]));
        if (attempt.failsByFramingOnly()) {
            // The scenario as written passed; the server did not survive the same conversation in other packets.
            return attempt.withFramings(breakdown);
        }
        if (attempt.outcome() instanceof Outcome.Mismatched mismatch) {
            // A server that hangs or is spoiled became so in the scenario, and the failure shows it.
            if (health.death().isEmpty()) {
                var evidence = health.hangs()
                        ? mismatch.evidence().afterSilence(Afterwards.SERVER_HANGS)
                        : mismatch.evidence();
                return attempt.with(new Outcome.Mismatched(evidence, mismatch.step()));
            }
            return attempt.with(new Outcome.Mismatched(mismatch.evidence().with(breakdown), mismatch.step()));
        }
        var evidence = new Evidence(attempt.lastSent(), new Expected.StillServing(), breakdown);
        return attempt.with(new Outcome.Mismatched(evidence, ""));
    }
}
