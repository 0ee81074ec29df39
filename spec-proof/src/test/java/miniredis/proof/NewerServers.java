package miniredis.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import miniredis.spec.execution.Progress;
import miniredis.spec.execution.SpecificationRun;
import miniredis.spec.report.ResultsSchema;
import miniredis.spec.server.ServerSpec;
import miniredis.spec.specification.Selection;
import miniredis.spec.verdict.Status;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Redis 8.0 and Valkey 8.1 pass the whole specification, strict. {@code .ci/newer-servers} gets them out of Debian's packages
 * when they are not there yet. If the packages are not available, this fails and says why. Runs with
 * {@code mvn verify -Pproof -Dit.test=NewerServers} only.
 */
class NewerServers {
    private static final Path FOLDER = Path.of("spec-proof/target/newer-servers");
    private static final Path REPORTS = Path.of("spec-proof/target/proof/newer-servers");

    @BeforeAll
    static void areThere() throws Exception {
        if (Files.isExecutable(FOLDER.resolve("valkey-server"))) {
            return;
        }
        var script = new ProcessBuilder(".ci/newer-servers", FOLDER.toString())
                .redirectErrorStream(true)
                .start();
        var said = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(script.waitFor()).as(said).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"redis-server", "valkey-server"})
    void passesAllOfIt(String name) throws Exception {
        var program = FOLDER.resolve(name);
        var server = ServerSpec.ofCommand(program + " --port {port} --save '' --appendonly no")
                .called(version(program))
                .server();

        var run = ResultsSchema.held(
                new SpecificationRun(server, Selection.withExtensions(true), REPORTS.resolve(name), Progress.NONE)
                        .execute());

        System.out.printf("%s: %s%n", version(program), run.totals());
        assertThat(run.scenarios().stream()
                        .filter(result -> result.status() != Status.PASSED || result.failsInAnotherFraming()))
                .isEmpty();
    }

    /** Such as {@code Valkey server v=8.1.1}. */
    private static String version(Path program) throws IOException {
        var process = new ProcessBuilder(program.toString(), "--version").start();
        var line = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return line.replaceFirst(" sha=(?s).*", "");
    }
}
