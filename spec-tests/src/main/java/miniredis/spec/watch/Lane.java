package miniredis.spec.watch;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import miniredis.spec.specification.SpecScenario;

/**
 * The lanes of a run. Each has its own server, and all run at the same time, so that none waits for another: what is answered at
 * once, what keeps a server busy, what fills a connection, and what waits for a lifetime.
 */
enum Lane {
    AT_ONCE(scenario -> !scenario.waits() && !scenario.floods()),
    FLOODS(scenario -> scenario.floods() && !scenario.waits() && !isLeftUnread(scenario)),
    UNREAD(scenario -> scenario.floods() && !scenario.waits() && isLeftUnread(scenario)),
    LIFETIMES(SpecScenario::waits);

    private final Predicate<SpecScenario> members;

    Lane(Predicate<SpecScenario> members) {
        this.members = members;
    }

    boolean contains(SpecScenario scenario) {
        return members.test(scenario);
    }

    /** Whether it fills the way to a client, and then looks whether others are served: that is mostly waiting. */
    private static boolean isLeftUnread(SpecScenario scenario) {
        return scenario.text().contains("replies pile up");
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
