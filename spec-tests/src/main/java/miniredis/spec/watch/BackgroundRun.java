package miniredis.spec.watch;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import miniredis.spec.cucumber.WarmRunners;
import miniredis.spec.execution.Progress;
import miniredis.spec.execution.SpecificationRun;
import miniredis.spec.i18n.Message;
import miniredis.spec.server.ServerUnavailable;
import miniredis.spec.specification.SpecScenario;
import miniredis.spec.verdict.ScenarioResult;

/** Builds, starts and judges the server once, in background threads. It can be given up at any moment. */
final class BackgroundRun {
    /** Most of a scenario is waiting for what should not come; this many wait together. */
    private static final int AT_ONCE = 40;

    private final Settings settings;
    private final RunState state;
    private final WarmRunners runners;
    private final Consumer<Runnable> loop;
    private final StoppableServer server;
    private final Optional<Build> build;
    private volatile boolean givenUp;

    /**
     * @param state what is known of this run; it is changed in the loop's thread only
     * @param loop takes what is to be done in that thread
     */
    BackgroundRun(Settings settings, RunState state, WarmRunners runners, Consumer<Runnable> loop) {
        this.settings = settings;
        this.state = state;
        this.runners = runners;
        this.loop = loop;
        this.server = new StoppableServer(settings.server(), at -> tell(() -> state.accepted(at)));
        this.build = settings.build()
                .filter(command -> state.builds())
                .map(command -> new Build(
                        command, settings.directory(), settings.report().resolve("build.log")));
    }

    void start() {
        Background.start("build", this::buildAndRun);
    }

    private void buildAndRun() {
        if (build.isPresent()) {
            var outcome = build.get().run();
            tell(() -> state.built(outcome));
            if (!outcome.succeeded()) {
                return;
            }
        }
        var lanes = Lane.of(state.scenarios());
        if (settings.server().atOnce() > 1) {
            lanes.forEach(lane -> Background.start("run " + lane, () -> run(lane)));
        } else {
            lanes.forEach(this::run);
        }
    }

    private void run(Lane lane) {
        if (givenUp) {
            return;
        }
        try {
            Path folder = settings.report().resolve(lane.folder());
            var result = new SpecificationRun(server, state.selection(), folder, progress())
                    .runAgainBy(settings.again())
                    .only(lane::contains, AT_ONCE)
                    .playedBy(runners)
                    .execute();
            long at = System.nanoTime();
            tell(() -> state.judged(lane, result, at));
        } catch (ServerUnavailable unavailable) {
            end(unavailable.message());
        } catch (RuntimeException ours) {
            end(Message.of("watch.runner", ours.toString()));
        }
    }

    /** There is no verdict; the other lanes need not go on. */
    private void end(Message why) {
        tell(() -> {
            state.impossible(why);
            giveUp();
        });
    }

    private Progress progress() {
        return new Progress() {
            @Override
            public void ran(SpecScenario scenario, boolean passed) {
                tell(() -> state.ran(scenario, passed));
            }

            @Override
            public void judged(ScenarioResult result) {
                tell(() -> state.judged(result));
            }
        };
    }

    /** Once the run is given up, what it has queued is dropped. */
    private void tell(Runnable change) {
        loop.accept(() -> {
            if (!givenUp) {
                change.run();
            }
        });
    }

    /** Ends what it started. */
    void giveUp() {
        givenUp = true;
        build.ifPresent(Build::giveUp);
        server.stop();
    }

    void awaitEnd() {
        server.awaitEnd();
    }
}
