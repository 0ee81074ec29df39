package miniredis.spec.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import miniredis.spec.execution.SpecificationRun;
import miniredis.spec.i18n.Messages;
import miniredis.spec.report.ComparisonPage;
import miniredis.spec.report.Console;
import miniredis.spec.report.CucumberMessages;
import miniredis.spec.report.LastVerdicts;
import miniredis.spec.report.ReportFolder;
import miniredis.spec.report.Style;
import miniredis.spec.report.Transcript;
import miniredis.spec.server.ServerUnavailable;
import miniredis.spec.server.ServerUnderTest;
import miniredis.spec.specification.Selection;
import miniredis.spec.verdict.Acceptance;
import miniredis.spec.verdict.RunResult;

/**
 * A run that a person watches: announced, with progress, concluded, and written to the report folder.
 *
 * @param out gets the announcement and the progress
 * @param end gets the conclusion
 * @param language of what is printed, and of the page; the rest of the report is in English
 * @param again the command that this person would type to play one scenario again, up to its id
 */
public record ConsoleRun(PrintStream out, PrintStream end, Style style, Messages language, String again) {
    /** A run that prints all in one place. */
    public ConsoleRun(PrintStream out, Style style, Messages language, String again) {
        this(out, out, style, language, again);
    }

    /**
     * Runs and reports.
     *
     * @throws ServerUnavailable when the server is not available
     * @throws IllegalArgumentException when nothing is selected
     */
    public RunResult execute(ServerUnderTest server, Selection selection, Path report)
            throws ServerUnavailable, IOException {
        return execute(server, selection, report, Acceptance.OF_NOTHING_LESS);
    }

    /** As {@link #execute(ServerUnderTest, Selection, Path)}; the acceptance is printed, too. */
    RunResult execute(ServerUnderTest server, Selection selection, Path report, Acceptance acceptance)
            throws ServerUnavailable, IOException {
        selection.scenarios();
        ReportFolder.prepare(report);
        var console = new Console(out, style, language);
        console.announce(server.name(), selection);
        var messages = new CucumberMessages();
        var judged = new SpecificationRun(server, selection, report, console)
                .runAgainBy(again)
                .toldTo(messages)
                .execute();
        var last = LastVerdicts.in(report);
        var changes = last.compare(judged);
        last.keep(judged);
        var result = changes.regressionsFirst(judged);
        ReportFolder.write(result, messages, report);
        ComparisonPage.write(result, report, language);
        if (selection.isOfOne()) {
            Transcript.of(result, language).forEach(end::println);
        }
        (end == out ? console : new Console(end, style, language))
                .conclude(result, changes, acceptance.inWords(result), report.toString());
        return result;
    }
}
