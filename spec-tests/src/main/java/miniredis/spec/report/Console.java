package miniredis.spec.report;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import miniredis.spec.run.Progress;
import miniredis.spec.specification.Level;
import miniredis.spec.specification.SpecScenario;
import miniredis.spec.specification.Specification;
import miniredis.spec.verdict.RunResult;
import miniredis.spec.verdict.ScenarioResult;
import miniredis.spec.verdict.Status;

/**
 * What a run prints: a line of progress that rewrites itself on a terminal (plain lines elsewhere), then a summary by step, the
 * failure to fix first, the others, and the totals as the last line.
 */
public final class Console implements Progress {
    private static final int WHOLE_TEXTS = 5;

    private final PrintStream out;
    private final Style style;
    private int played;
    private int passed;
    private int expected;

    public Console(PrintStream out, Style style) {
        this.out = out;
        this.style = style;
    }

    /** The first line: what is about to run against whom. */
    public void announce(String server, int lastStep, boolean strict, String only) {
        out.printf(
                "%nMini-Redis Spec   %s   %s%s%n%n",
                style.bold(server), only.isEmpty() ? steps(lastStep) : only, strict ? ", strict" : "");
        out.flush();
    }

    private static String steps(int lastStep) {
        return lastStep == 1 ? "step 1" : "steps 1-" + lastStep;
    }

    @Override
    public synchronized void begins(int scenarios) {
        expected = scenarios;
        if (!style.isTerminal() && scenarios > 1) {
            out.printf("  %d scenarios, side by side ...%n", scenarios);
        }
    }

    @Override
    public synchronized void played(SpecScenario scenario, boolean succeeded) {
        played++;
        passed += succeeded ? 1 : 0;
        if (style.isTerminal()) {
            int width = 40;
            int filled = width * played / Math.max(1, expected);
            out.printf(
                    "\r  %s%s %d/%d  %d passed ",
                    style.green("#".repeat(filled)), ".".repeat(width - filled), played, expected, passed);
            out.flush();
        }
    }

    @Override
    public synchronized void againAlone(int scenarios) {
        clearLine();
        out.println(
                scenarios == 1
                        ? "  1 did not pass; again, alone on a fresh server ..."
                        : "  %d did not pass; each again, alone on a fresh server ...".formatted(scenarios));
        out.flush();
        played = 0;
        passed = 0;
        expected = scenarios;
    }

    @Override
    public synchronized void judgedAlone(SpecScenario scenario, boolean succeeded) {
        played(scenario, succeeded);
        if (!style.isTerminal() && played % 25 == 0) {
            out.printf("  %d of %d%n", played, expected);
        }
    }

    private void clearLine() {
        if (style.isTerminal()) {
            out.print("\r" + " ".repeat(78) + "\r");
        }
    }

    /** Everything after the last scenario; the totals come last. */
    public synchronized void conclude(RunResult run, String reportFolder) {
        clearLine();
        out.println();
        printSteps(run);
        if (!run.remark().isEmpty()) {
            out.printf("%n%s%n", run.remark());
        }
        printProblems(run);
        out.printf("%nReport: %s%n", reportFolder);
        out.println(run.totals());
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

    private void printProblems(RunResult run) {
        var problems = run.scenarios().stream()
                .filter(result -> result.status() != Status.PASSED)
                .toList();
        if (problems.isEmpty()) {
            return;
        }
        run.firstToFix().ifPresent(first -> {
            int step = first.scenario().step();
            long inStep = run.scenarios().stream()
                    .filter(result -> result.scenario().step() == step)
                    .count();
            long failed = run.scenarios().stream()
                    .filter(result -> result.scenario().step() == step && result.status() == Status.FAILED)
                    .count();
            out.printf("%n%d of %d in step %d failed. The first one to fix:%n%n", failed, inStep, step);
            out.println(colored(FailureText.message(first, run.again())));
        });
        var others = problems.stream()
                .filter(result -> run.firstToFix().map(first -> first != result).orElse(true))
                .toList();
        others.stream().limit(WHOLE_TEXTS - 1).forEach(result -> {
            out.println();
            out.println(colored(FailureText.message(result, run.again())));
        });
        if (others.size() > WHOLE_TEXTS - 1) {
            out.printf("%nAnd %d more (each with its full text in the report):%n", others.size() - WHOLE_TEXTS + 1);
            others.stream()
                    .skip(WHOLE_TEXTS - 1L)
                    .forEach(result -> out.printf(
                            "  %-12s %-12s %s%n",
                            result.status(),
                            result.scenario().id(),
                            result.scenario().title()));
        }
    }

    private String colored(String message) {
        return message.lines()
                .map(line -> {
                    if (line.startsWith("  hint ")) {
                        return style.yellow(line);
                    }
                    return line.startsWith(" ") ? line : style.red(line);
                })
                .collect(Collectors.joining("\n"));
    }
}
