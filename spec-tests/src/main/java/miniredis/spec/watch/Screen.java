package miniredis.spec.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import miniredis.spec.i18n.Message;
import miniredis.spec.i18n.Messages;
import miniredis.spec.report.Columns;
import miniredis.spec.report.FailureText;
import miniredis.spec.report.Style;
import miniredis.spec.specification.Specification;
import miniredis.spec.verdict.RankedCause;
import miniredis.spec.verdict.RunResult;
import miniredis.spec.verdict.ScenarioResult;

/** Puts a view into a window: what matters most is placed first, and what does not fit is left out. */
final class Screen {
    private static final int MOST_NUMBERED = 9;
    private static final int INDENT = 12;

    private final Style style;
    private final Messages language;
    private final int width;
    private final int height;
    private final List<String> lines = new ArrayList<>();

    private Screen(Style style, Messages language, int width, int height) {
        this.style = style;
        this.language = language;
        this.width = width;
        this.height = height;
    }

    /** The lines from top to bottom, none wider than the window; more than its height only where a transcript is shown. */
    static List<String> of(View view, Style style, Messages language, int width, int height) {
        var screen = new Screen(style, language, Math.max(20, width), Math.max(8, height));
        screen.fill(view);
        while (view.transcript().isEmpty() && screen.lines.size() > screen.height) {
            // A window so low that not even the head of it all fits.
            screen.lines.remove(screen.lines.size() - 3);
        }
        return screen.lines;
    }

    /** The scenarios that the keys 1 to 9 stand for: what shows each of the first causes best. */
    static List<ScenarioResult> numbered(RunResult run) {
        return run.causes().stream()
                .limit(MOST_NUMBERED)
                .map(RankedCause::first)
                .toList();
    }

    private void fill(View view) {
        add(
                String.join("   ", language.text(view.title()), language.text(view.status()), view.server()),
                view.obstacle().isEmpty() ? style::bold : style::red);
        if (!view.tallies().isEmpty()) {
            lines.add(steps(view.tallies()));
        }
        view.result()
                .filter(run -> view.isSettled())
                .ifPresent(run -> add(language.text(run.totals()), run.exitCode() == 0 ? style::green : plain()));
        view.changes().inWords().stream()
                .map(language::text)
                .forEach(line -> add(line, line.startsWith("+") ? style::green : style::red));
        if (!view.obstacle().isEmpty()) {
            addObstacle(language.text(view.obstacle()).lines().toList());
        } else if (!view.transcript().isEmpty()) {
            lines.add("");
            view.result().ifPresent(run -> run.scenarios().forEach(result -> addFailure(result, Integer.MAX_VALUE)));
            view.transcript().forEach(line -> add(line, plain()));
        } else {
            view.result().ifPresent(run -> addCauses(run, view));
        }
        addFooter(view);
    }

    private String steps(List<WatchProgress.Tally> tallies) {
        var text = tallies.stream().map(Screen::inWords).collect(Collectors.joining("   "));
        boolean fits = Columns.of(text) <= width;
        return tallies.stream()
                .map(tally -> {
                    var shown =
                            fits ? inWords(tally) : "%d: %d/%d".formatted(tally.step(), tally.passed(), tally.all());
                    if (tally.failed() > 0) {
                        return style.red(shown);
                    }
                    return tally.open() == 0 ? style.green(shown) : shown;
                })
                .collect(Collectors.joining("   "));
    }

    private static String inWords(WatchProgress.Tally tally) {
        return "%d %s %d/%d%s"
                .formatted(
                        tally.step(),
                        Specification.STEP_TITLES.get(tally.step()),
                        tally.passed(),
                        tally.all(),
                        tally.open() > 0 ? " .." : "");
    }

    private void addObstacle(List<String> text) {
        lines.add("");
        var wrapped = text.stream()
                .flatMap(line -> Text.wrapped(line, width, 4).stream())
                .toList();
        int room = Math.max(1, left() - 1);
        wrapped.stream().limit(room).forEach(lines::add);
        if (wrapped.size() > room) {
            lines.set(lines.size() - 1, style.yellow(language.text("watch.more-lines", wrapped.size() - room + 1)));
        }
    }

    private void addCauses(RunResult run, View view) {
        if (!run.remark().isEmpty()) {
            lines.add("");
            Text.wrapped(language.text(run.remark()), width, 2).stream()
                    .limit(4)
                    .forEach(lines::add);
        }
        var causes = run.causes();
        if (causes.isEmpty()) {
            return;
        }
        var first = causes.get(0);
        lines.add("");
        var key = view.changes().isRegression(first.first()) ? "watch.first-to-fix-again" : "watch.first-to-fix";
        var title = language.text(key, first.cause().title(language), waiting(first));
        Text.wrapped(title, width, 2).forEach(line -> add(line, style::bold));
        // The first in full; what is left of the window is for the others.
        addFailure(first.first(), left() - 1);
        addOthers(causes);
    }

    private void addFailure(ScenarioResult result, int room) {
        var message = FailureText.message(result, language)
                .lines()
                .filter(line -> !line.startsWith("  again "))
                .flatMap(line -> Text.wrapped(line, width, INDENT).stream())
                .toList();
        message.stream().limit(Math.max(1, room)).forEach(line -> lines.add(FailureText.coloured(line, style)));
        if (message.size() > room) {
            lines.set(lines.size() - 1, style.yellow("  " + language.text("watch.the-rest")));
        }
    }

    private void addOthers(List<RankedCause> causes) {
        int shown = Math.min(Math.min(MOST_NUMBERED, causes.size()) - 1, left() - 3);
        if (shown <= 0) {
            return;
        }
        lines.add("");
        for (int i = 1; i <= shown; i++) {
            var cause = causes.get(i);
            add(
                    "%d  %-10s %s%s"
                            .formatted(
                                    i + 1,
                                    cause.first().scenario().id(),
                                    cause.cause().title(language),
                                    language.text(waiting(cause))),
                    plain());
        }
        if (causes.size() - 1 > shown) {
            add("   " + language.text("watch.more-causes", causes.size() - 1 - shown), plain());
        }
    }

    private static Message waiting(RankedCause cause) {
        return cause.scenarios() == 1 ? Message.NONE : Message.of("watch.scenarios", cause.scenarios());
    }

    private void addFooter(View view) {
        lines.add("");
        var keys = view.typed().orElse(Message.of(view.transcript().isEmpty() ? "watch.keys" : "watch.keys-of-one"));
        add(language.text(keys), style::bold);
    }

    /** Lines that are free, besides the two of the footer. */
    private int left() {
        return height - 2 - lines.size();
    }

    private void add(String line, UnaryOperator<String> colour) {
        lines.add(colour.apply(Text.cut(line, width)));
    }

    private static UnaryOperator<String> plain() {
        return UnaryOperator.identity();
    }
}
