package miniredis.spec.watch;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import miniredis.spec.execution.WarmRunners;
import miniredis.spec.i18n.Message;
import miniredis.spec.i18n.UsageException;
import miniredis.spec.report.ReportFolder;
import miniredis.spec.report.Style;
import miniredis.spec.specification.Selection;

/** Runs, and runs again whenever a file is saved or a key asks for it, until somebody ends it. */
public final class Watch {
    private final Settings settings;
    private final Display display;
    private final WarmRunners runners = new WarmRunners();
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final Sources sources;
    private final Prompt prompt = new Prompt();
    private volatile Sources.Moment moment = Sources.Moment.QUIET;

    @SuppressWarnings("NullAway.Init") // the loop begins with a start
    private RunState state;

    private int runs;

    Watch(Settings settings, Display display) {
        this.settings = settings;
        this.display = display;
        this.sources = new Sources(
                settings.folder(),
                Set.of(settings.report().toAbsolutePath().normalize()),
                settings.build().isPresent());
    }

    /**
     * Watches until the key q, or the end of this process. On a terminal there is one screen; elsewhere each verdict is printed.
     * Returns the exit code of the last verdict over everything that is selected.
     *
     * @throws IllegalArgumentException when nothing is selected, or there is no such folder
     */
    public static int over(Settings settings, PrintStream out, Style style) throws IOException {
        var folder = settings.folder().toAbsolutePath().normalize();
        if (!folder.toFile().isDirectory()) {
            throw new UsageException(Message.of("usage.no-folder-to-watch", settings.folder()));
        }
        settings.selection().scenarios();
        ReportFolder.prepare(settings.report());
        var absolute = new Settings(
                settings.server(),
                settings.selection(),
                settings.features(),
                folder,
                settings.build(),
                settings.directory(),
                settings.report(),
                settings.again(),
                settings.language());
        try (var display = style.isTerminal()
                ? TerminalDisplay.open(style, settings.language())
                : new PlainDisplay(out, settings.language())) {
            return new Watch(absolute, display).run();
        }
    }

    int run() {
        display.listen(events::add);
        new FolderWatch(settings.folder(), sources, () -> moment, events::add).start();
        ownFeatures().ifPresent(this::watchFeatures);
        start(settings.selection(), true);
        int exitCode = 2;
        while (true) {
            var event = take();
            if (event instanceof Event.Pressed pressed) {
                if (press(pressed.key())) {
                    break;
                }
            } else if (event instanceof Event.Saved) {
                start(state.selection(), true);
            } else {
                state.take(event);
            }
            if (event instanceof Event.Built) {
                moment = Sources.Moment.RUNNING;
            }
            if (state.isOver()) {
                moment = Sources.Moment.QUIET;
                exitCode = state.isOfAll() ? state.exitCode() : exitCode;
                if (state.isMendedScenario()) {
                    // What was looked at is mended; what it has done to the others is the next question.
                    start(settings.selection(), false);
                }
            }
            if (events.isEmpty() || state.isOver()) {
                display.show(state.view(prompt.typed()));
            }
        }
        state.end();
        state.awaitEnd();
        BackgroundReport.awaitEnd();
        return exitCode;
    }

    /** The folder of own features, unless what is watched in any case has it. */
    private Optional<Path> ownFeatures() {
        return settings.features()
                .folder()
                .map(folder -> folder.toAbsolutePath().normalize())
                .filter(folder -> !folder.startsWith(settings.folder()));
    }

    private void watchFeatures(Path folder) {
        new FolderWatch(folder, new Sources(folder, Set.of(), false), () -> moment, events::add).start();
    }

    private Event take() {
        try {
            return events.take();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return new Event.Pressed(Keyboard.INTERRUPT);
        }
    }

    /** Returns whether that was the end. */
    private boolean press(int key) {
        if (key == Keyboard.INTERRUPT) {
            return true;
        }
        if (prompt.isOpen()) {
            prompt.press(key).ifPresent(this::runScenario);
            return false;
        }
        switch (key) {
            case 'q', 'Q', Keyboard.END_OF_INPUT -> {
                return true;
            }
            case Keyboard.ENTER -> start(settings.selection(), true);
            case 's', '/' -> prompt.open();
            default -> {
                if (key >= '1' && key <= '9') {
                    state.numbered(key - '1').ifPresent(this::runScenario);
                }
            }
        }
        return false;
    }

    private void runScenario(String id) {
        var one = state.selection().only(id);
        try {
            one.scenarios();
            start(one, false);
        } catch (UsageException unknown) {
            prompt.refuse(unknown.said());
        }
    }

    private void start(Selection selection, boolean builds) {
        // What was saved before the last build failed is still not built.
        boolean needsBuild = builds || state != null && state.needsBuild();
        if (state != null) {
            state.end();
        }
        moment = settings.build().isPresent() && runs == 0 ? Sources.Moment.FIRST_BUILD : Sources.Moment.RUNNING;
        sources.runBegins();
        try {
            var selected = selection.of(settings.features().read());
            selected.scenarios();
            begin(selected, needsBuild).start();
        } catch (UsageException broken) {
            var run = begin(selection, needsBuild);
            events.add(new Event.Impossible(run.number(), Lane.AT_ONCE, broken.said()));
        }
    }

    private BackgroundRun begin(Selection selection, boolean needsBuild) {
        var run = new BackgroundRun(++runs, settings, selection, needsBuild, runners, events::add);
        state = new RunState(settings, run);
        return run;
    }
}
