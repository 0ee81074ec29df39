package miniredis.spec.execution;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import miniredis.spec.cucumber.CucumberLauncher;
import miniredis.spec.server.ServerUnavailable;
import miniredis.spec.specification.SpecScenario;
import miniredis.spec.verdict.Evidence;
import miniredis.spec.verdict.Expected;

/**
 * The second look at every scenario that did not pass beside others: alone on an instance in good health, because a scenario is
 * blamed only for what it does alone. As many instances as the pool has work at the same time.
 *
 * <p>An instance serves one scenario after another while it stays in good health. A failure on one that has been used before
 * counts only when the same was seen beside others; otherwise it has to show again on a fresh one, so that no scenario pays for
 * what another left behind.
 */
final class IsolatedRerun {
    static final int TRIES_WHEN_TOO_LATE = 3;

    private final ServerPool pool;
    private final CucumberLauncher launcher;
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
            CucumberLauncher launcher,
            boolean everyFraming,
            Progress progress,
            Map<SpecScenario, Attempt> before,
            Consumer<Attempt> judged) {
        this.pool = pool;
        this.launcher = launcher;
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
            Instance instance;
            try {
                instance = needsFresh ? pool.takeFresh() : pool.take();
            } catch (ServerUnavailable gone) {
                return Attempt.without(scenario, gone.said());
            }
            boolean fresh = instance.isFresh() || !pool.startsAfresh();
            Attempt attempt;
            boolean healthy;
            try {
                attempt = instance.run(scenario, launcher, everyFraming);
                healthy = instance.isHealthy();
                if (attempt.wasSlow() && !knownToSpin && pool.idleWork().look(instance)) {
                    knownToSpin = true;
                    continue;
                }
            } finally {
                pool.giveBack(instance);
            }
            if (attempt.outcome() instanceof Outcome.Late && healthy) {
                if (++late == TRIES_WHEN_TOO_LATE) {
                    return attempt;
                }
                continue;
            }
            if (attempt.outcome() instanceof Outcome.RunnerError) {
                return attempt;
            }
            if (attempt.isFlawless() && (healthy || instance.endedInPeace())) {
                return attempt;
            }
            boolean seenBefore = healthy
                    && Optional.ofNullable(before.get(scenario))
                            .filter(attempt::failedLike)
                            .isPresent();
            if (fresh || seenBefore) {
                if (!healthy) {
                    bringDown.add(scenario);
                }
                return healthy ? attempt : blamed(attempt, instance);
            }
            needsFresh = true;
        }
    }

    /** The scenario was alone, and the server is no longer in good health: that is what there is to say about it. */
    private static Attempt blamed(Attempt attempt, Instance instance) {
        var bytes = attempt.evidence().map(Evidence::received).orElse(new byte[0]);
        var known = instance.breakdown(bytes);
        if (attempt.passed() && !attempt.isFlawless()) {
            // The scenario had passed; it was the same conversation in other packets that it did not survive.
            return attempt.withFramings(known);
        }
        if (attempt.outcome() instanceof Outcome.Mismatched deviated) {
            boolean hangsInTheScenario = instance.death().isEmpty();
            return hangsInTheScenario
                    ? attempt
                    : attempt.with(new Outcome.Mismatched(deviated.evidence().with(known), deviated.step()));
        }
        return attempt.with(
                new Outcome.Mismatched(new Evidence(lastSent(attempt), new Expected.StillServing(), known), ""));
    }

    private static byte[] lastSent(Attempt attempt) {
        byte[] last = {};
        for (var recording : attempt.recordings().values()) {
            for (var piece : recording.pieces()) {
                last = piece.sent() ? piece.bytes() : last;
            }
        }
        return last;
    }
}
