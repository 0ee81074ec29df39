package miniredis.spec.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import miniredis.spec.verdict.RunResult;

/** Everything a run leaves behind: results.json, junit.xml, and Cucumber's messages and HTML. */
public final class ReportFolder {
    private ReportFolder() {}

    /**
     * Makes sure, before anything is run, that a report can be written here.
     *
     * @throws IOException when it can't, saying what to do
     */
    public static void prepare(Path folder) throws IOException {
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, "can-be-written", ""));
        } catch (IOException unwritable) {
            throw new IOException(
                    "The report can't be written to %s (%s). --report DIR names another folder."
                            .formatted(folder, unwritable),
                    unwritable);
        }
    }

    /** @param messages Cucumber's account of the run */
    public static void write(RunResult run, CucumberMessages messages, Path folder) throws IOException {
        ResultsJson.write(run, folder.resolve("results.json"));
        JunitXml.write(run, folder.resolve("junit.xml"));
        messages.write(folder);
    }
}
