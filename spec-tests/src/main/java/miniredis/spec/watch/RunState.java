package miniredis.spec.watch;

import java.io.IOException;
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
import miniredis.spec.specification.SpecScenario;
import miniredis.spec.verdict.RunResult;
import miniredis.spec.verdict.ScenarioResult;

/** How far one run is, what is known of it, and what there is to see. */
final class RunState {
    private enum Phase {
        BUILDING,
        STARTING,
        RUNNING,
        IMPOSSIBLE,
        OVER
    }

    private final Settings settings;
    private final Selection selection;
    private final boolean builds;
    private final List<SpecScenario> scenarios;
    private final WatchProgress progress;
    private final LastVerdicts last;
    private Phase phase;
    private boolean needsBuild;
    private Message ending = Message.NONE;
    private Message obstacle = Message.NONE;
    private Changes changes = Changes.NONE;
    private Optional<RunResult> result = Optional.empty();
    private long acceptedAt;

    /** @param builds whether the server is built first, where there is a command for that */
    RunState(Settings settings, Selection selection, boolean builds) {
        this.settings = settings;
        this.selection = selection;
        this.builds = builds && settings.build().isPresent();
        this.scenarios = selection.scenarios();
        this.progress = new WatchProgress(settings.server(), selection, scenarios);
        this.last = LastVerdicts.in(settings.report());
        this.needsBuild = this.builds;
        this.phase = this.builds ? Phase.BUILDING : Phase.STARTING;
    }

    Selection selection() {
        return selection;
    }

    List<SpecScenario> scenarios() {
        return scenarios;
    }

    boolean builds() {
        return builds;
    }

    void built(Build.Outcome outcome) {
        if (outcome.succeeded()) {
            needsBuild = false;
            phase = Phase.STARTING;
            return;
        }
        impossible(
                Message.of("watch.build", outcome.ending()),
                Message.of("watch.build-output", String.join("\n", outcome.output()), outcome.log()));
    }

    /** The server accepts connections, since this {@link System#nanoTime()}. */
    void accepted(long at) {
        acceptedAt = acceptedAt == 0 ? at : acceptedAt;
        phase = Phase.RUNNING;
    }

    /** A scenario was run; if it did not pass, it may be run again. */
    void ran(SpecScenario scenario, boolean passed) {
        progress.add(scenario, passed);
    }

    /** A scenario has its verdict, before all have. */
    void judged(ScenarioResult verdict) {
        progress.add(verdict);
        lookAtVerdicts();
    }

    /** A lane has its verdicts. */
    void judged(Lane lane, RunResult run, long at) {
        progress.add(lane, run);
        lookAtVerdicts();
        if (progress.isComplete()) {
            phase = Phase.OVER;
            ending = Message.verbatim(String.format(
                    Locale.ROOT,
                    "%s   %.2f s",
                    LocalTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS),
                    (at - acceptedAt) / (double) TimeUnit.SECONDS.toNanos(1)));
        }
    }

    /** The server is not available, or the runner failed. */
    void impossible(Message why) {
        impossible(Message.of("watch.no-verdict"), why);
    }

    private void impossible(Message how, Message why) {
        phase = Phase.IMPOSSIBLE;
        ending = how;
        obstacle = why;
    }

    private void lookAtVerdicts() {
        var known = progress.run();
        changes = last.compare(known);
        result = Optional.of(changes.regressionsFirst(known));
    }

    View view(Optional<Message> typed) {
        boolean isImpossible = phase == Phase.IMPOSSIBLE;
        return new View(
                SelectionText.of(selection),
                settings.server().name(),
                status(),
                isOver(),
                isImpossible || !isOfAll() ? List.of() : progress.tallies(),
                isImpossible ? Optional.empty() : result,
                changes,
                obstacle,
                isOfAll()
                        ? List.of()
                        : result.map(run -> Transcript.of(run, settings.language()))
                                .orElse(List.of()),
                typed);
    }

    private Message status() {
        return switch (phase) {
            case BUILDING -> Message.of("watch.building");
            case STARTING -> Message.of("watch.starting");
            case RUNNING ->
                progress.isMissingOnly(Lane.LIFETIMES)
                        ? Message.of("watch.waiting", progress.open())
                        : Message.of("watch.running");
            case IMPOSSIBLE, OVER -> ending;
        };
    }

    /** Its verdicts, once all are there. */
    Optional<RunResult> result() {
        return phase == Phase.OVER ? result : Optional.empty();
    }

    boolean isOfAll() {
        return selection.scenario().isEmpty();
    }

    /** Whether nothing more will come. */
    boolean isOver() {
        return phase == Phase.OVER || phase == Phase.IMPOSSIBLE;
    }

    /** Whether it was about one scenario that did not pass when last judged, and does now. */
    boolean isMendedScenario() {
        return phase == Phase.OVER && !isOfAll() && !changes.nowPass().isEmpty() && exitCode() == 0;
    }

    boolean isBuilding() {
        return phase == Phase.BUILDING;
    }

    /** Whether what was saved has not been built yet. */
    boolean needsBuild() {
        return needsBuild;
    }

    int exitCode() {
        return result().map(RunResult::exitCode).orElse(2);
    }

    /** Its verdicts are those that the next run is compared with. */
    void keepVerdicts() {
        if (phase == Phase.OVER) {
            keep();
        }
    }

    private void keep() {
        try {
            if (result.isPresent()) {
                last.keep(result.get());
            }
        } catch (IOException unwritable) {
            // The next run is compared with an older one.
        }
    }

    /**
     * Keeps the verdict of one scenario that is on the screen before its run has ended: a user who then saves has read it, and
     * expects the next run to be compared with it.
     */
    void keepShownVerdict() {
        if (phase == Phase.RUNNING && !isOfAll()) {
            keep();
        }
    }

    /** The scenario that a key stands for; 0 for the first. */
    Optional<String> numbered(int index) {
        return result.map(Screen::numbered)
                .filter(list -> index < list.size())
                .map(list -> list.get(index).scenario().id());
    }
}
