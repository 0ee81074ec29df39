package miniredis.spec.execution;

import java.util.Optional;
import miniredis.spec.specification.SpecScenario;
import miniredis.spec.verdict.Cause;
import miniredis.spec.verdict.Diagnosis;
import miniredis.spec.verdict.Failure;
import miniredis.spec.verdict.ScenarioResult;
import miniredis.spec.verdict.Status;

/** Makes a result of the attempt that counts, complete: status, cause, and the command that runs the scenario again. */
final class Verdicts {
    private static final String NOTHING_AT_ALL = "no client got a single reply from the server";

    /** Nobody is blamed for being slow: whether the answer would have come can't be told. */
    private static final String SLOW =
            "The server was busy all the time and was given up before its answer came: it is slow, or it spins.";

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
                    "This machine was too slow, %d times, to tell a right server from a wrong one."
                            .formatted(IsolatedRerun.TRIES_WHEN_TOO_LATE));
        }
        if (outcome instanceof Outcome.Stumbled stumbled) {
            var note = "The runner itself stumbled; this is a mistake in the runner, not in the server: "
                    + stumbled.cause();
            return result(
                    attempt,
                    Status.INCONCLUSIVE,
                    Optional.empty(),
                    Optional.of(new Cause(Cause.Kind.RUNNER, "a mistake in the runner")),
                    note);
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
                failure.map(why -> Diagnosis.of(scenario, why)),
                "");
    }

    /** It needs a command that is missing, and was not run for that reason. */
    ScenarioResult ofImpossible(SpecScenario scenario) {
        return result(
                Attempt.without(scenario, ""),
                Status.FAILED,
                Optional.empty(),
                missing.keepsFromPassing(scenario),
                missing.note(scenario));
    }

    private static Optional<Failure> failure(Attempt attempt) {
        return attempt.outcome() instanceof Outcome.Deviated deviated
                ? Optional.of(new Failure(deviated.evidence(), deviated.step(), attempt.trouble()))
                : Optional.empty();
    }

    /** The server said nothing to anybody: no scenario needs to be asked for by itself any more. */
    ScenarioResult ofNoReply(SpecScenario scenario, Optional<Attempt> attempt) {
        var seen = attempt.orElseGet(() -> Attempt.without(scenario, ""));
        return result(
                seen,
                Status.FAILED,
                failure(seen),
                Optional.of(new Cause(Cause.Kind.NO_REPLY, NOTHING_AT_ALL)),
                failure(seen).isPresent() ? "" : "No client got a single reply from the server.");
    }

    /** It passed alone, and beside others it met with something that no right server does. */
    ScenarioResult ofBesideOthers(Attempt beside, Cause cause, String note) {
        return result(beside, Status.FAILED, failure(beside), Optional.of(cause), note);
    }

    private ScenarioResult result(
            Attempt attempt, Status status, Optional<Failure> failure, Optional<Cause> cause, String note) {
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
