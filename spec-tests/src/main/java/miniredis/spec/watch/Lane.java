package miniredis.spec.watch;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import miniredis.spec.cucumber.ScenarioNeeds;
import miniredis.spec.specification.SpecScenario;
import miniredis.spec.steps.Needs;

/**
 * The lanes of a run. Each has its own server, and all run at the same time, so that none waits for another: what is answered
 * immediately, what keeps a server busy, what fills a connection, and what waits for a lifetime.
 */
enum Lane {
    AT_ONCE(needs -> !needs.waits() && !needs.floods()),
    FLOODS(needs -> needs.floods() && !needs.waits() && !needs.leavesUnread()),
    UNREAD(needs -> needs.floods() && !needs.waits() && needs.leavesUnread()),
    LIFETIMES(Needs::waits);

    private final Predicate<Needs> members;

    Lane(Predicate<Needs> members) {
        this.members = members;
    }

    boolean contains(SpecScenario scenario) {
        return members.test(ScenarioNeeds.of(scenario));
    }

    /** Those that have any of these scenarios. */
    static List<Lane> of(List<SpecScenario> scenarios) {
        return Arrays.stream(values())
                .filter(lane -> scenarios.stream().anyMatch(lane::contains))
                .toList();
    }

    /** The folder for what the server of this lane prints. */
    String folder() {
        return "watch-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
