package miniredis.spec.execution;

import java.util.Optional;
import miniredis.spec.cucumber.ScenarioNeeds;
import miniredis.spec.i18n.Message;
import miniredis.spec.specification.SpecScenario;
import miniredis.spec.verdict.Cause;
import miniredis.spec.verdict.CauseFinder;
import miniredis.spec.verdict.Failure;
import miniredis.spec.verdict.ScenarioResult;
import miniredis.spec.verdict.Status;

/** Makes a result of the attempt that counts, complete: status, cause, and the command that runs the scenario again. */
final class Verdicts {
    private static final Message NOTHING_AT_ALL = Message.of("cause.no-reply");

    /** A slow server is not blamed: whether the reply would have come can't be told. */
    private static final Message SLOW = Message.of("note.slow");

    private final String again;
    private final MissingCommands missing;

    /** @param again the command that runs a scenario again, up to its id */
    Verdicts(String again, MissingCommands missing) {
        this.again = again;
        this.missing = missing;
    }

    ScenarioResult of(Attempt attempt) {
        var scenario = attempt.scenario();
        var outcome = attempt.outcome();
        if (outcome instanceof Outcome.NoServer none) {
            return result(attempt, Status.NOT_RUN, Optional.empty(), Optional.empty(), none.why());
        }
        if (outcome instanceof Outcome.Late) {
            return result(
                    attempt,
                    Status.INCONCLUSIVE,
                    Optional.empty(),
                    Optional.empty(),
                    Message.of("note.late", Blame.TRIES_WHEN_TOO_LATE));
        }
        if (outcome instanceof Outcome.RunnerError error) {
            return result(
                    attempt,
                    Status.INCONCLUSIVE,
                    Optional.empty(),
                    Optional.of(new Cause(Cause.Kind.RUNNER, Message.of("cause.runner"))),
                    Message.of("note.runner", error.cause().toString()));
        }
        var failure = failure(attempt);
        var lacking = missing.keepsFromPassing(scenario);
        if (lacking.isPresent()) {
            return result(attempt, Status.FAILED, failure, lacking, missing.note(scenario));
        }
        if (attempt.wasSlow()) {
            return result(attempt, Status.INCONCLUSIVE, failure, Optional.empty(), SLOW);
        }
        return result(
                attempt,
                failure.isPresent() ? Status.FAILED : Status.PASSED,
                failure,
                failure.map(why ->
                        CauseFinder.of(scenario, why, ScenarioNeeds.of(scenario).hasDepartures())),
                Message.NONE);
    }

    /** It needs a command that is missing, and was not run for that reason. */
    ScenarioResult ofImpossible(SpecScenario scenario) {
        return result(
                Attempt.without(scenario, Message.NONE),
                Status.FAILED,
                Optional.empty(),
                missing.keepsFromPassing(scenario),
                missing.note(scenario));
    }

    private static Optional<Failure> failure(Attempt attempt) {
        return attempt.outcome() instanceof Outcome.Mismatched mismatch
                ? Optional.of(
                        new Failure(mismatch.evidence(), mismatch.step(), attempt.exception(), attempt.complaints()))
                : Optional.empty();
    }

    /** The server answered no client: the other scenarios need not be run. */
    ScenarioResult ofNoReply(SpecScenario scenario, Optional<Attempt> attempt) {
        var seen = attempt.orElseGet(() -> Attempt.without(scenario, Message.NONE));
        return result(
                seen,
                Status.FAILED,
                failure(seen),
                Optional.of(new Cause(Cause.Kind.NO_REPLY, NOTHING_AT_ALL)),
                failure(seen).isPresent() ? Message.NONE : Message.of("note.no-reply"));
    }

    /** It passed alone, and beside others it met with something that no correct server does. */
    ScenarioResult ofBesideOthers(Attempt beside, Cause cause, Message note) {
        return result(beside, Status.FAILED, failure(beside), Optional.of(cause), note);
    }

    private ScenarioResult result(
            Attempt attempt, Status status, Optional<Failure> failure, Optional<Cause> cause, Message note) {
        return new ScenarioResult(
                attempt.scenario(),
                status,
                attempt.milliseconds(),
                failure,
                cause,
                note,
                attempt.framings(),
                attempt.recordings(),
                again + attempt.scenario().id());
    }
}
