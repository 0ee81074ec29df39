package miniredis.proof.reported;

import java.nio.file.Path;
import java.util.Optional;
import miniredis.proof.faults.PatchedServer;
import miniredis.proof.faults.SwitchableServer;
import miniredis.proof.mistakes.SourceMistake;
import miniredis.spec.execution.Progress;
import miniredis.spec.execution.SpecificationRun;
import miniredis.spec.server.ServerUnavailable;
import miniredis.spec.server.ServerUnderTest;
import miniredis.spec.specification.Selection;
import miniredis.spec.verdict.ScenarioResult;
import miniredis.spec.verdict.Status;

/**
 * The specification, strict and with all steps, against a server with a reported bug.
 *
 * @param first the id of the failure that a run reports as the one to fix first; empty when all passes
 * @param failed how many scenarios failed
 * @param failedEarly how many of these are of steps 1 to 4
 */
record ReportTrial(Report report, String first, long failed, long failedEarly) {
    private static final Path FOLDER = Path.of("spec-proof/target/proof/reported");
    private static final int LAST_EARLY_STEP = 4;

    static ReportTrial of(Report report) throws ServerUnavailable {
        var run =
                new SpecificationRun(server(report), selection(report), FOLDER.resolve(report.title()), Progress.NONE);
        var result = run.execute();
        var failed = result.scenarios().stream()
                .filter(scenario -> scenario.status() == Status.FAILED)
                .toList();
        return new ReportTrial(
                report,
                result.firstToFix().map(first -> first.scenario().id()).orElse(""),
                failed.size(),
                failed.stream().filter(ReportTrial::isEarly).count());
    }

    private static boolean isEarly(ScenarioResult result) {
        return result.scenario().step() <= LAST_EARLY_STEP;
    }

    /** A server with only the six commands lacks those of step 5, so it is judged by steps 1 to 4. */
    private static Selection selection(Report report) {
        boolean sixCommands = report.known()
                .filter(mistake -> !(mistake instanceof SourceMistake))
                .isPresent();
        return sixCommands ? Selection.everything(true) : Selection.withExtensions(true);
    }

    private static ServerUnderTest server(Report report) {
        var folder = FOLDER.resolve("patched");
        if (report.known().isEmpty()) {
            return PatchedServer.with(report.title(), report.patches(), folder);
        }
        var mistake = report.known().get();
        return mistake instanceof SourceMistake inSource
                ? PatchedServer.with(inSource, folder)
                : SwitchableServer.with(mistake);
    }

    boolean isCaught() {
        return !first.isEmpty();
    }

    /** What happened, in a line. */
    String line() {
        return "%-45s %s"
                .formatted(
                        report.address(),
                        isCaught()
                                ? "%s (%d failed, %d of them in steps 1 to 4)".formatted(first, failed, failedEarly)
                                : "passes everything");
    }

    /** The result of a correct server that differs from impl-blocking only in when it sweeps. */
    static ReportTrial ofLateSweep() throws ServerUnavailable {
        return of(new Report("a late sweep", "Nothing is wrong.", Late.SWEEP, Optional.empty()));
    }
}
