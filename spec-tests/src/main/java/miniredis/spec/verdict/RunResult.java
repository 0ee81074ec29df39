package miniredis.spec.verdict;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import miniredis.spec.specification.Selection;

/**
 * All verdicts of a run, in reading order.
 *
 * @param server the server's name
 * @param commandLine how the server is named on the command line: {@code --command '...'}
 * @param again the command that plays one scenario again, up to its id
 * @param remark what concerns the server as a whole, such as that it never said anything; may be empty
 */
public record RunResult(
        String server,
        String commandLine,
        String again,
        Selection selection,
        List<ScenarioResult> scenarios,
        String remark) {

    public long count(Status status) {
        return scenarios.stream().filter(result -> result.status() == status).count();
    }

    /**
     * The failure to look at first: the earliest in reading order. Within a step, one that only shows when the requests are cut
     * into other packets comes last, because some scenario of that step is about that, and explains it; and what clients depend
     * on comes before what only exactness needs.
     */
    public Optional<ScenarioResult> firstToFix() {
        return scenarios.stream()
                .filter(result -> result.status() == Status.FAILED)
                .min(Comparator.comparingInt(
                                (ScenarioResult result) -> result.scenario().step())
                        .thenComparing(RunResult::showsInAnotherFramingOnly)
                        .thenComparing(result -> result.scenario().level()));
    }

    private static boolean showsInAnotherFramingOnly(ScenarioResult result) {
        return result.failure()
                .map(failure -> !failure.evidence().framing().isEmpty())
                .orElse(false);
    }

    /** 0 all passed (or could not be judged on this machine), 1 something failed, 2 nothing was judged at all. */
    public int exitCode() {
        if (count(Status.FAILED) > 0) {
            return 1;
        }
        return count(Status.PASSED) > 0 && count(Status.NOT_RUN) == 0 ? 0 : 2;
    }

    /** {@code N scenarios: N passed, N failed, N inconclusive}, and those that were not run if there are any. */
    public String totals() {
        long notRun = count(Status.NOT_RUN);
        return "%d scenarios: %d passed, %d failed, %d inconclusive%s"
                .formatted(
                        scenarios.size(),
                        count(Status.PASSED),
                        count(Status.FAILED),
                        count(Status.INCONCLUSIVE),
                        notRun == 0 ? "" : ", %d not run".formatted(notRun));
    }
}
