package miniredis.spec.watch;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import miniredis.spec.i18n.Message;
import miniredis.spec.server.ServerUnderTest;
import miniredis.spec.specification.Selection;
import miniredis.spec.specification.SpecScenario;
import miniredis.spec.verdict.RunResult;
import miniredis.spec.verdict.ScenarioResult;
import miniredis.spec.verdict.Status;

/** What is known of a run so far: of some scenarios only that they passed or not yet, of others the verdict. */
final class WatchProgress {
    private final ServerUnderTest server;
    private final Selection selection;
    private final List<SpecScenario> scenarios;
    private final Set<Lane> missing = EnumSet.noneOf(Lane.class);
    private final Map<SpecScenario, Boolean> passed = new HashMap<>();
    private final Map<SpecScenario, ScenarioResult> verdicts = new HashMap<>();
    private Message remark = Message.NONE;

    WatchProgress(ServerUnderTest server, Selection selection, List<SpecScenario> scenarios) {
        this.server = server;
        this.selection = selection;
        this.scenarios = scenarios;
        missing.addAll(Lane.of(scenarios));
    }

    /**
     * One step so far.
     *
     * @param open how many have no verdict yet
     * @param failed how many have one, and did not pass
     */
    record Tally(int step, int passed, int open, int failed, int all) {}

    void add(SpecScenario scenario, boolean itPassed) {
        passed.put(scenario, itPassed);
    }

    void add(ScenarioResult early) {
        verdicts.put(early.scenario(), early);
    }

    void add(Lane lane, RunResult run) {
        missing.remove(lane);
        run.scenarios().forEach(result -> verdicts.put(result.scenario(), result));
        remark = remark.isEmpty() ? run.remark() : remark;
    }

    /** Whether every scenario has its verdict. */
    boolean isComplete() {
        return missing.isEmpty();
    }

    /** Whether every lane but this one has its verdicts. */
    boolean isMissingOnly(Lane lane) {
        return missing.equals(EnumSet.of(lane));
    }

    /** How many scenarios have no verdict yet. */
    int open() {
        return scenarios.size() - verdicts.size();
    }

    List<Tally> tallies() {
        Map<Integer, List<SpecScenario>> bySteps = new TreeMap<>();
        scenarios.forEach(scenario -> bySteps.computeIfAbsent(scenario.step(), step -> new ArrayList<>())
                .add(scenario));
        return bySteps.entrySet().stream()
                .map(step -> tally(step.getKey(), step.getValue()))
                .toList();
    }

    private Tally tally(int step, List<SpecScenario> members) {
        int good = 0;
        int open = 0;
        int failed = 0;
        for (var scenario : members) {
            var verdict = verdicts.get(scenario);
            if (verdict == null) {
                open++;
                good += passed.getOrDefault(scenario, false) ? 1 : 0;
            } else if (verdict.status() == Status.PASSED) {
                good++;
            } else {
                failed++;
            }
        }
        return new Tally(step, good, open, failed, members.size());
    }

    /** The verdicts that there are, in reading order. */
    RunResult run() {
        var known = scenarios.stream()
                .filter(verdicts::containsKey)
                .map(verdicts::get)
                .toList();
        return RunResult.of(server.name(), server.commandLine(), selection, known, remark);
    }
}
