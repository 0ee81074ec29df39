package miniredis.spec.report;

import java.util.List;
import java.util.Map;
import miniredis.spec.report.ResultsJson.Cause;
import miniredis.spec.report.ResultsJson.Results;
import miniredis.spec.report.ResultsJson.Scenario;
import miniredis.spec.specification.Selection;
import miniredis.spec.specification.SpecScenario;

/**
 * One server in a comparison, as results.json keeps it: the fields of a single run's results, and what only a comparison knows.
 *
 * @param note what servers.yaml says about it; may be empty
 * @param started whether it could be started (or reached) at all; if not, {@code remark} says why
 * @param output the last lines that it printed; may be empty
 * @param speed what was measured; empty without {@code --bench}
 */
public record ComparedServer(
        String server,
        String command,
        int lastStep,
        boolean strict,
        String remark,
        List<Cause> causes,
        List<Scenario> scenarios,
        String note,
        boolean started,
        String output,
        List<Speed> speed) {

    /** Reports of earlier editions have no causes. */
    public ComparedServer {
        causes = causes == null ? List.of() : causes;
    }

    /**
     * One measurement.
     *
     * @param what such as {@code SET, pipelining 16}
     * @param requestsPerSecond throughput
     * @param medianMilliseconds half of the replies came sooner
     * @param p99Milliseconds all but one of a hundred replies came sooner
     * @param trouble why it could not be measured; empty otherwise
     */
    public record Speed(
            String what, double requestsPerSecond, double medianMilliseconds, double p99Milliseconds, String trouble) {}

    /** A server as a single run judged it. */
    public static ComparedServer of(Results run, String note, String output) {
        return new ComparedServer(
                run.server(),
                run.command(),
                run.lastStep(),
                run.strict(),
                run.remark(),
                run.causes(),
                run.scenarios(),
                note,
                true,
                output,
                List.of());
    }

    /** A row that only says why there is nothing to say. */
    public static ComparedServer notStarted(
            String name, String command, String note, String why, Selection selection, List<SpecScenario> scenarios) {
        return new ComparedServer(
                name,
                command,
                selection.lastStep(),
                selection.strict(),
                why,
                List.of(),
                scenarios.stream().map(ComparedServer::notRun).toList(),
                note,
                false,
                "",
                List.of());
    }

    private static Scenario notRun(SpecScenario scenario) {
        return new Scenario(
                scenario.id(),
                scenario.title(),
                scenario.step(),
                scenario.level().toString(),
                "not-run",
                0,
                "The server could not be started.",
                "",
                Map.of(),
                scenario.path(),
                scenario.line(),
                scenario.rule(),
                scenario.reference(),
                scenario.text(),
                "",
                null);
    }

    public ComparedServer named(String name) {
        return new ComparedServer(
                name, command, lastStep, strict, remark, causes, scenarios, note, started, output, speed);
    }

    public ComparedServer with(List<Speed> measured) {
        return new ComparedServer(
                server, command, lastStep, strict, remark, causes, scenarios, note, started, output, measured);
    }

    public long count(String status) {
        return scenarios.stream()
                .filter(scenario -> scenario.status().equals(status))
                .count();
    }

    /** What keeps scenarios from passing and can be mended in the server: a mistake in the runner is not its author's to fix. */
    List<Cause> causesToFix() {
        return causes.stream().filter(cause -> !cause.kind().equals("runner")).toList();
    }

    public boolean passed() {
        return started && causes.isEmpty() && count("failed") == 0 && count("not-run") == 0 && count("passed") > 0;
    }
}
