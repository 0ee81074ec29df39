package miniredis.spec.watch;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import miniredis.spec.cucumber.WarmRunners;
import miniredis.spec.i18n.Message;
import miniredis.spec.i18n.UsageException;
import miniredis.spec.report.ComparisonPage;
import miniredis.spec.report.ReportFolder;
import miniredis.spec.report.Style;
import miniredis.spec.specification.Selection;
import miniredis.spec.verdict.RunResult;

/** Runs the specification again whenever a file is saved or a key asks for it, until the key q. */
public final class Watch {
    private final Settings settings;
    private final Display display;
    private final WarmRunners runners = new WarmRunners();
    private final Prompt prompt = new Prompt();
    private final Sources sources;
    private final Background reports = Background.inOrder("writes the report");

    /** What is to be done, in the order in which it happened; all of it in one thread. */
    private final BlockingQueue<Runnable> loop = new LinkedBlockingQueue<>();

    private volatile Sources.Moment moment = Sources.Moment.RUNNING;
    private RunState state;
    private BackgroundRun run;
    private boolean isEnded;
    private int exitCode = 2;

    Watch(Settings settings, Display display) {
        this.settings = settings;
        this.display = display;
        this.sources = new Sources(
                settings.folder(),
                Set.of(settings.report().toAbsolutePath().normalize()),
                settings.build().isPresent());
        this.state = new RunState(settings, settings.selection(), true);
        this.run = new BackgroundRun(settings, state, runners, loop::add);
    }

    /**
     * Watches until the key q, or the end of this process. On a terminal there is one screen; elsewhere each verdict is printed.
     * Returns the exit code of the last verdict over everything that is selected.
     *
     * @throws IllegalArgumentException when nothing is selected, or there is no such folder
     */
    public static int over(Settings settings, PrintStream out, Style style) throws IOException {
        if (!settings.folder().toFile().isDirectory()) {
            throw new UsageException(Message.of("usage.no-folder-to-watch", settings.folder()));
        }
        settings.selection().scenarios();
        ReportFolder.prepare(settings.report());
        try (var display = style.isTerminal()
                ? TerminalDisplay.open(style, settings.language())
                : new PlainDisplay(out, settings.language())) {
            return new Watch(settings, display).run();
        }
    }

    int run() {
        moment = state.isBuilding() ? Sources.Moment.FIRST_BUILD : Sources.Moment.RUNNING;
        display.listen(key -> loop.add(() -> press(key)), () -> loop.add(() -> {}));
        new FolderWatch(settings.folder(), sources, () -> moment, () -> loop.add(() -> start(state.selection(), true)))
                .start();
        ownFeatures().ifPresent(this::watchFeatures);
        run.start();
        while (!isEnded) {
            next().run();
            if (state.isOver() && moment != Sources.Moment.QUIET) {
                conclude();
            } else if (moment == Sources.Moment.FIRST_BUILD && !state.isBuilding()) {
                moment = Sources.Moment.RUNNING;
            }
            if (loop.isEmpty() || state.isOver()) {
                display.show(state.view(prompt.typed()));
            }
        }
        run.giveUp();
        run.awaitEnd();
        reports.awaitEnd();
        return exitCode;
    }

    /** The folder of own features, unless the watched folder contains it. */
    private Optional<Path> ownFeatures() {
        return settings.features()
                .folder()
                .map(folder -> folder.toAbsolutePath().normalize())
                .filter(folder -> !folder.startsWith(settings.folder()));
    }

    private void watchFeatures(Path folder) {
        var features = new Sources(folder, Set.of(), false);
        new FolderWatch(folder, features, () -> moment, () -> loop.add(() -> start(state.selection(), true))).start();
    }

    private Runnable next() {
        try {
            return loop.take();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return () -> isEnded = true;
        }
    }

    /** Nothing more comes of this run. */
    private void conclude() {
        moment = Sources.Moment.QUIET;
        if (state.isMendedScenario()) {
            // Did the change break anything else? That run says, too, that this scenario now passes: so nothing is kept
            // of this one.
            start(settings.selection(), false);
            return;
        }
        state.keepVerdicts();
        if (state.isOfAll()) {
            exitCode = state.exitCode();
            state.result().ifPresent(result -> reports.execute(() -> write(result)));
        }
    }

    private void write(RunResult result) {
        // A board that can't be reached is told of the next run.
        settings.board().ifPresent(board -> board.tell(result));
        try {
            ReportFolder.write(result, settings.report());
            ComparisonPage.write(result, settings.report(), settings.language());
        } catch (IOException unwritable) {
            // The verdict is on the screen; the next run writes again.
        }
    }

    private void press(int key) {
        if (key == Keyboard.INTERRUPT) {
            isEnded = true;
        } else if (prompt.isOpen()) {
            prompt.press(key).ifPresent(this::runScenario);
        } else if (key == 'q' || key == 'Q' || key == Keyboard.END_OF_INPUT) {
            isEnded = true;
        } else if (key == Keyboard.ENTER) {
            start(settings.selection(), true);
        } else if (key == 's' || key == '/') {
            prompt.open();
        } else if (key >= '1' && key <= '9') {
            state.numbered(key - '1').ifPresent(this::runScenario);
        }
    }

    private void runScenario(String id) {
        var one = state.selection().only(id);
        try {
            one.scenarios();
            start(one, false);
        } catch (UsageException unknown) {
            prompt.refuse(unknown.message());
        }
    }

    private void start(Selection selection, boolean builds) {
        // What was saved before the last build failed is still not built.
        boolean needsBuild = builds || state.needsBuild();
        state.keepShownVerdict();
        run.giveUp();
        moment = Sources.Moment.RUNNING;
        sources.runBegins();
        try {
            var selected = selection.of(settings.features().read());
            selected.scenarios();
            begin(selected, needsBuild);
            run.start();
        } catch (UsageException broken) {
            begin(selection, needsBuild);
            state.impossible(broken.message());
        }
    }

    private void begin(Selection selection, boolean needsBuild) {
        state = new RunState(settings, selection, needsBuild);
        run = new BackgroundRun(settings, state, runners, loop::add);
    }
}
