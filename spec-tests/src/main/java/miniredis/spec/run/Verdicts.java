package miniredis.spec.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import miniredis.spec.specification.SpecScenario;
import miniredis.spec.stage.Performance;
import miniredis.spec.stage.Stage;
import miniredis.spec.verdict.Failure;
import miniredis.spec.verdict.ScenarioResult;
import miniredis.spec.verdict.Status;

/** The verdict over each scenario, as it stands. */
final class Verdicts {
    private final List<SpecScenario> scenarios;
    private final Map<SpecScenario, ScenarioResult> results = new HashMap<>();

    /** @param scenarios in reading order */
    Verdicts(List<SpecScenario> scenarios) {
        this.scenarios = scenarios;
    }

    /** In reading order. */
    List<ScenarioResult> all() {
        return scenarios.stream().map(results::get).toList();
    }

    ScenarioResult of(SpecScenario scenario) {
        return results.get(scenario);
    }

    /** The scenarios whose verdict is like this, in reading order. */
    List<SpecScenario> scenarios(Predicate<ScenarioResult> verdict) {
        return scenarios.stream().filter(scenario -> verdict.test(of(scenario))).toList();
    }

    /** Replaces the verdict by what came of playing it on this stage; but not having played it is no verdict. */
    void note(SpecScenario scenario, Outcome outcome, Stage stage) {
        var result = result(scenario, outcome, stage);
        var before = results.getOrDefault(scenario, result);
        if (result.status() != Status.NOT_RUN || before.status() == Status.NOT_RUN) {
            results.put(scenario, result);
        } else if (before.status() == Status.FAILED) {
            remark(
                    scenario,
                    "Judged while other scenarios were playing on the same server. Alone it was not played: "
                            + result.note());
        }
    }

    /** Adds a note to the verdict. */
    void remark(SpecScenario scenario, String note) {
        var result = of(scenario);
        results.put(
                scenario,
                new ScenarioResult(
                        scenario, result.status(), result.milliseconds(), result.failure(), note, result.tapes()));
    }

    private static ScenarioResult result(SpecScenario scenario, Outcome outcome, Stage stage) {
        var performance = stage.performance(scenario.location())
                .orElse(new Performance(Map.of(), Optional.empty(), 0, false, false));
        Status status;
        String note = "";
        Optional<Failure> failure = Optional.empty();
        if (outcome instanceof Outcome.Passed) {
            status = Status.PASSED;
        } else if (outcome instanceof Outcome.Deviated deviated) {
            status = Status.FAILED;
            failure = Optional.of(new Failure(deviated.deviation().evidence(), deviated.step(), performance.death()));
        } else if (outcome instanceof Outcome.Late) {
            status = Status.INCONCLUSIVE;
            note = "This machine was too slow, %d times, to tell a right server from a wrong one."
                    .formatted(JudgingAlone.TRIES_WHEN_TOO_LATE);
        } else if (outcome instanceof Outcome.Stumbled stumbled) {
            status = Status.FAILED;
            note = "The runner itself stumbled; this is a mistake in the runner, not in the server: "
                    + stumbled.cause();
        } else {
            status = Status.NOT_RUN;
            note = outcome instanceof Outcome.NoServer none ? none.why() : "It was not reached.";
        }
        return new ScenarioResult(scenario, status, performance.milliseconds(), failure, note, performance.tapes());
    }
}
