package miniredis.spec.report;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import miniredis.spec.execution.Progress;
import miniredis.spec.specification.Level;
import miniredis.spec.specification.SpecScenario;
import miniredis.spec.specification.Specification;
import miniredis.spec.verdict.Finding;
import miniredis.spec.verdict.RunResult;
import miniredis.spec.verdict.ScenarioResult;
import miniredis.spec.verdict.Status;

/**
 * What a run prints: a line of progress that rewrites itself on a terminal (plain lines elsewhere), then a summary by step, the
 * failure to fix first, the others, and the totals as the last line.
 */
public final class Console implements Progress {
    private static final int CAUSES_SHOWN = 15;
    private static final int IDS_NAMED = 8;

    private final PrintStream out;
    private final Style style;
    private int ran;
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
    public synchronized void ran(SpecScenario scenario, boolean succeeded) {
        ran++;
        passed += succeeded ? 1 : 0;
        if (style.isTerminal()) {
            int width = 40;
            int filled = width * ran / Math.max(1, expected);
            out.printf(
                    "\r  %s%s %d/%d  %d passed ",
                    style.green("#".repeat(filled)), ".".repeat(width - filled), ran, expected, passed);
            out.flush();
        }
    }

    @Override
    public synchronized void againAlone(int scenarios) {
        clearLine();
        out.println(
                scenarios == 1
                        ? "  1 did not pass; again, alone ..."
                        : "  %d did not pass; each again, alone ...".formatted(scenarios));
        out.flush();
        ran = 0;
        passed = 0;
        expected = scenarios;
    }

    @Override
    public synchronized void judgedAlone(SpecScenario scenario, boolean succeeded) {
        ran(scenario, succeeded);
        if (!style.isTerminal() && ran % 25 == 0) {
            out.printf("  %d of %d%n", ran, expected);
        }
    }

    private void clearLine() {
        if (style.isTerminal()) {
            out.print("\r" + " ".repeat(78) + "\r");
        }
    }

    /** Everything after the last scenario; the totals come last. */
    public synchronized void conclude(RunResult run, Changes changes, String reportFolder) {
        clearLine();
        out.println();
        printSteps(run);
        printChanges(changes);
        if (!run.remark().isEmpty()) {
            out.printf("%n%s%n", run.remark());
        }
        printProblems(run, changes);
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

    private void printChanges(Changes changes) {
        if (!changes.inWords().isEmpty()) {
            out.printf("%nSince the last run:%n");
            changes.inWords()
                    .forEach(line -> out.println("  " + (line.startsWith("+") ? style.green(line) : style.red(line))));
        }
    }

    private void printProblems(RunResult run, Changes changes) {
        printFindings(run, changes);
        var unjudged = run.scenarios().stream()
                .filter(result -> result.status() == Status.INCONCLUSIVE || result.status() == Status.NOT_RUN)
                .toList();
        if (!unjudged.isEmpty()) {
            out.printf(
                    "%n%s could not be judged, and nobody is blamed for that:%n",
                    unjudged.size() == 1 ? "1 scenario" : unjudged.size() + " scenarios");
            var byReason = unjudged.stream()
                    .collect(Collectors.groupingBy(ScenarioResult::note, LinkedHashMap::new, Collectors.toList()));
            byReason.forEach(
                    (why, results) -> out.printf("  %s%n      %s%n", ids(results), why.replace("\n", "\n      ")));
        }
    }

    private static String ids(List<ScenarioResult> results) {
        var named = results.stream()
                .limit(IDS_NAMED)
                .map(result -> result.scenario().id())
                .collect(Collectors.joining(", "));
        return results.size() > IDS_NAMED ? named + " and %d more".formatted(results.size() - IDS_NAMED) : named;
    }

    /** The first cause in full, the others a line each. */
    private void printFindings(RunResult run, Changes changes) {
        var findings = run.findings();
        if (findings.isEmpty()) {
            return;
        }
        var first = findings.get(0);
        out.printf(
                "%nThe first thing to fix%s: %s%n",
                changes.isRegression(first.first()) ? ", because it passed in the last run" : "",
                style.bold(first.cause().title()));
        if (first.scenarios() > 1) {
            out.printf("%d scenarios wait for it; this one shows it best:%n", first.scenarios());
        }
        out.println();
        out.println(colored(FailureText.message(first.first())));
        if (findings.size() > 1) {
            out.printf(
                    "%nThen %s (each scenario with its full text in the report):%n",
                    findings.size() == 2 ? "1 more cause" : "%d more causes".formatted(findings.size() - 1));
            findings.stream().skip(1).limit(CAUSES_SHOWN).forEach(this::printLine);
            if (findings.size() - 1 > CAUSES_SHOWN) {
                out.printf("  and %d more%n", findings.size() - 1 - CAUSES_SHOWN);
            }
        }
    }

    private void printLine(Finding finding) {
        out.printf(
                "  %4d %-9s  %-12s %s%n",
                finding.scenarios(),
                finding.scenarios() == 1 ? "scenario" : "scenarios",
                finding.first().scenario().id(),
                finding.cause().title());
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
