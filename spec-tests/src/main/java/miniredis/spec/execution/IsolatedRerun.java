package miniredis.spec.execution;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import miniredis.spec.server.ServerUnavailable;
import miniredis.spec.specification.SpecScenario;
import miniredis.spec.wire.Timeouts;

/**
 * The second look at every scenario that did not pass beside others: alone on an instance in good health, because a scenario is
 * blamed only for what it does alone. As many instances as the pool has work at the same time; each serves one scenario after
 * another while it stays in good health. {@link Blame} decides what an attempt means.
 */
final class IsolatedRerun {
    private final ServerPool pool;
    private final ScenarioRunner runner;
    private final boolean everyFraming;
    private final Progress progress;
    private final Map<SpecScenario, Attempt> before;
    private final Consumer<Attempt> judged;
    private final Set<SpecScenario> bringDown = ConcurrentHashMap.newKeySet();

    /**
     * @param before what was seen beside others
     * @param judged takes each attempt that counts, from many threads
     */
    IsolatedRerun(
            ServerPool pool,
            ScenarioRunner runner,
            boolean everyFraming,
            Progress progress,
            Map<SpecScenario, Attempt> before,
            Consumer<Attempt> judged) {
        this.pool = pool;
        this.runner = runner;
        this.everyFraming = everyFraming;
        this.progress = progress;
        this.before = new HashMap<>(before);
        this.judged = judged;
    }

    /** The attempt that counts, for each of the scenarios; step 1 is begun first. */
    Map<SpecScenario, Attempt> judge(List<SpecScenario> scenarios) {
        var verdicts = new ConcurrentHashMap<SpecScenario, Attempt>();
        var executor = Executors.newFixedThreadPool(pool.size());
        for (var scenario : scenarios) {
            executor.execute(() -> {
                progress.started(scenario);
                var verdict = judge(scenario);
                verdicts.put(scenario, verdict);
                progress.judgedAlone(scenario, verdict.passed());
                judged.accept(verdict);
            });
        }
        Workers.awaitEnd(executor);
        return verdicts;
    }

    /** Those after which, alone, the server was no longer in good health. */
    Set<SpecScenario> thoseThatBringTheServerDown() {
        return Set.copyOf(bringDown);
    }

    private Attempt judge(SpecScenario scenario) {
        boolean needsFresh = false;
        boolean knownToSpin = false;
        int late = 0;
        while (true) {
            Blame.Known known;
            try {
                known = attempt(scenario, needsFresh, knownToSpin, late);
            } catch (ServerUnavailable gone) {
                return Attempt.without(scenario, gone.message());
            }
            knownToSpin |= known.foundToSpin();
            late = known.late();
            var decision = Blame.decide(known);
            if (decision instanceof Blame.Accept accept) {
                return accept.attempt();
            }
            if (decision instanceof Blame.BringsDown blame) {
                bringDown.add(scenario);
                return blame.attempt();
            }
            needsFresh |= decision instanceof Blame.RetryOnFresh;
        }
    }

    private Blame.Known attempt(SpecScenario scenario, boolean needsFresh, boolean knownToSpin, int late)
            throws ServerUnavailable {
        var instance = needsFresh ? pool.takeFresh() : pool.take();
        boolean fresh = instance.isFresh() || !pool.startsAfresh();
        try {
            var played = instance.runAlone(scenario, runner, everyFraming);
            var attempt = played.attempt();
            var health = played.health();
            // What ended because no scenario may take longer would do so again.
            boolean foundToSpin = attempt.wasSlow()
                    && attempt.milliseconds() < Timeouts.LONGEST_SCENARIO.toMillis()
                    && !knownToSpin
                    && pool.spinDetector().look(instance);
            boolean tooLate = attempt.outcome() instanceof Outcome.Late && health.good();
            return new Blame.Known(
                    attempt,
                    health,
                    fresh,
                    foundToSpin,
                    Optional.ofNullable(before.get(scenario)),
                    tooLate ? late + 1 : late);
        } finally {
            pool.giveBack(instance);
        }
    }
}
