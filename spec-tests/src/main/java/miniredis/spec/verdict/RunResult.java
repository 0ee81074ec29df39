package miniredis.spec.verdict;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import miniredis.spec.i18n.Message;
import miniredis.spec.specification.Selection;

/**
 * All verdicts of a run.
 *
 * @param server the server's name
 * @param commandLine how the server is named on the command line: {@code --command '...'}
 * @param scenarios in reading order
 * @param causes the causes of what failed, in the order in which to fix them
 * @param remark what concerns the server as a whole, such as that it can't be started any more; may be empty
 */
public record RunResult(
        String server,
        String commandLine,
        Selection selection,
        List<ScenarioResult> scenarios,
        List<RankedCause> causes,
        Message remark) {

    /** @param scenarios in reading order */
    public static RunResult of(
            String server, String commandLine, Selection selection, List<ScenarioResult> scenarios, Message remark) {
        var roots = RootCauses.in(scenarios);
        var results = WaitingCauses.resolved(roots.results());
        var explained = new HashSet<>(roots.explained());
        scenarios.stream()
                .filter(result -> result.cause().isEmpty())
                .forEach(result -> explained.add(result.scenario().id()));
        var causes = CauseRanking.in(results, explained);
        return new RunResult(server, commandLine, selection, results, causes, remark);
    }

    /**
     * The same verdicts, but what fails and passed before is to be fixed first.
     *
     * @param passedBefore ids of scenarios
     */
    public RunResult withRegressionsFirst(Set<String> passedBefore) {
        return new RunResult(
                server, commandLine, selection, scenarios, Regressions.first(causes, scenarios, passedBefore), remark);
    }

    public long count(Status status) {
        return scenarios.stream().filter(result -> result.status() == status).count();
    }

    /** How many passed as they are written, and not when their requests were cut into other packets. */
    public long countOtherFramings() {
        return scenarios.stream()
                .filter(result -> result.status() == Status.PASSED && result.failsInAnotherFraming())
                .count();
    }

    /** The scenario that shows what to fix first. */
    public Optional<ScenarioResult> firstToFix() {
        return causes.stream().findFirst().map(RankedCause::first);
    }

    /**
     * 0 all passed (or could not be judged on this machine), 1 something is wrong with the server, 2 nothing was judged, or the
     * runner made a mistake.
     */
    public int exitCode() {
        boolean serverIsWrong =
                causes.stream().anyMatch(ranked -> ranked.cause().kind() != Cause.Kind.RUNNER);
        if (serverIsWrong) {
            return 1;
        }
        return causes.isEmpty() && count(Status.PASSED) > 0 && count(Status.NOT_RUN) == 0 ? 0 : 2;
    }

    /** {@code N scenarios: N passed, N failed, N inconclusive}, and what else there is to count, if there is any. */
    public Message totals() {
        return Message.counted(
                "totals",
                scenarios.size(),
                count(Status.PASSED),
                count(Status.FAILED),
                count(Status.INCONCLUSIVE),
                unlessNone("totals.not-run", count(Status.NOT_RUN)),
                unlessNone("totals.only-in-own-packets", countOtherFramings()));
    }

    private static Message unlessNone(String key, long count) {
        return count == 0 ? Message.NONE : Message.of(key, count);
    }
}
