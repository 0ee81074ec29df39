package miniredis.spec.report;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import miniredis.spec.report.ResultsJson.Scenario;

/** How many scenarios of one step and level a server passed. */
record StepTally(int step, String level, long passed, long all) {
    static StepTally of(ComparedServer server, int step, String level) {
        var chosen = server.scenarios().stream()
                .filter(scenario -> scenario.step() == step && scenario.level().equals(level))
                .toList();
        return new StepTally(
                step,
                level,
                chosen.stream()
                        .filter(scenario -> scenario.status().equals("passed"))
                        .count(),
                chosen.size());
    }

    /** The steps that any of the servers was asked about, in order. */
    static List<Integer> steps(List<ComparedServer> servers) {
        return List.copyOf(servers.stream()
                .flatMap(server -> server.scenarios().stream())
                .map(Scenario::step)
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    /** {@code 31/33}, or nothing where there was nothing to pass. */
    String inNumbers() {
        return all == 0 ? "" : passed + "/" + all;
    }
}
