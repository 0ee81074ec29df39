package miniredis.spec.execution;

import static java.util.Objects.requireNonNull;

import io.cucumber.messages.types.Envelope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import miniredis.spec.cucumber.CucumberLauncher;
import miniredis.spec.cucumber.WarmRunners;
import miniredis.spec.server.ServerUnavailable;
import miniredis.spec.server.ServerUnderTest;
import miniredis.spec.specification.Selection;
import miniredis.spec.specification.SpecScenario;
import miniredis.spec.verdict.RunResult;
import miniredis.spec.verdict.ScenarioResult;

/**
 * One server against the specification. First all scenarios {@linkplain ConcurrentPhase at the same time} on one instance, so that waits
 * overlap; then what did not pass once more, {@linkplain IsolatedRerun alone}; then what went wrong only {@linkplain Interference
 * beside others} is explained.
 */
public final class SpecificationRun {
    /** A server that answers none of so many scenarios, each alone, answers no client. */
    private static final int SAMPLE = 4;

    /** So many that a fixed port makes them slow: worth a word to the user, and half a second to see whether the server spins. */
    private static final int MANY = 10;

    private final ServerUnderTest server;
    private final Selection selection;
    private final Path report;
    private final Progress progress;
    private String again;
    private Consumer<Envelope> messages = message -> {};
    private Predicate<SpecScenario> wanted = scenario -> true;
    private int atOnce;
    private Optional<WarmRunners> runners = Optional.empty();

    /** @param report the folder for what the run leaves behind; it is made if need be */
    public SpecificationRun(ServerUnderTest server, Selection selection, Path report, Progress progress) {
        this.server = server;
        this.selection = selection;
        this.report = report;
        this.progress = progress;
        this.atOnce = ConcurrentPhase.atOnce(selection.strict());
        this.again = AgainCommand.upToTheId("mini-redis-spec.jar", server, selection);
    }

    /** Says how this caller would run one scenario again: a command, up to the id. */
    public SpecificationRun runAgainBy(String command) {
        again = command;
        return this;
    }

    /** Sets what takes Cucumber's own messages about the run, one by one. */
    public SpecificationRun toldTo(Consumer<Envelope> taker) {
        messages = taker;
        return this;
    }

    /** Says that only a part of what is selected is to be run, and how much of it at the same time. */
    public SpecificationRun only(Predicate<SpecScenario> scenarios, int most) {
        wanted = scenarios;
        atOnce = most;
        return this;
    }

    /** Sets runners that were made ready before; then Cucumber's messages are not kept. */
    public SpecificationRun playedBy(WarmRunners ready) {
        runners = Optional.of(ready);
        return this;
    }

    /**
     * Runs and judges.
     *
     * @throws ServerUnavailable when the server is never available
     * @throws IllegalArgumentException when nothing is selected
     */
    public RunResult execute() throws ServerUnavailable {
        var scenarios = selection.scenarios().stream().filter(wanted).toList();
        try (var pauses = new PauseDetector();
                var pool = new ServerPool(server, emptied(report.resolve("server-output")), pauses);
                var launcher = runners.map(WarmRunners::launcher)
                        .orElseGet(() -> new CucumberLauncher(scenarios, selection.specification(), messages))) {
            var results = judge(scenarios, pool, launcher);
            return RunResult.of(server.name(), server.commandLine(), selection, results, Remarks.about(results, pool));
        }
    }

    private ScenarioRunner runnerOf(CucumberLauncher launcher, boolean alone) {
        return (scenario, context) ->
                Attempt.of(scenario, launcher.run(scenario, context.exploring(selection.seed(), alone)), context);
    }

    private List<ScenarioResult> judge(List<SpecScenario> scenarios, ServerPool pool, CucumberLauncher launcher)
            throws ServerUnavailable {
        var missing = MissingCommands.of(scenarios, selection.specification().own(), pool);
        var verdicts = new Verdicts(again, missing);
        var possible = scenarios.stream()
                .filter(scenario -> missing.keepsFromPassing(scenario).isEmpty())
                .toList();
        if (possible.size() > MANY) {
            pool.spinDetector().lookBefore();
        }
        var beside = possible.size() > 1
                ? new ConcurrentPhase(pool, runnerOf(launcher, false), selection.strict(), atOnce, progress)
                        .run(possible)
                : ConcurrentAttempts.NONE;
        var attempts = new HashMap<SpecScenario, Attempt>();
        beside.seen().forEach((scenario, seen) -> attempts.put(scenario, seen.attempt()));
        var rerun = new IsolatedRerun(
                pool,
                runnerOf(launcher, true),
                selection.strict(),
                progress,
                attempts,
                attempt -> progress.judged(verdicts.of(attempt)));
        var plan = RerunPlan.of(possible, beside);
        var left = new ArrayList<>(plan.first());
        left.addAll(impossibleButShown(scenarios, missing));
        if (!left.isEmpty() && scenarios.size() > 1) {
            progress.againAlone(left.size());
            if (pool.startsAfresh() && pool.size() == 1 && left.size() > MANY) {
                progress.oneAtATime();
            }
        }
        if (!missing.pingIsAnswered() && !beside.heardReply() && !left.isEmpty()) {
            var sample = sample(left);
            var judged = rerun.judge(sample);
            attempts.putAll(judged);
            if (judged.values().stream().noneMatch(Attempt::heardReply)) {
                return noReplyAtAll(scenarios, attempts, sample);
            }
            left.removeAll(sample);
        }
        attempts.putAll(rerun.judge(left));
        if (left.stream().map(attempts::get).noneMatch(Attempt::failsByFramingOnly)) {
            attempts.putAll(rerun.judge(plan.alike()));
        }
        var results = scenarios.stream()
                .map(scenario -> attempts.containsKey(scenario)
                        ? verdicts.of(attempts.get(scenario))
                        : verdicts.ofImpossible(scenario))
                .toList();
        var explained = new Interference(beside, rerun.thoseThatBringTheServerDown(), verdicts).explain(results);
        return ExploredResults.settle(
                explained,
                result -> verdicts.of(ConversationShrinking.shortest(
                        requireNonNull(attempts.get(result.scenario())), pool, selection.seed(), Optional.empty())));
    }

    /** What can't pass need not be run; but one scenario for each missing command shows it, or all that were selected by id. */
    private List<SpecScenario> impossibleButShown(List<SpecScenario> scenarios, MissingCommands missing) {
        var shown = new LinkedHashMap<Object, SpecScenario>();
        for (var scenario : scenarios) {
            missing.keepsFromPassing(scenario)
                    .ifPresent(
                            cause -> shown.putIfAbsent(selection.scenario().isPresent() ? scenario : cause, scenario));
        }
        return List.copyOf(shown.values());
    }

    /** A few scenarios from all over the specification, the first one among them. */
    private static List<SpecScenario> sample(List<SpecScenario> scenarios) {
        int count = Math.min(SAMPLE, scenarios.size());
        var sample = new ArrayList<SpecScenario>();
        for (int i = 0; i < count; i++) {
            sample.add(scenarios.get(i * scenarios.size() / count));
        }
        return sample;
    }

    private List<ScenarioResult> noReplyAtAll(
            List<SpecScenario> scenarios, Map<SpecScenario, Attempt> attempts, List<SpecScenario> sample) {
        var verdicts = new Verdicts(again, MissingCommands.none());
        return scenarios.stream()
                .map(scenario -> verdicts.ofNoReply(
                        scenario, Optional.of(scenario).filter(sample::contains).map(attempts::get)))
                .toList();
    }

    /** Logs of an earlier run, whose servers had other numbers, would be taken for this one's. */
    static Path emptied(Path folder) {
        try {
            Files.createDirectories(folder);
            try (var files = Files.list(folder)) {
                for (var file : files.collect(Collectors.toList())) {
                    Files.deleteIfExists(file);
                }
            }
            return folder;
        } catch (IOException noFolder) {
            throw new UncheckedIOException("The report folder %s can't be written.".formatted(folder), noFolder);
        }
    }
}
