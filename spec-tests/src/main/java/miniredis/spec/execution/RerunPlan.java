package miniredis.spec.execution;

import java.util.ArrayList;
import java.util.List;
import miniredis.spec.specification.SpecScenario;

/**
 * Which scenarios are run again, alone, after the concurrent phase: all but those that passed on a server in good
 * health, or have proved already that it is wrong.
 *
 * @param first those that are run again in any case
 * @param alike the others: they passed in good health as they are written, but failed in another framing. One mistake does that
 *     to nearly a hundred scenarios, so a few of them are run with the first. When these show it alone, too, that is enough.
 */
record RerunPlan(List<SpecScenario> first, List<SpecScenario> alike) {
    static final int FRAMINGS_LOOKED_AT_ALONE = 6;

    static RerunPlan of(List<SpecScenario> scenarios, ConcurrentAttempts beside) {
        var first = new ArrayList<SpecScenario>();
        var alike = new ArrayList<SpecScenario>();
        int byFraming = 0;
        for (var scenario : scenarios) {
            var attempt = beside.onHealthyServer(scenario);
            if (attempt.filter(seen -> seen.isFlawless() || seen.isProof()).isPresent()) {
                continue;
            }
            boolean byFramingOnly = attempt.filter(Attempt::failsByFramingOnly).isPresent();
            (byFramingOnly && ++byFraming > FRAMINGS_LOOKED_AT_ALONE ? alike : first).add(scenario);
        }
        return new RerunPlan(first, alike);
    }
}
