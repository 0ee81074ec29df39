package miniredis.spec.verdict;

import java.util.List;
import miniredis.spec.specification.ScenarioNames;

/**
 * What is known to fail on a server, so that CI notices what fails besides.
 *
 * @param names ids of scenarios or outlines; what is not part of a run does not matter to it
 */
public record KnownFailures(ScenarioNames names) {
    /** Whether something is wrong with the server: it failed, or did only when requests were cut into other packets. */
    public static boolean fails(ScenarioResult result) {
        return result.status() == Status.FAILED || result.failsInAnotherFraming();
    }

    /** What fails of a run, in reading order. */
    public static List<String> in(RunResult run) {
        return run.scenarios().stream()
                .filter(KnownFailures::fails)
                .map(result -> result.scenario().id())
                .toList();
    }

    /** What fails and is not known to. */
    public List<String> newIn(RunResult run) {
        return run.scenarios().stream()
                .filter(result -> fails(result) && !names.mean(result.scenario()))
                .map(result -> result.scenario().id())
                .toList();
    }

    /** The names whose played scenarios all passed. */
    public List<String> passingIn(RunResult run) {
        return names.names().stream().filter(name -> passes(name, run)).toList();
    }

    private static boolean passes(String name, RunResult run) {
        var meant = run.scenarios().stream()
                .filter(result -> ScenarioNames.means(name, result.scenario()))
                .toList();
        return !meant.isEmpty()
                && meant.stream().allMatch(result -> result.status() == Status.PASSED && !fails(result));
    }
}
