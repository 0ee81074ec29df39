package miniredis.proof;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import miniredis.proof.faults.PatchedServer;
import miniredis.proof.faults.SwitchableServer;
import miniredis.proof.mistakes.Entry.Symptom;
import miniredis.proof.mistakes.Mistake;
import miniredis.proof.mistakes.SourceMistake;
import miniredis.spec.cucumber.ScenarioNeeds;
import miniredis.spec.execution.Progress;
import miniredis.spec.execution.SpecificationRun;
import miniredis.spec.report.ResultsSchema;
import miniredis.spec.server.ServerUnavailable;
import miniredis.spec.server.ServerUnderTest;
import miniredis.spec.specification.Level;
import miniredis.spec.specification.Selection;
import miniredis.spec.verdict.Actual;
import miniredis.spec.verdict.Evidence;
import miniredis.spec.verdict.Expected;
import miniredis.spec.verdict.Failure;
import miniredis.spec.verdict.RunResult;
import miniredis.spec.verdict.ScenarioResult;
import miniredis.spec.verdict.Status;

/**
 * The specification, strict, against the server that makes this mistake.
 *
 * @param whole whether all of it was played, not only the scenarios that should catch this mistake
 * @param first the failure that a run reports as the one to fix first; empty when the mistake survives
 * @param failed everything that failed, in reading order
 */
record Trial(
        Mistake mistake, boolean whole, Optional<ScenarioResult> first, List<ScenarioResult> failed, String totals) {

    private static final Path PATCHED = Path.of("spec-proof/target/proof/patched");

    /**
     * Tries all these mistakes on the whole specification, a few at the same time: much of a run is waiting. Says of each what became
     * of it, because all together take an hour.
     */
    static List<Trial> ofAll(List<Mistake> mistakes, int atATime, Path reports) throws InterruptedException {
        if (mistakes.stream().anyMatch(SourceMistake.class::isInstance)) {
            PatchedServer.requireJar();
        }
        var done = new AtomicInteger();
        return inParallel(mistakes, atATime, mistake -> {
            var report = reports.resolve(mistake.title());
            var trial = of(mistake, true, play(mistake, whole(mistake), report));
            System.out.printf(
                    "%d of %d  %s: %s%n",
                    done.incrementAndGet(),
                    mistakes.size(),
                    mistake.title(),
                    trial.complaint().orElseGet(trial::caughtBy));
            return trial;
        });
    }

    private String caughtBy() {
        return first.map(result -> "caught by " + result.scenario().id()).orElse("");
    }

    /**
     * Tries each of these mistakes on the scenarios that should catch it, one after another until one does. A scenario in which
     * two clients must act at the same moment may miss it once, while many servers share the machine. So all get a second try.
     */
    static List<Trial> ofNamed(List<Mistake> mistakes, int atATime, Path reports) throws InterruptedException {
        return inParallel(mistakes, atATime, mistake -> {
            var twice = new ArrayList<>(mistake.entry().caughtBy());
            twice.addAll(mistake.entry().caughtBy());
            Trial trial = null;
            for (String id : twice) {
                var one = new Selection(OptionalInt.empty(), Optional.of(id), true);
                trial = of(mistake, false, play(mistake, one, reports.resolve(mistake.title())));
                if (trial.first().isPresent()) {
                    break;
                }
            }
            return trial;
        });
    }

    private interface Attempt {
        Trial of(Mistake mistake) throws Exception;
    }

    private static List<Trial> inParallel(List<Mistake> mistakes, int atATime, Attempt attempt)
            throws InterruptedException {
        var threads = Executors.newFixedThreadPool(atATime);
        try {
            var running = new ArrayList<Future<Trial>>();
            for (var mistake : mistakes) {
                running.add(threads.submit(() -> attempt.of(mistake)));
            }
            var trials = new ArrayList<Trial>();
            for (var trial : running) {
                trials.add(trial.get());
            }
            return trials;
        } catch (ExecutionException unexpected) {
            throw new IllegalStateException(unexpected);
        } finally {
            threads.shutdownNow();
        }
    }

    private static Selection whole(Mistake mistake) {
        return mistake instanceof SourceMistake ? Selection.withExtensions(true) : Selection.everything(true);
    }

    private static ServerUnderTest server(Mistake mistake) {
        return mistake instanceof SourceMistake inSource
                ? PatchedServer.with(inSource, PATCHED)
                : SwitchableServer.with(mistake);
    }

    private static RunResult play(Mistake mistake, Selection selection, Path report) throws ServerUnavailable {
        return ResultsSchema.held(new SpecificationRun(server(mistake), selection, report, Progress.NONE).execute());
    }

    private static Trial of(Mistake mistake, boolean whole, RunResult result) {
        var failed = result.scenarios().stream()
                .filter(scenario -> scenario.status() == Status.FAILED)
                .map(Trial::withoutTapes)
                .toList();
        return new Trial(
                mistake,
                whole,
                result.firstToFix().map(Trial::withoutTapes),
                failed,
                result.totals().toString());
    }

    /** Hundreds of trials are kept in memory, and recordings and framings hold every byte that was sent. */
    private static ScenarioResult withoutTapes(ScenarioResult result) {
        return new ScenarioResult(
                result.scenario(),
                result.status(),
                result.milliseconds(),
                result.failure(),
                result.cause(),
                result.note(),
                List.of(),
                Map.of(),
                result.again());
    }

    /** What is wrong with the specification, in words; empty when it catches this mistake as it should. */
    Optional<String> complaint() {
        return first.map(this::complaint).orElseGet(() -> Optional.of("nothing catches it: " + totals));
    }

    private Optional<String> complaint(ScenarioResult first) {
        if (first.failure().isEmpty()) {
            return Optional.of(
                    "%s failed in the runner: %s".formatted(first.scenario().id(), first.note()));
        }
        if (!mistake.entry().caughtBy().contains(first.scenario().id())) {
            return Optional.of("the first failure is %s, but %s should explain it"
                    .formatted(
                            first.scenario().id(),
                            String.join(" or ", mistake.entry().caughtBy())));
        }
        var symptom = symptom(first.failure().get());
        if (!mistake.entry().symptom().fits(symptom)) {
            return Optional.of("%s shows %s instead of %s"
                    .formatted(
                            first.scenario().id(),
                            symptom.inWords(),
                            mistake.entry().symptom().inWords()));
        }
        return (whole ? wrongLevel() : Optional.<String>empty()).or(() -> wrongHint(first));
    }

    /** Another scenario that is about the mistake may show it in another way. */
    private boolean isTheFirstNamed(ScenarioResult result) {
        return result.scenario().id().equals(mistake.entry().caughtBy().get(0));
    }

    private Optional<String> wrongLevel() {
        // Random commands find by chance what no plain example shows.
        boolean onlyExact = failed.stream()
                .filter(caught -> !ScenarioNeeds.of(caught.scenario()).explores())
                .allMatch(caught -> caught.scenario().level() == Level.EXACT);
        if (mistake.entry().level() == Level.PLAIN && onlyExact) {
            return Optional.of("only exact scenarios catch it");
        }
        return mistake.entry().level() == Level.EXACT && !onlyExact
                ? Optional.of("plain scenarios catch it, too: it is more than a matter of exactness")
                : Optional.empty();
    }

    private Optional<String> wrongHint(ScenarioResult first) {
        boolean chance = mistake.entry().symptom() == Symptom.MIXED;
        if (chance || !isTheFirstNamed(first)) {
            return Optional.empty();
        }
        var wanted = mistake.entry().clue();
        var given = first.failure().flatMap(Failure::pattern);
        return wanted.equals(given)
                ? Optional.empty()
                : Optional.of("the hint of %s is <%s> instead of <%s>"
                        .formatted(first.scenario().id(), given.orElse("none"), wanted.orElse("none")));
    }

    private static Symptom symptom(Failure failure) {
        var evidence = failure.evidence();
        var actual = evidence.actual();
        if (actual instanceof Actual.Hung) { // alive, and silent to all clients
            return Symptom.SILENCE;
        }
        if (actual.isBreakdown()) {
            return Symptom.DEATH;
        }
        if (actual.isEndOfConnection()) {
            return Symptom.CLOSED;
        }
        if (actual instanceof Actual.NoConnection) {
            return Symptom.REFUSAL;
        }
        if (actual instanceof Actual.Silence && evidence.expected() instanceof Expected.Closed) {
            return Symptom.STAYS_OPEN;
        }
        return actual instanceof Actual.Silence && wasCutShort(evidence) ? Symptom.SILENCE : Symptom.WRONG_REPLY;
    }

    /** Whether the bytes that came are correct but incomplete; perhaps there are none. */
    private static boolean wasCutShort(Evidence evidence) {
        return evidence.received().length == 0
                || evidence.expected().wire().isPresent() && evidence.differsAt() == evidence.received().length;
    }
}
