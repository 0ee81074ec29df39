package miniredis.spec.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import miniredis.spec.execution.ConcurrentAttempts.Seen;
import miniredis.spec.specification.SpecScenario;
import miniredis.spec.verdict.Framing;
import org.junit.jupiter.api.Test;

class RerunPlanTest {
    private final List<SpecScenario> scenarios = Scenarios.plain(20);
    private final Map<SpecScenario, Seen> seen = new HashMap<>();

    @Test
    void whatPassedInGoodHealthIsNotRunAgain() {
        scenarios.forEach(scenario -> seen.put(scenario, new Seen(Attempts.passed(scenario), true)));

        assertThat(plan()).isEqualTo(new RerunPlan(List.of(), List.of()));
    }

    @Test
    void whatFailedOrWasNotRunOrLeftAnIllServerIsRunAgain() {
        scenarios.forEach(scenario -> seen.put(scenario, new Seen(Attempts.passed(scenario), true)));
        var failed = scenarios.get(2);
        var notRun = scenarios.get(3);
        var onIllServer = scenarios.get(5);
        seen.put(failed, new Seen(Attempts.failed(failed, Attempts.reply("-ERR")), true));
        seen.remove(notRun);
        seen.put(onIllServer, new Seen(Attempts.passed(onIllServer), false));

        assertThat(plan()).isEqualTo(new RerunPlan(List.of(failed, notRun, onIllServer), List.of()));
    }

    @Test
    void whatIsProvedNeedNotBeSeenAgain() {
        scenarios.forEach(scenario -> seen.put(scenario, new Seen(Attempts.passed(scenario), true)));
        var proved = scenarios.get(4);
        seen.put(proved, new Seen(Attempts.withoutOrder(proved), true));
        assertThat(plan().first()).isEmpty();

        seen.put(proved, new Seen(Attempts.withoutOrder(proved), false));
        assertThat(plan().first()).as("on an ill server").containsExactly(proved);
    }

    @Test
    void ofThoseThatFailByFramingOnlySixAreRunAgainFirst() {
        scenarios.forEach(scenario ->
                seen.put(scenario, new Seen(Attempts.passedBut(scenario, Framing.ONE_PACKET), true)));

        assertThat(plan()).isEqualTo(new RerunPlan(scenarios.subList(0, 6), scenarios.subList(6, 20)));
    }

    @Test
    void onAnIllServerAFramingSaysNothing() {
        scenarios.forEach(scenario ->
                seen.put(scenario, new Seen(Attempts.passedBut(scenario, Framing.ONE_PACKET), false)));

        assertThat(plan()).isEqualTo(new RerunPlan(scenarios, List.of()));
    }

    private RerunPlan plan() {
        return RerunPlan.of(scenarios, new ConcurrentAttempts(seen, List.of()));
    }
}
