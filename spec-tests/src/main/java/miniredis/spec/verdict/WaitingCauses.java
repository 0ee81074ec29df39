package miniredis.spec.verdict;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import miniredis.spec.specification.Level;

/**
 * Gives failures without a cause, those of random commands, the cause of another failure, once all root causes are known: the
 * one that looks the same, or the only one that there is. Where several may be it, none is named.
 */
public final class WaitingCauses {
    private static final int COMMANDS = 3;

    private WaitingCauses() {}

    static List<ScenarioResult> resolved(List<ScenarioResult> results) {
        return results.stream()
                .map(result -> waits(result)
                        ? another(result, results).map(result::with).orElse(result)
                        : result)
                .toList();
    }

    private static boolean waits(ScenarioResult result) {
        return result.status() == Status.FAILED && result.cause().isEmpty();
    }

    private static Optional<Cause> another(ScenarioResult waiting, List<ScenarioResult> results) {
        var causes = mayExplain(waiting, results)
                .flatMap(result -> result.cause().stream())
                .distinct()
                .toList();
        return waiting.failure()
                .map(failure -> CauseFinder.of(waiting.scenario(), failure, false))
                .filter(causes::contains)
                .or(() -> causes.size() == 1 ? Optional.of(causes.get(0)) : Optional.empty())
                .or(() -> causes.isEmpty() ? oneOf(results) : Optional.empty());
    }

    /** The only cause that these failures have, apart from commands that are not there yet; empty where there are several. */
    public static Optional<Cause> only(List<ScenarioResult> results) {
        return oneOf(RootCauses.in(results).results());
    }

    private static Optional<Cause> oneOf(List<ScenarioResult> results) {
        var causes = results.stream()
                .filter(result -> !isForMissing(result))
                .flatMap(result -> result.cause().stream())
                .distinct()
                .toList();
        return causes.size() == 1 ? Optional.of(causes.get(0)) : Optional.empty();
    }

    /**
     * The failures that may explain one of random commands: those of scenarios that have to pass before it. Random requests of step
     * 2 are GET and SET, whose own scenarios are those of step 3.
     */
    public static Stream<ScenarioResult> mayExplain(ScenarioResult waiting, List<ScenarioResult> results) {
        int last = Math.max(waiting.scenario().step(), COMMANDS);
        return results.stream()
                .filter(result -> result.status() == Status.FAILED && !isForMissing(result))
                .filter(result -> result.scenario().step() <= last)
                .filter(result -> result.scenario().level() == Level.PLAIN
                        || waiting.scenario().level() == Level.EXACT);
    }

    /** Whether a command that it needs is not there yet. */
    public static boolean isForMissing(ScenarioResult result) {
        return result.cause()
                .filter(cause -> cause.kind() == Cause.Kind.MISSING_COMMAND)
                .isPresent();
    }
}
