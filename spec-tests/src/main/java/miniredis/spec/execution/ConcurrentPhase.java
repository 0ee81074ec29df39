package miniredis.spec.execution;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import miniredis.spec.cucumber.ScenarioNeeds;
import miniredis.spec.server.ServerUnavailable;
import miniredis.spec.specification.SpecScenario;
import org.jspecify.annotations.Nullable;

/**
 * Runs all scenarios at the same time on one instance: a run mostly waits, and a correct server does not mind. A scenario that
 * passes on a server that is in good health afterwards has passed. All others are run again, alone.
 */
final class ConcurrentPhase {
    /** All that wait for a lifetime begin immediately; while they wait, there is time for the others. */
    private static final int WAITING_AT_ONCE = 40;

    private static final int AT_ONCE = 12;

    /** Other framings mostly wait a moment to see that no more comes, so twice as many fit. */
    private static final int AT_ONCE_IN_EVERY_FRAMING = 24;

    /** If a server dies more often, its scenarios are run one by one instead. */
    private static final int MOST_RESTARTS = 2;

    private final ServerPool pool;
    private final ScenarioRunner runner;
    private final boolean everyFraming;
    private final int atOnce;
    private final Progress progress;
    private final Map<SpecScenario, Attempt> attempts = new HashMap<>();
    private final Map<SpecScenario, Instance> instances = new HashMap<>();
    private final List<ConcurrentAttempts.Breakdown> breakdowns = new ArrayList<>();
    private final Set<SpecScenario> running = new HashSet<>();
    private @Nullable Instance shared;
    private int restarts;
    private boolean over;

    /** @param atOnce how many that do not wait for a lifetime run at the same time */
    ConcurrentPhase(ServerPool pool, ScenarioRunner runner, boolean everyFraming, int atOnce, Progress progress) {
        this.pool = pool;
        this.runner = runner;
        this.everyFraming = everyFraming;
        this.atOnce = atOnce;
        this.progress = progress;
    }

    /** How many that do not wait for a lifetime run at the same time, by default. */
    static int atOnce(boolean everyFraming) {
        return everyFraming ? AT_ONCE_IN_EVERY_FRAMING : AT_ONCE;
    }

    /** Runs them; those that have to be alone, when the others are done. @throws ServerUnavailable at the start */
    ConcurrentAttempts run(List<SpecScenario> scenarios) throws ServerUnavailable {
        shared = pool.take();
        progress.begins(scenarios.size());
        var waiting = begin(scenarios, Lane.WAITING, WAITING_AT_ONCE);
        Workers.awaitEnd(begin(scenarios, Lane.BUSY, atOnce));
        Workers.awaitEnd(begin(scenarios, Lane.QUIET, atOnce));
        Workers.awaitEnd(waiting);
        Workers.awaitEnd(begin(scenarios, Lane.ALONE, 1));
        if (shared != null) {
            shared.isHealthy();
            pool.giveBack(shared);
        }
        return whatWasSeen();
    }

    /** Those beside which a scenario runs. */
    private enum Lane {
        WAITING,
        BUSY,
        /** When the busy ones are done, beside those that wait. */
        QUIET,
        ALONE
    }

    private static Lane lane(SpecScenario scenario) {
        var needs = ScenarioNeeds.of(scenario);
        if (needs.runsAlone()) {
            return Lane.ALONE;
        }
        if (needs.waits()) {
            return Lane.WAITING;
        }
        return needs.awaitsAnEnd() ? Lane.QUIET : Lane.BUSY;
    }

    /** Begins those of a lane, so many at the same time. */
    private ExecutorService begin(List<SpecScenario> scenarios, Lane lane, int most) {
        var threads = Executors.newFixedThreadPool(most);
        scenarios.stream()
                .filter(scenario -> lane(scenario) == lane)
                .forEach(scenario -> threads.execute(() -> run(scenario)));
        return threads;
    }

    private ConcurrentAttempts whatWasSeen() {
        var seen = new HashMap<SpecScenario, ConcurrentAttempts.Seen>();
        attempts.forEach((scenario, attempt) -> {
            var instance = requireNonNull(instances.get(scenario));
            boolean healthyAfter = !instance.isIll() || attempt.endedAt() - instance.healthyAt() < 0;
            seen.put(scenario, new ConcurrentAttempts.Seen(attempt, healthyAfter));
        });
        return new ConcurrentAttempts(seen, breakdowns);
    }

    private void run(SpecScenario scenario) {
        var instance = begin(scenario);
        if (instance == null) {
            progress.ran(scenario, false);
            return;
        }
        progress.started(scenario);
        var attempt = instance.run(scenario, runner, everyFraming);
        boolean healthy = attempt.passed() || instance.isHealthy();
        end(scenario, instance, attempt, healthy);
        progress.ran(scenario, attempt.passed());
    }

    /** The instance to run on; null when this scenario has to wait until it can be alone. */
    private synchronized @Nullable Instance begin(SpecScenario scenario) {
        if (over || isBetterAlone(scenario)) {
            return null;
        }
        running.add(scenario);
        return shared;
    }

    /** Where departed clients leave threads behind that spin, each scenario would have to wait for more of them. */
    private boolean isBetterAlone(SpecScenario scenario) {
        return pool.startsAfresh()
                && pool.spinDetector().isKnownToSpin()
                && !ScenarioNeeds.of(scenario).waits();
    }

    private synchronized void end(SpecScenario scenario, Instance instance, Attempt attempt, boolean healthy) {
        attempts.put(scenario, attempt);
        instances.put(scenario, instance);
        if (!healthy && instance == shared) {
            var health = shared.health();
            breakdowns.add(new ConcurrentAttempts.Breakdown(health, Set.copyOf(running)));
            replace(shared, health.hangs());
        }
        running.remove(scenario);
    }

    private void replace(Instance broken, boolean hangs) {
        pool.giveBack(broken);
        shared = null;
        if (hangs || ++restarts > MOST_RESTARTS || !pool.startsAfresh()) {
            over = true;
            return;
        }
        try {
            shared = pool.takeFresh();
        } catch (ServerUnavailable gone) {
            over = true;
        }
    }
}
