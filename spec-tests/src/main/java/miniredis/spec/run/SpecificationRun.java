package miniredis.spec.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import miniredis.spec.server.ServerUnavailable;
import miniredis.spec.server.ServerUnderTest;
import miniredis.spec.specification.Selection;
import miniredis.spec.specification.SpecScenario;
import miniredis.spec.specification.Specification;
import miniredis.spec.stage.OneForAll;
import miniredis.spec.stage.ServerSource;
import miniredis.spec.stage.Stage;
import miniredis.spec.verdict.RunResult;
import miniredis.spec.verdict.ScenarioResult;
import miniredis.spec.wire.Patience;

/**
 * One server against the specification. First all scenarios side by side on one server, so that waits overlap, those that
 * wait for a lifetime to end before all others; then what did not pass once more, {@linkplain JudgingAlone alone}.
 */
public final class SpecificationRun {
    /** All of those that wait are begun at once; while they do, there is time for the others. */
    private static final int SIDE_BY_SIDE_WAITING = 40;

    private static final int SIDE_BY_SIDE = 24;
    private static final int MOST_WITHOUT_REPLY = 40;
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final ServerUnderTest server;
    private final Selection selection;
    private final Path report;
    private final Progress progress;
    private String again;
    private final List<Path> messages = new ArrayList<>();

    /** @param report the folder for what the run leaves behind; it is made if need be */
    public SpecificationRun(ServerUnderTest server, Selection selection, Path report, Progress progress) {
        this.server = server;
        this.selection = selection;
        this.report = report;
        this.progress = progress;
        this.again = "java -jar mini-redis-spec.jar run %s --scenario ".formatted(server.commandLine());
    }

    /** Says how this caller would play one scenario again: a command, up to the id. */
    public SpecificationRun playedAgainBy(String command) {
        again = command;
        return this;
    }

    /**
     * Plays and judges.
     *
     * @throws ServerUnavailable when the server can't be had even once
     * @throws IllegalArgumentException when nothing is selected
     */
    public RunResult execute() throws ServerUnavailable {
        var scenarios = selection.from(Specification.load());
        var verdicts = new Verdicts(scenarios);
        var source = new ServerSource(server, prepared(report.resolve("server-output")));
        List<ScenarioResult> beside;
        boolean heardReply;
        try (var metronome = new Metronome()) {
            var patience = new Patience(metronome::lostNanos);
            heardReply = playTogether(scenarios, source, patience, verdicts);
            beside = verdicts.all();
            heardReply = new JudgingAlone(
                            server, source, selection.strict(), patience, verdicts, progress, this::newMessages)
                    .judge(heardReply);
        }
        var results = verdicts.all();
        var remark = heardReply ? Remarks.about(beside, results) : Remarks.aboutNoReplyAtAll(results);
        return new RunResult(server.name(), server.commandLine(), again, selection, results, remark);
    }

    /** The files with Cucumber's messages, one for each time that scenarios were played. */
    public List<Path> messages() {
        return messages;
    }

    /** Returns whether the server sent a single reply. */
    private boolean playTogether(
            List<SpecScenario> scenarios, ServerSource source, Patience patience, Verdicts verdicts)
            throws ServerUnavailable {
        var rules = new Stage.Rules(
                selection.strict(), patience, MOST_WITHOUT_REPLY, System.nanoTime() + LONGEST.toNanos());
        try (var stage = new Stage(new OneForAll(source), rules)) {
            progress.begins(scenarios.size());
            var features = featuresThatWait(scenarios);
            var waiting = scenarios.stream().collect(Collectors.partitioningBy(each -> features.contains(each.path())));
            var outcomes = new ConcurrentHashMap<SpecScenario, Outcome>();
            var waited = CompletableFuture.runAsync(
                    () -> outcomes.putAll(playBeside(waiting.get(true), SIDE_BY_SIDE_WAITING, stage)),
                    SpecificationRun::inThreadOfItsOwn);
            outcomes.putAll(playBeside(waiting.get(false), SIDE_BY_SIDE, stage));
            waited.join();
            scenarios.forEach(scenario -> verdicts.note(scenario, outcomes.get(scenario), stage));
            return stage.heardReply();
        }
    }

    private Map<SpecScenario, Outcome> playBeside(List<SpecScenario> scenarios, int sideBySide, Stage stage) {
        return scenarios.isEmpty()
                ? Map.of()
                : Playing.play(
                        scenarios,
                        stage,
                        sideBySide,
                        newMessages(),
                        (scenario, outcome) -> progress.played(scenario, outcome instanceof Outcome.Passed));
    }

    /** Whole features, because Cucumber gives an account of a feature, not of parts of it. */
    private static Set<String> featuresThatWait(List<SpecScenario> scenarios) {
        return scenarios.stream()
                .filter(SpecScenario::waits)
                .map(SpecScenario::path)
                .collect(Collectors.toSet());
    }

    /** Not in the pool all runs of this JVM would share: on two cores that is one thread, and the runs would wait in line. */
    private static void inThreadOfItsOwn(Runnable play) {
        new Thread(play, "scenarios that wait").start();
    }

    private synchronized Path newMessages() {
        var file = report.resolve("messages-%d.ndjson".formatted(messages.size() + 1));
        messages.add(file);
        try {
            // Of a run that was broken off here before; Cucumber would write over its beginning and leave its end.
            Files.deleteIfExists(file);
        } catch (IOException inUse) {
            throw new UncheckedIOException("The file %s of an earlier run can't be removed.".formatted(file), inUse);
        }
        return file;
    }

    private static Path prepared(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException noFolder) {
            throw new UncheckedIOException("The report folder %s can't be made.".formatted(folder), noFolder);
        }
    }
}
