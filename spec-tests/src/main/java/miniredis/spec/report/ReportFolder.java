package miniredis.spec.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import miniredis.spec.verdict.RunResult;

/** Everything a run leaves behind: results.json, junit.xml, and Cucumber's messages and HTML. */
public final class ReportFolder {
    private ReportFolder() {}

    /** @param playings the files with Cucumber's messages, in the order in which scenarios were played */
    public static void write(RunResult run, List<Path> playings, Path folder) throws IOException {
        ResultsJson.write(run, folder.resolve("results.json"));
        JunitXml.write(run, folder.resolve("junit.xml"));
        CucumberMessages.write(playings, folder);
    }
}
