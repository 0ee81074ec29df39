package miniredis.spec.execution;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import miniredis.spec.server.ServerUnavailable;
import miniredis.spec.verdict.Cause;
import miniredis.spec.verdict.Failure;
import miniredis.spec.verdict.ScenarioResult;
import miniredis.spec.verdict.Status;

/** What there is to say about the server as a whole; usually nothing. */
final class Remarks {
    private Remarks() {}

    static String about(List<ScenarioResult> results, ServerPool pool) {
        return pool.unavailable()
                .map(ServerUnavailable::getMessage)
                .or(() -> notRun(results))
                .or(() -> noReply(results))
                .orElse("");
    }

    private static Optional<String> notRun(List<ScenarioResult> results) {
        return results.stream()
                .filter(result -> result.status() == Status.NOT_RUN)
                .map(ScenarioResult::note)
                .findFirst();
    }

    /** Names what most of those met with that were tried. */
    private static Optional<String> noReply(List<ScenarioResult> results) {
        var metWith = results.stream()
                .filter(result -> result.cause()
                        .filter(cause -> cause.kind() == Cause.Kind.NO_REPLY)
                        .isPresent())
                .flatMap(result -> result.failure().stream())
                .collect(Collectors.groupingBy(Failure::then, Collectors.counting()));
        return metWith.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(most -> "No client got a single RESP reply from the server, so nothing more can be judged. "
                        + "What they met with: " + most.getKey());
    }
}
