package miniredis.spec.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import miniredis.spec.server.ServerUnavailable;
import miniredis.spec.server.ServerUnderTest;
import miniredis.spec.specification.Selection;
import miniredis.spec.specification.SpecScenario;
import miniredis.spec.specification.Specification;
import miniredis.spec.stage.Performance;
import miniredis.spec.stage.Stage;
import miniredis.spec.verdict.Failure;
import miniredis.spec.verdict.RunResult;
import miniredis.spec.verdict.ScenarioResult;
import miniredis.spec.verdict.Status;
import miniredis.spec.wire.Patience;

/**
 * One server against the specification. First all scenarios side by side on one server, so that waits overlap; then each one
 * that did not pass again, alone on a fresh server, because a scenario is blamed only for what it does alone.
 */
public final class SpecificationRun {
    private static final int SIDE_BY_SIDE = 64;
    private static final int TRIES_WHEN_TOO_LATE = 3;

    private final ServerUnderTest server;
    private final Selection selection;
    private final Path report;
    private final Progress progress;
    private String again;
    private final Map<SpecScenario, ScenarioResult> verdicts = new HashMap<>();
    private final AtomicInteger serversStarted = new AtomicInteger();
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
        prepare(report);
        String remark;
        try (var metronome = new Metronome()) {
            var patience = new Patience(metronome::longestStall);
            remark = playTogether(scenarios, patience);
            if (remark.isEmpty()) {
                remark = playAlone(patience);
            }
        }
        var inOrder = scenarios.stream().map(verdicts::get).toList();
        return new RunResult(server.name(), server.commandLine(), again, selection, inOrder, remark);
    }

    /** The files with Cucumber's messages, one for each time that scenarios were played. */
    public List<Path> messages() {
        return messages;
    }

    /** Returns why there is no use in going on; empty when there is. */
    private String playTogether(List<SpecScenario> scenarios, Patience patience) throws ServerUnavailable {
        try (var stage = stage(true, patience)) {
            stage.open();
            progress.begins(scenarios.size());
            var outcomes = Playing.play(scenarios, stage, SIDE_BY_SIDE, newMessages(), (scenario, outcome) ->
                    progress.played(scenario, outcome instanceof Outcome.Passed));
            for (var scenario : scenarios) {
                note(scenario, outcomes.get(scenario), stage);
            }
            var performances = stage.performances();
            if (performances.stream().anyMatch(Performance::heardReply)) {
                return "";
            }
            return performances.stream().anyMatch(Performance::heardAnything)
                    ? "Nothing that the server sent was a RESP reply. Nothing else can be judged until it speaks RESP."
                    : "The server never sent a single byte, to no client. Nothing else can be judged until it answers.";
        }
    }

    /** Returns what concerns the server as a whole; usually nothing. */
    private String playAlone(Patience patience) {
        String remark = "";
        for (int attempt = 1; attempt <= TRIES_WHEN_TOO_LATE; attempt++) {
            var again = toPlayAgain(attempt);
            if (again.isEmpty()) {
                break;
            }
            progress.againAlone(again.size());
            // The last attempt at judging something in time gets the whole machine.
            int sideBySide = attempt < TRIES_WHEN_TOO_LATE ? server.atOnce() : 1;
            try (var stage = stage(!server.startsAfresh(), patience)) {
                stage.open();
                var outcomes = Playing.play(again, stage, sideBySide, newMessages(), (scenario, outcome) ->
                        progress.judgedAlone(scenario, outcome instanceof Outcome.Passed));
                again.forEach(scenario -> noteAlone(scenario, outcomes.get(scenario), stage));
                remark = stage.unavailable().orElse(remark);
            } catch (ServerUnavailable gone) {
                return gone.getMessage();
            }
        }
        return remark;
    }

    /** At first all that did not pass; later only what could not be judged. */
    private List<SpecScenario> toPlayAgain(int attempt) {
        return verdicts.values().stream()
                .filter(result -> attempt == 1
                        ? result.status() != Status.PASSED
                        : result.status() == Status.INCONCLUSIVE)
                .map(ScenarioResult::scenario)
                .sorted(Comparator.comparing(SpecScenario::location))
                .toList();
    }

    private void noteAlone(SpecScenario scenario, Outcome outcome, Stage stage) {
        var before = verdicts.get(scenario);
        note(scenario, outcome, stage);
        // No server for a second try does not undo the first one.
        if (verdicts.get(scenario).status() == Status.NOT_RUN && before.status() == Status.FAILED) {
            verdicts.put(scenario, before);
        }
    }

    private void note(SpecScenario scenario, Outcome outcome, Stage stage) {
        var performance = stage.performance(scenario.location())
                .orElse(new Performance(Map.of(), Optional.empty(), 0));
        Status status;
        String remark = "";
        Optional<Failure> failure = Optional.empty();
        if (outcome instanceof Outcome.Passed) {
            status = Status.PASSED;
        } else if (outcome instanceof Outcome.Deviated deviated) {
            status = Status.FAILED;
            failure = Optional.of(
                    new Failure(deviated.deviation().evidence(), deviated.step(), performance.death()));
        } else if (outcome instanceof Outcome.Late) {
            status = Status.INCONCLUSIVE;
            remark = "This machine was too slow, %d times, to tell a right server from a wrong one."
                    .formatted(TRIES_WHEN_TOO_LATE);
        } else if (outcome instanceof Outcome.Stumbled stumbled) {
            status = Status.FAILED;
            remark = "The runner itself stumbled; this is a mistake in the runner, not in the server: " + stumbled.cause();
        } else {
            status = Status.NOT_RUN;
            remark = outcome instanceof Outcome.NoServer none ? none.why() : "It was not reached.";
        }
        verdicts.put(
                scenario,
                new ScenarioResult(
                        scenario, status, performance.milliseconds(), failure, remark, performance.tapes()));
    }

    private Stage stage(boolean shared, Patience patience) {
        return new Stage.Builder(
                        server, report.resolve("server-output"), shared, selection.strict(), patience, serversStarted)
                .build();
    }

    private Path newMessages() {
        var file = report.resolve("messages-%d.ndjson".formatted(messages.size() + 1));
        messages.add(file);
        return file;
    }

    private static void prepare(Path report) {
        try {
            Files.createDirectories(report.resolve("server-output"));
        } catch (IOException noFolder) {
            throw new UncheckedIOException("The report folder %s can't be made.".formatted(report), noFolder);
        }
    }
}
