package miniredis.spec.watch;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import miniredis.spec.i18n.Message;
import miniredis.spec.report.Changes;
import miniredis.spec.report.LastVerdicts;
import miniredis.spec.report.SelectionText;
import miniredis.spec.report.Transcript;
import miniredis.spec.specification.Selection;
import miniredis.spec.verdict.RunResult;
import miniredis.spec.verdict.ScenarioResult;

/** One run as its events tell of it: how far it is, what is known, and what there is to see. */
final class RunState {
    private enum Phase {
        BUILDING,
        STARTING,
        RUNNING,
        IMPOSSIBLE,
        OVER
    }

    private final Settings settings;
    private final BackgroundRun run;
    private final WatchProgress knowledge;
    private final LastVerdicts last;
    private Phase phase;
    private boolean buildFailed;
    private Message words = Message.NONE;
    private Message trouble = Message.NONE;
    private Changes changes = Changes.NONE;
    private Optional<RunResult> verdicts = Optional.empty();
    private long acceptedAt;

    RunState(Settings settings, BackgroundRun run) {
        this.settings = settings;
        this.run = run;
        this.knowledge = new WatchProgress(settings.server(), run.selection(), run.scenarios());
        this.last = LastVerdicts.in(settings.report());
        this.phase = run.builds() ? Phase.BUILDING : Phase.STARTING;
    }

    void take(Event event) {
        if (phase == Phase.IMPOSSIBLE) {
            return;
        }
        if (event instanceof Event.Built built && built.run() == run.number()) {
            takeBuild(built.outcome());
        } else if (event instanceof Event.Accepted accepted && accepted.run() == run.number()) {
            acceptedAt = acceptedAt == 0 ? accepted.at() : acceptedAt;
            phase = Phase.RUNNING;
        } else if (event instanceof Event.Ran ran && ran.run() == run.number()) {
            knowledge.add(ran.scenario(), ran.passed());
        } else if (event instanceof Event.Judged judged && judged.run() == run.number()) {
            knowledge.add(judged.verdict());
            lookAtVerdicts();
        } else if (event instanceof Event.Known known && known.run() == run.number()) {
            takeVerdicts(known);
        } else if (event instanceof Event.Impossible impossible && impossible.run() == run.number()) {
            phase = Phase.IMPOSSIBLE;
            words = Message.of("watch.no-verdict");
            trouble = impossible.why();
            run.giveUp();
        }
    }

    private void takeBuild(Build.Outcome outcome) {
        if (outcome.succeeded()) {
            phase = Phase.STARTING;
            return;
        }
        phase = Phase.IMPOSSIBLE;
        buildFailed = true;
        words = Message.of("watch.build", outcome.ending());
        trouble = Message.of("watch.build-output", String.join("\n", outcome.output()), outcome.log());
    }

    private void takeVerdicts(Event.Known known) {
        knowledge.add(known.part(), known.verdicts());
        lookAtVerdicts();
        if (knowledge.isComplete()) {
            phase = Phase.OVER;
            words = Message.verbatim(String.format(
                    Locale.ROOT,
                    "%s   %.2f s",
                    LocalTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS),
                    (known.at() - acceptedAt) / (double) TimeUnit.SECONDS.toNanos(1)));
            if (!isMendedScenario()) {
                // One that is mended is followed by a run of everything, which then says so, too.
                BackgroundReport.write(last, verdicts.get(), settings.report(), isOfAll());
            }
        }
    }

    private void lookAtVerdicts() {
        var known = knowledge.run();
        changes = last.compare(known);
        verdicts = Optional.of(changes.regressionsFirst(known));
    }

    View view(Optional<Message> typed) {
        return new View(
                SelectionText.of(run.selection()),
                settings.server().name(),
                new View.State(inWords(), phase == Phase.IMPOSSIBLE, isOver()),
                phase == Phase.IMPOSSIBLE || !isOfAll() ? List.of() : knowledge.tallies(),
                phase == Phase.IMPOSSIBLE ? Optional.empty() : verdicts,
                changes,
                trouble,
                isOfAll() ? List.of() : verdicts.map(this::transcript).orElse(List.of()),
                typed);
    }

    private Message inWords() {
        return switch (phase) {
            case BUILDING -> Message.of("watch.building");
            case STARTING -> Message.of("watch.starting");
            case RUNNING -> isWaiting() ? Message.of("watch.waiting", knowledge.open()) : Message.of("watch.running");
            case IMPOSSIBLE, OVER -> words;
        };
    }

    private boolean isWaiting() {
        return knowledge.isMissingOnly(Lane.LIFETIMES);
    }

    private List<String> transcript(RunResult run) {
        var bytes = new ByteArrayOutputStream();
        new Transcript(new PrintStream(bytes, true, StandardCharsets.UTF_8), settings.language()).print(run);
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }

    Selection selection() {
        return run.selection();
    }

    boolean isOfAll() {
        return run.selection().scenario().isEmpty();
    }

    /** Whether nothing more will come. */
    boolean isOver() {
        return phase == Phase.OVER || phase == Phase.IMPOSSIBLE;
    }

    /** Whether it was about one scenario that did not pass when last judged, and does now. */
    boolean isMendedScenario() {
        return phase == Phase.OVER && !isOfAll() && !changes.nowPass().isEmpty() && exitCode() == 0;
    }

    /** Whether what was saved has not been built yet. */
    boolean needsBuild() {
        return buildFailed || phase == Phase.BUILDING;
    }

    int exitCode() {
        return phase == Phase.OVER ? verdicts.map(RunResult::exitCode).orElse(2) : 2;
    }

    /** The scenario that a key stands for; 0 for the first. */
    Optional<String> numbered(int index) {
        return verdicts.map(Screen::numbered)
                .filter(list -> index < list.size())
                .map((List<ScenarioResult> list) -> list.get(index).scenario().id());
    }

    void end() {
        run.giveUp();
    }

    void awaitEnd() {
        run.awaitEnd();
    }
}
