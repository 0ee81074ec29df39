package miniredis.spec.execution;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import miniredis.spec.i18n.Message;
import miniredis.spec.server.ServerUnavailable;
import miniredis.spec.verdict.Cause;
import miniredis.spec.verdict.Failure;
import miniredis.spec.verdict.ScenarioResult;
import miniredis.spec.verdict.Status;

/** What there is to say about the server as a whole; usually nothing. */
final class Remarks {
    private Remarks() {}

    static Message about(List<ScenarioResult> results, ServerPool pool) {
        return pool.unavailable()
                .map(ServerUnavailable::message)
                .or(() -> notRun(results))
                .or(() -> noReply(results))
                .orElse(Message.NONE);
    }

    private static Optional<Message> notRun(List<ScenarioResult> results) {
        return results.stream()
                .filter(result -> result.status() == Status.NOT_RUN)
                .map(ScenarioResult::note)
                .findFirst();
    }

    /** Names what most of those met with that were tried. */
    private static Optional<Message> noReply(List<ScenarioResult> results) {
        var metWith = results.stream()
                .filter(result -> result.cause()
                        .filter(cause -> cause.kind() == Cause.Kind.NO_REPLY)
                        .isPresent())
                .flatMap(result -> result.failure().stream())
                .collect(Collectors.groupingBy(Failure::then, Collectors.counting()));
        return metWith.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(most -> Message.of("remark.no-reply", most.getKey()));
    }
}
