package miniredis.spec.report;

import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import miniredis.spec.execution.Progress;
import miniredis.spec.i18n.Message;
import miniredis.spec.i18n.Messages;
import miniredis.spec.specification.Level;
import miniredis.spec.specification.Selection;
import miniredis.spec.specification.SpecScenario;
import miniredis.spec.specification.Specification;
import miniredis.spec.verdict.RankedCause;
import miniredis.spec.verdict.RunResult;
import miniredis.spec.verdict.ScenarioResult;
import miniredis.spec.verdict.Status;
import org.jspecify.annotations.Nullable;

/**
 * What a run prints: a line of progress that rewrites itself on a terminal (plain lines elsewhere), then a summary by step, the
 * failure to fix first, the others, and the totals as the last line.
 */
public final class Console implements Progress {
    private static final int CAUSES_SHOWN = 15;
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(9);

    private final PrintStream out;
    private final Style style;
    private final Messages language;
    private @Nullable Waiting waiting;
    private int ran;
    private int passed;
    private int expected;

    public Console(PrintStream out, Style style, Messages language) {
        this.out = out;
        this.style = style;
        this.language = language;
    }

    /** The first line: what is about to run against which server. */
    public void announce(String server, Selection selection) {
        out.printf("%nMini-Redis Spec   %s   %s%n%n", style.bold(server), language.text(SelectionText.of(selection)));
        out.flush();
    }

    @Override
    public synchronized void begins(int scenarios) {
        expected = scenarios;
        waitAloud();
        if (!style.isTerminal() && scenarios > 1) {
            out.println("  " + language.text("console.side-by-side", scenarios));
        }
    }

    private void waitAloud() {
        if (waiting == null && !style.isTerminal()) {
            waiting = new Waiting(this::sayWhatIsWaitedFor, LONGEST_SILENCE);
        }
    }

    private synchronized void sayWhatIsWaitedFor() {
        if (waiting != null) {
            out.println("  " + language.text("console.waiting", ran, expected, waiting.names()));
            out.flush();
        }
    }

    @Override
    public synchronized void oneAtATime() {
        out.println("  " + language.text("console.one-at-a-time"));
        out.flush();
    }

    @Override
    public synchronized void started(SpecScenario scenario) {
        if (waiting != null) {
            waiting.begins(scenario.id());
        }
    }

    @Override
    public synchronized void ran(SpecScenario scenario, boolean succeeded) {
        if (waiting != null) {
            waiting.ends(scenario.id());
        }
        ran++;
        passed += succeeded ? 1 : 0;
        if (style.isTerminal()) {
            int width = 40;
            int filled = width * ran / Math.max(1, expected);
            out.printf(
                    "\r  %s%s %d/%d  %s ",
                    style.green("#".repeat(filled)),
                    ".".repeat(width - filled),
                    ran,
                    expected,
                    language.text("console.passed", passed));
            out.flush();
        }
    }

    @Override
    public synchronized void againAlone(int scenarios) {
        clearLine();
        out.println("  " + language.text(Message.counted("console.again-alone", scenarios)));
        out.flush();
        ran = 0;
        passed = 0;
        expected = scenarios;
        waitAloud();
    }

    @Override
    public synchronized void judgedAlone(SpecScenario scenario, boolean succeeded) {
        ran(scenario, succeeded);
        if (!style.isTerminal() && ran % 25 == 0) {
            out.println("  " + language.text("console.so-far", ran, expected));
            if (waiting != null) {
                waiting.hasSpoken();
            }
        }
    }

    private void clearLine() {
        if (style.isTerminal()) {
            out.print("\r" + " ".repeat(78) + "\r");
        }
    }

    /**
     * Everything after the last scenario; the totals come last.
     *
     * @param acceptance why the run counts as passed, or not
     */
    public synchronized void conclude(RunResult run, Changes changes, List<Message> acceptance, String reportFolder) {
        if (waiting != null) {
            waiting.stop();
        }
        clearLine();
        out.println();
        printSteps(run);
        printChanges(changes);
        if (!run.remark().isEmpty()) {
            out.printf("%n%s%n", language.text(run.remark()));
        }
        printProblems(run, changes);
        if (!acceptance.isEmpty()) {
            out.println();
            acceptance.forEach(line -> out.println(language.text(line)));
        }
        out.printf("%n%s%n", language.text("console.report", reportFolder));
        out.println(language.text(run.totals()));
        out.flush();
    }

    private void printSteps(RunResult run) {
        Map<Integer, List<ScenarioResult>> byStep = run.scenarios().stream()
                .collect(Collectors.groupingBy(result -> result.scenario().step(), TreeMap::new, Collectors.toList()));
        byStep.forEach((step, results) -> {
            var plain = tally(results, Level.PLAIN);
            var exact = tally(results, Level.EXACT);
            boolean all = results.stream().allMatch(result -> result.status() == Status.PASSED);
            var line = "  step %d  %-11s %8s%s"
                    .formatted(
                            step,
                            Specification.STEP_TITLES.get(step),
                            plain,
                            exact.isEmpty() ? "" : "   exact " + exact);
            out.println(all ? style.green(line) : style.red(line));
        });
    }

    private static String tally(List<ScenarioResult> results, Level level) {
        var ofLevel = results.stream()
                .filter(result -> result.scenario().level() == level)
                .toList();
        long passed = ofLevel.stream()
                .filter(result -> result.status() == Status.PASSED)
                .count();
        return ofLevel.isEmpty() ? "" : passed + "/" + ofLevel.size();
    }

    private void printChanges(Changes changes) {
        if (!changes.inWords().isEmpty()) {
            out.printf("%n%s%n", language.text("console.since-the-last-run"));
            changes.inWords().stream()
                    .map(language::text)
                    .forEach(line -> out.println("  " + (line.startsWith("+") ? style.green(line) : style.red(line))));
        }
    }

    private void printProblems(RunResult run, Changes changes) {
        printCauses(run, changes);
        var unjudged = run.scenarios().stream()
                .filter(result -> result.status() == Status.INCONCLUSIVE || result.status() == Status.NOT_RUN)
                .toList();
        if (!unjudged.isEmpty()) {
            out.printf("%n%s%n", language.text(Message.counted("console.not-judged", unjudged.size())));
            var byReason = unjudged.stream()
                    .collect(Collectors.groupingBy(ScenarioResult::note, LinkedHashMap::new, Collectors.toList()));
            byReason.forEach((why, results) -> out.printf("  %s%n      %s%n", ids(results), reason(why, run.remark())));
        }
    }

    /** Why there was no verdict, once: the remark above may have said it. */
    private String reason(Message why, Message remark) {
        var text = language.text(why);
        return language.text(remark).startsWith(text) && !text.isEmpty()
                ? language.text("console.as-above")
                : text.replace("\n", "\n      ");
    }

    private String ids(List<ScenarioResult> results) {
        return language.text(Changes.ids(
                results.stream().map(result -> result.scenario().id()).toList(), ", "));
    }

    /** The first cause in full, the others a line each. */
    private void printCauses(RunResult run, Changes changes) {
        var causes = run.causes();
        if (causes.isEmpty()) {
            return;
        }
        var first = causes.get(0);
        boolean isRegression = changes.isRegression(first.first());
        out.printf("%n%s", language.text(isRegression ? "console.first-to-fix-again" : "console.first-to-fix"));
        out.println(style.bold(first.cause().title(language)));
        if (first.scenarios() > 1) {
            out.println(language.text("console.wait-for-it", first.scenarios()));
        }
        out.println();
        FailureText.message(first.first(), language)
                .lines()
                .map(line -> FailureText.coloured(line, style))
                .forEach(out::println);
        if (causes.size() > 1) {
            out.printf("%n%s%n", language.text(Message.counted("console.more-causes", causes.size() - 1)));
            // "And 1 more" takes as much room as that one.
            int shown = causes.size() - 1 == CAUSES_SHOWN + 1 ? CAUSES_SHOWN + 1 : CAUSES_SHOWN;
            causes.stream().skip(1).limit(shown).forEach(this::printLine);
            if (causes.size() - 1 > shown) {
                out.println("  " + language.text("console.and-more", causes.size() - 1 - shown));
            }
        }
        var withoutCause = run.scenarios().stream()
                .filter(result ->
                        result.status() == Status.FAILED && result.cause().isEmpty())
                .toList();
        if (!withoutCause.isEmpty()) {
            out.printf("%n%s%n", language.text("console.explored", ids(withoutCause)));
        }
    }

    private void printLine(RankedCause ranked) {
        out.printf(
                "  %4d %s  %-12s %s%n",
                ranked.scenarios(),
                Columns.padded(language.text(Message.counted("console.scenarios", ranked.scenarios())), 9),
                ranked.first().scenario().id(),
                ranked.cause().title(language));
    }
}
