package miniredis.spec.execution;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import miniredis.spec.specification.SpecScenario;

/**
 * What the concurrent phase has shown.
 *
 * @param seen what happened to each scenario that was run
 * @param breakdowns of the server, in their order
 */
record ConcurrentAttempts(Map<SpecScenario, Seen> seen, List<Breakdown> breakdowns) {
    static final ConcurrentAttempts NONE = new ConcurrentAttempts(Map.of(), List.of());

    /** @param healthyAfter whether the server was in good health after it, so that no other scenario caused what it did */
    record Seen(Attempt attempt, boolean healthyAfter) {}

    /**
     * An instance died, or hung, while scenarios were running on it.
     *
     * @param running those scenarios, in no order
     */
    record Breakdown(Health health, Set<SpecScenario> running) {}

    /** What happened to a scenario; empty when it was not run. */
    Optional<Attempt> attempt(SpecScenario scenario) {
        return Optional.ofNullable(seen.get(scenario)).map(Seen::attempt);
    }

    /** The same; empty also when the server was not in good health afterwards. */
    Optional<Attempt> onHealthyServer(SpecScenario scenario) {
        return Optional.ofNullable(seen.get(scenario))
                .filter(Seen::healthyAfter)
                .map(Seen::attempt);
    }

    /** Whether any client got a single reply. */
    boolean heardReply() {
        return seen.values().stream().anyMatch(one -> one.attempt().heardReply());
    }
}
