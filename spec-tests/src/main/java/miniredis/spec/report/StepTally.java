package miniredis.spec.report;

import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import miniredis.spec.report.Results.Scenario;
import miniredis.spec.verdict.Status;

/** How many scenarios of one step a server passed, of all or of one level. */
record StepTally(long passed, long all) {
    static StepTally of(Results server, int step, Predicate<Scenario> counted) {
        var chosen = server.scenarios().stream()
                .filter(scenario -> scenario.step() == step)
                .filter(counted)
                .toList();
        return new StepTally(
                chosen.stream().filter(scenario -> scenario.is(Status.PASSED)).count(), chosen.size());
    }

    /** The steps that any of the servers was asked about, in order. */
    static List<Integer> steps(List<Results> servers) {
        return List.copyOf(servers.stream()
                .flatMap(server -> server.scenarios().stream())
                .map(Scenario::step)
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    boolean isWhole() {
        return passed == all;
    }

    /** {@code 31/33}, or nothing where there was nothing to pass. */
    String inNumbers() {
        return all == 0 ? "" : passed + "/" + all;
    }
}
