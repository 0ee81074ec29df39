package miniredis.spec.execution;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import miniredis.spec.i18n.Message;
import miniredis.spec.server.ServerUnavailable;
import miniredis.spec.steps.FramingSilences;
import miniredis.spec.verdict.Actual;
import miniredis.spec.verdict.Cause;
import miniredis.spec.verdict.Failure;
import miniredis.spec.verdict.ScenarioResult;
import miniredis.spec.verdict.ServerException;
import miniredis.spec.verdict.Status;

/** What there is to say about the server as a whole; usually nothing. */
final class Remarks {
    private Remarks() {}

    static Message about(List<ScenarioResult> results, ServerPool pool) {
        var why = pool.unavailable()
                .map(ServerUnavailable::message)
                .or(() -> notRun(results))
                .or(() -> noReply(results));
        return Message.inLines(Stream.of(why, endedBetween(results, pool.ends()), knownSilence(pool.framingSilences()))
                .flatMap(Optional::stream)
                .toList());
    }

    private static Optional<Message> knownSilence(FramingSilences silences) {
        return silences.leftOut() == 0
                ? Optional.empty()
                : Optional.of(Message.of("remark.known-silence", silences.silences(), silences.leftOut()));
    }

    /**
     * A server that ends a moment after a client disconnects fails the next scenario, and passes alone. Reasons that a failure gives
     * are left out.
     */
    static Optional<Message> endedBetween(List<ScenarioResult> results, List<String> ends) {
        var explained = results.stream()
                .flatMap(result -> result.failure().stream())
                .flatMap(failure -> why(failure).stream())
                .collect(Collectors.toSet());
        var left = ends.stream().filter(why -> !explained.contains(why)).toList();
        return left.isEmpty()
                ? Optional.empty()
                : Optional.of(Message.counted("remark.ended-between", left.size(), left.get(0)));
    }

    private static Optional<String> why(Failure failure) {
        return failure.evidence().actual() instanceof Actual.Died died
                ? failure.exception()
                        .map(ServerException::inWordsWithoutValues)
                        .or(() -> died.how().lines().findFirst())
                : Optional.empty();
    }

    private static Optional<Message> notRun(List<ScenarioResult> results) {
        return results.stream()
                .filter(result -> result.status() == Status.NOT_RUN)
                .map(ScenarioResult::note)
                .findFirst();
    }

    /** Names what most of the tried scenarios met with. */
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
