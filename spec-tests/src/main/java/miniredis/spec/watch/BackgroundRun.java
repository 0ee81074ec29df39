package miniredis.spec.watch;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import miniredis.spec.execution.Progress;
import miniredis.spec.execution.SpecificationRun;
import miniredis.spec.execution.WarmRunners;
import miniredis.spec.i18n.Message;
import miniredis.spec.server.ServerUnavailable;
import miniredis.spec.specification.Selection;
import miniredis.spec.specification.SpecScenario;
import miniredis.spec.verdict.ScenarioResult;

/** One time that the server is built, started and judged, in threads of its own. It can be given up at any moment. */
final class BackgroundRun {
    /** Most of a scenario is waiting for what should not come; this many wait together. */
    private static final int AT_ONCE = 40;

    private final int number;
    private final Settings settings;
    private final Selection selection;
    private final WarmRunners runners;
    private final Consumer<Event> events;
    private final StoppableServer server;
    private final Optional<Build> build;
    private volatile boolean givenUp;

    /**
     * @param selection what is run: all, or one scenario
     * @param builds whether the sources may have changed
     * @param events is told what happens
     */
    BackgroundRun(
            int number,
            Settings settings,
            Selection selection,
            boolean builds,
            WarmRunners runners,
            Consumer<Event> events) {
        this.number = number;
        this.settings = settings;
        this.selection = selection;
        this.runners = runners;
        this.events = events;
        this.server = new StoppableServer(settings.server(), at -> tell(new Event.Accepted(number, at)));
        this.build = settings.build()
                .filter(command -> builds)
                .map(command -> new Build(
                        command, settings.directory(), settings.report().resolve("build.log")));
    }

    int number() {
        return number;
    }

    Selection selection() {
        return selection;
    }

    boolean builds() {
        return build.isPresent();
    }

    List<SpecScenario> scenarios() {
        return selection.scenarios();
    }

    void start() {
        inThread("builds", this::buildAndRun);
    }

    private void buildAndRun() {
        if (build.isPresent()) {
            var outcome = build.get().run();
            tell(new Event.Built(number, outcome));
            if (!outcome.succeeded()) {
                return;
            }
        }
        var parts = Lane.of(scenarios());
        if (settings.server().atOnce() > 1) {
            parts.forEach(part -> inThread("runs " + part, () -> run(part)));
        } else {
            parts.forEach(this::run);
        }
    }

    private void run(Lane part) {
        if (givenUp) {
            return;
        }
        try {
            Path folder = settings.report().resolve(part.folder());
            var verdicts = new SpecificationRun(server, selection, folder, progress())
                    .runAgainBy(settings.again())
                    .only(part::contains, AT_ONCE)
                    .playedBy(runners)
                    .execute();
            tell(new Event.Known(number, part, verdicts, System.nanoTime()));
        } catch (ServerUnavailable unavailable) {
            tell(new Event.Impossible(number, part, unavailable.said()));
        } catch (RuntimeException ours) {
            tell(new Event.Impossible(number, part, Message.of("watch.runner", ours.toString())));
        }
    }

    private Progress progress() {
        return new Progress() {
            @Override
            public void ran(SpecScenario scenario, boolean passed) {
                tell(new Event.Ran(number, scenario, passed));
            }

            @Override
            public void judged(ScenarioResult verdict) {
                tell(new Event.Judged(number, verdict));
            }
        };
    }

    private void tell(Event event) {
        if (!givenUp) {
            events.accept(event);
        }
    }

    private void inThread(String does, Runnable work) {
        var thread = new Thread(work, "run %d %s".formatted(number, does));
        thread.setDaemon(true);
        thread.start();
    }

    /** Ends what it started; it says nothing more. */
    void giveUp() {
        givenUp = true;
        build.ifPresent(Build::giveUp);
        server.stop();
    }

    void awaitEnd() {
        server.awaitEnd();
    }
}
