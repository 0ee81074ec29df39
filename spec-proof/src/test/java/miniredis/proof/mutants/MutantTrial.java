package miniredis.proof.mutants;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import miniredis.spec.cucumber.WarmRunners;
import miniredis.spec.execution.Progress;
import miniredis.spec.execution.SpecificationRun;
import miniredis.spec.server.ServerUnavailable;
import miniredis.spec.specification.Selection;
import miniredis.spec.specification.SpecScenario;
import miniredis.spec.verdict.Cause;
import miniredis.spec.verdict.RunResult;
import miniredis.spec.verdict.ScenarioResult;
import miniredis.spec.verdict.Status;

/** Plays the scenarios that reach a mutant against it, strict, until one fails. */
final class MutantTrial {
    /** A wave never takes so long, whatever the server does; the specification's own limits are shorter. */
    private static final long LONGEST_WAVE_SECONDS = 600;

    /** Most of them wait; but if a server had to serve all of them at the same time, it would answer none in time. */
    private static final int SIDE_BY_SIDE = 80;

    private final RemovableServer server;
    private final Path report;
    private final WarmRunners runners;
    private final AtomicReference<Verdict> known = new AtomicReference<>();

    /** @param report the folder for what servers print */
    MutantTrial(RemovableServer server, Path report, WarmRunners runners) {
        this.server = server;
        this.report = report;
        this.runners = runners;
    }

    Verdict judge(Iterable<Set<SpecScenario>> waves) {
        var doubts = "";
        for (var wave : waves) {
            var watchdog = CompletableFuture.delayedExecutor(LONGEST_WAVE_SECONDS, TimeUnit.SECONDS);
            var timeout = CompletableFuture.runAsync(server::remove, watchdog);
            try {
                var result = run(wave);
                if (known.get() != null) {
                    return known.get();
                }
                if (server.isRemoved()) {
                    return Verdict.survived("not judged within %d s".formatted(LONGEST_WAVE_SECONDS));
                }
                var first = result.firstToFix();
                if (first.isPresent()) {
                    return killedBy(first.get());
                }
                if (result.count(Status.PASSED) < wave.size()) {
                    doubts = result.totals().toString();
                }
            } catch (ServerUnavailable never) {
                return Verdict.killed("the start", firstLine(never.getMessage()));
            } finally {
                timeout.cancel(false);
            }
        }
        return Verdict.survived(doubts);
    }

    private RunResult run(Set<SpecScenario> wave) throws ServerUnavailable {
        var progress = new Progress() {
            @Override
            public void judged(ScenarioResult result) {
                boolean isWrong = result.status() == Status.FAILED || result.failsInAnotherFraming();
                if (isWrong && !server.isRemoved() && known.compareAndSet(null, killedBy(result))) {
                    server.remove();
                }
            }
        };
        return new SpecificationRun(server, Selection.withExtensions(true), report, progress)
                .only(wave::contains, Math.min(wave.size(), SIDE_BY_SIDE))
                .playedBy(runners)
                .execute();
    }

    private static Verdict killedBy(ScenarioResult result) {
        var cause = Optional.of(result)
                .flatMap(ScenarioResult::waitsFor)
                .map(Cause::title)
                .orElse(result.note().toString());
        return Verdict.killed(result.scenario().id(), firstLine(cause));
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("").replace('\t', ' ');
    }
}
