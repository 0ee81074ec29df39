package miniredis.spec.run;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import miniredis.spec.verdict.Failure;
import miniredis.spec.verdict.ScenarioResult;
import miniredis.spec.verdict.Status;

/** What there is to say about the server as a whole; usually nothing. */
final class Remarks {
    private Remarks() {}

    /**
     * @param beside the verdicts while all scenarios were playing on one server
     * @param results the final ones
     */
    static String about(List<ScenarioResult> beside, List<ScenarioResult> results) {
        return notRun(results).or(() -> onlyAlone(beside, results)).orElse("");
    }

    /** Names what most scenarios met with. */
    static String aboutNoReplyAtAll(List<ScenarioResult> results) {
        var failures = results.stream()
                .flatMap(result -> result.failure().stream())
                .collect(Collectors.groupingBy(Failure::then, Collectors.counting()));
        return failures.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(most -> "No client got a single RESP reply from the server, so nothing more can be judged. "
                        + "What they met with: " + most.getKey())
                .orElse("");
    }

    private static Optional<String> notRun(List<ScenarioResult> results) {
        return results.stream()
                .filter(result -> result.status() == Status.NOT_RUN)
                .findFirst()
                .map(ScenarioResult::note);
    }

    private static Optional<String> onlyAlone(List<ScenarioResult> beside, List<ScenarioResult> results) {
        var passed = results.stream()
                .filter(result -> result.status() == Status.PASSED)
                .map(ScenarioResult::scenario)
                .collect(Collectors.toCollection(HashSet::new));
        var saved = beside.stream()
                .filter(result -> result.status() == Status.FAILED && passed.contains(result.scenario()))
                .toList();
        return saved.stream().findFirst().map(first -> onlyAlone(saved.size(), first));
    }

    private static String onlyAlone(int count, ScenarioResult first) {
        return "%s passed alone, and that counts; but not while others were playing on the same server. There, %s met with: %s"
                .formatted(
                        count == 1 ? "1 scenario" : count + " scenarios",
                        first.scenario().id(),
                        first.failure().map(Failure::then).orElse(first.note()));
    }
}
