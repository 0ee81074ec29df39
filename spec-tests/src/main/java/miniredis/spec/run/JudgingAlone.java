package miniredis.spec.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import miniredis.spec.server.ServerUnavailable;
import miniredis.spec.server.ServerUnderTest;
import miniredis.spec.specification.SpecScenario;
import miniredis.spec.stage.OneForAll;
import miniredis.spec.stage.OneForEach;
import miniredis.spec.stage.ServerSource;
import miniredis.spec.stage.Stage;
import miniredis.spec.verdict.ScenarioResult;
import miniredis.spec.verdict.Status;
import miniredis.spec.wire.Patience;

/**
 * The second look at every scenario that did not pass beside others: alone, because a scenario is blamed only for what it does
 * alone.
 *
 * <p>A silent server costs two seconds for each look, so where many failures look the same ({@link Symptom}), three of them
 * are looked at, and when all three are confirmed, so are the others. And there is a time limit for all of it; what was not
 * looked at then keeps its verdict, and says so.
 */
final class JudgingAlone {
    static final int TRIES_WHEN_TOO_LATE = 3;

    private static final Duration TIME = Duration.ofSeconds(60);
    private static final int LOOKS_AT_ONE_SYMPTOM = 3;
    private static final int SAMPLE = 4;

    private final ServerUnderTest server;
    private final ServerSource source;
    private final boolean everyFraming;
    private final Patience patience;
    private final Verdicts verdicts;
    private final Progress progress;
    private final Supplier<Path> messages;
    private final long until = System.nanoTime() + TIME.toNanos();
    private final Set<SpecScenario> onUsedServer = new HashSet<>();
    private final Set<SpecScenario> seen = ConcurrentHashMap.newKeySet();
    private boolean heardReply;

    JudgingAlone(
            ServerUnderTest server,
            ServerSource source,
            boolean everyFraming,
            Patience patience,
            Verdicts verdicts,
            Progress progress,
            Supplier<Path> messages) {
        this.server = server;
        this.source = source;
        this.everyFraming = everyFraming;
        this.patience = patience;
        this.verdicts = verdicts;
        this.progress = progress;
        this.messages = messages;
    }

    /**
     * Judges what has not passed.
     *
     * @param heardReply whether the server has sent a reply so far
     * @return whether it has by now; if not, most of the scenarios are as they were
     */
    boolean judge(boolean heardReply) {
        this.heardReply = heardReply;
        var left = verdicts.scenarios(result -> result.status() != Status.PASSED);
        if (left.isEmpty()) {
            return heardReply;
        }
        progress.againAlone(left.size());
        if (!heardReply) {
            // A server that speaks to nobody need not be asked three hundred times.
            var sample = sample(left);
            play(sample, server.atOnce(), true);
            if (!this.heardReply) {
                return false;
            }
            left = without(sample, left);
        }
        judgeEachOrItsLikes(left);
        if (server.startsAfresh()) {
            play(verdicts.scenarios(this::failedOnUsedServer), server.atOnce(), false);
        }
        for (int attempt = 2; attempt <= TRIES_WHEN_TOO_LATE; attempt++) {
            // The last attempt at judging something in time gets the whole machine.
            int sideBySide = attempt < TRIES_WHEN_TOO_LATE ? server.atOnce() : 1;
            play(verdicts.scenarios(result -> result.status() == Status.INCONCLUSIVE), sideBySide, false);
        }
        return true;
    }

    private boolean failedOnUsedServer(ScenarioResult result) {
        return result.status() == Status.FAILED && onUsedServer.contains(result.scenario());
    }

    private void judgeEachOrItsLikes(List<SpecScenario> scenarios) {
        Map<Symptom, List<SpecScenario>> looks = new HashMap<>();
        Map<SpecScenario, Symptom> likes = new HashMap<>();
        var first = new ArrayList<SpecScenario>();
        for (var scenario : scenarios) {
            var symptom = Symptom.of(verdicts.of(scenario)).orElse(null);
            var looked = looks.computeIfAbsent(symptom, unknown -> new ArrayList<>());
            if (symptom == null || looked.size() < LOOKS_AT_ONE_SYMPTOM) {
                looked.add(scenario);
                first.add(scenario);
            } else {
                likes.put(scenario, symptom);
            }
        }
        play(first, server.atOnce(), true);
        looks.remove(null);
        looks.entrySet().removeIf(symptom -> !isConfirmed(symptom.getKey(), symptom.getValue()));
        var second = new ArrayList<SpecScenario>();
        for (var scenario : without(first, scenarios)) {
            var symptom = likes.get(scenario);
            if (looks.containsKey(symptom)) {
                verdicts.remark(scenario, likeOthers(symptom, looks.get(symptom)));
                progress.judgedAlone(scenario, false);
            } else {
                second.add(scenario);
            }
        }
        play(second, server.atOnce(), true);
    }

    private boolean isConfirmed(Symptom symptom, List<SpecScenario> looks) {
        return looks.stream()
                .map(verdicts::of)
                .allMatch(result -> result.status() == Status.FAILED
                        && Symptom.of(result).filter(symptom::equals).isPresent());
    }

    private static String likeOthers(Symptom symptom, List<SpecScenario> looks) {
        return "Judged while other scenarios were playing on the same server: after the same answer to %s, %s and the others were played alone, and failed as before."
                .formatted(symptom.command(), looks.get(0).id());
    }

    private void play(List<SpecScenario> scenarios, int sideBySide, boolean reuse) {
        if (scenarios.isEmpty()) {
            return;
        }
        var rules = new Stage.Rules(everyFraming, patience, Integer.MAX_VALUE, until);
        try (var stage =
                new Stage(server.startsAfresh() ? new OneForEach(source, reuse) : new OneForAll(source), rules)) {
            var outcomes = Playing.play(scenarios, stage, sideBySide, messages.get(), (scenario, outcome) -> {
                if (seen.add(scenario)) {
                    progress.judgedAlone(scenario, outcome instanceof Outcome.Passed);
                }
            });
            for (var scenario : scenarios) {
                verdicts.note(scenario, outcomes.get(scenario), stage);
                stage.performance(scenario.location()).ifPresent(performance -> {
                    if (performance.onFreshServer()) {
                        onUsedServer.remove(scenario);
                    } else {
                        onUsedServer.add(scenario);
                    }
                });
            }
            heardReply |= stage.heardReply();
        } catch (ServerUnavailable gone) {
            scenarios.stream()
                    .filter(scenario -> verdicts.of(scenario).note().isEmpty())
                    .forEach(scenario -> verdicts.remark(scenario, gone.getMessage()));
        }
    }

    /** A few scenarios from all over the specification. */
    private static List<SpecScenario> sample(List<SpecScenario> scenarios) {
        return IntStream.range(0, Math.min(SAMPLE, scenarios.size()))
                .mapToObj(i -> scenarios.get(i * scenarios.size() / Math.min(SAMPLE, scenarios.size())))
                .toList();
    }

    private static List<SpecScenario> without(List<SpecScenario> some, List<SpecScenario> scenarios) {
        var set = new HashSet<>(some);
        return scenarios.stream().filter(scenario -> !set.contains(scenario)).toList();
    }
}
