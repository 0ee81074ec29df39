package miniredis.spec.cli;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import miniredis.spec.compare.Comparison;
import miniredis.spec.report.Style;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Compares many servers. */
@Command(
        name = "compare",
        description = "Runs the specification against many servers and makes one page that compares them.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        sortOptions = false,
        footer = {
            "",
            "servers.yaml:",
            "  servers:",
            "    - name: ada",
            "      command: python3 -m mini_redis --port {port}",
            "      directory: students/ada     # relative to this file; also: port, env, startup-timeout, note",
            "    - name: the real one",
            "      address: localhost:6379",
            "",
            "Examples:",
            "  compare --servers servers.yaml --strict --report class-report",
            "  compare --merge report-ada report-ben report-eve --report class-report",
            "",
            "Exit codes: 0 every server passed, 1 not every server passed, 2 there is nothing to compare."
        })
final class CompareCommand implements Callable<Integer> {
    @ArgGroup(multiplicity = "1")
    private What what;

    @Mixin
    private ScopeOptions scope;

    @Option(names = "--bench", description = "Also measure how fast each server is; needs redis-benchmark.")
    private boolean bench;

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description =
                    "The folder for the page, the results and each server's own report (default: ${DEFAULT-VALUE}).")
    private Path report = Path.of("mini-redis-comparison");

    private static final class What {
        @Option(
                names = "--servers",
                paramLabel = "FILE",
                required = true,
                description = "The servers to run, one after another.")
        private @Nullable Path servers;

        @Option(
                names = "--merge",
                paramLabel = "DIR",
                arity = "1..*",
                required = true,
                description = "Join these report folders of earlier runs and comparisons instead of running anything.")
        private @Nullable List<Path> merge;
    }

    @Override
    public Integer call() throws Exception {
        var comparison = new Comparison(System.out, Style.ofThisProcess(), report);
        if (what.merge != null) {
            return comparison.merge(what.merge, scope.features().read());
        }
        return comparison.run(requireNonNull(what.servers), scope.selection(Optional.empty()), bench);
    }
}
