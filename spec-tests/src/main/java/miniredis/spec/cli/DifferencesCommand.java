package miniredis.spec.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import miniredis.spec.compare.Differences;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lists what servers do differently. */
@Command(
        name = "differences",
        description = "Lists, as Markdown, how each server of a comparison differs from the specification.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        footer = {
            "",
            "Examples:",
            "  compare --servers versions.yaml --strict --report versions",
            "  differences versions > differences.md"
        })
final class DifferencesCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "The report folder of a comparison or of a run.")
    private Path report;

    @Override
    public Integer call() throws Exception {
        System.out.print(Differences.of(report));
        return 0;
    }
}
