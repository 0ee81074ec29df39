package miniredis.spec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import miniredis.spec.fakes.FakeServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** What the command line does with lists of known failures; AcceptanceTest covers when a run passes. */
@ResourceLock("standard output")
class AcceptanceOptionsTest {
    @TempDir
    private Path folder;

    private final StringWriter errors = new StringWriter();

    @Test
    void aListThatIsWrittenMakesTheNextRunPass() throws IOException {
        var list = folder.resolve("known.txt").toString();

        assertThat(run("--write-known-failures", list)).isZero();
        assertThat(Files.readAllLines(Path.of(list)))
                .startsWith("# --known-failures")
                .contains("TCP-01")
                .doesNotContain("TCP-03");
        assertThat(run("--known-failures", list)).isZero();
        assertThat(run()).isEqualTo(1);
    }

    @Test
    void aScenarioThatDoesNotExistIsNamedWithItsLine() throws IOException {
        var list = Files.writeString(folder.resolve("known.txt"), "# mine\nTCP-01 # soon\n\nNOPE-1\n");

        assertThat(run("--known-failures", list.toString())).isEqualTo(2);
        assertThat(errors.toString()).contains("known.txt, line 4: unknown scenario 'NOPE-1'");
    }

    @Test
    void aFileThatCanNotBeUsedIsSaidBeforeTheRun() {
        assertThat(run("--known-failures", folder.resolve("none").toString())).isEqualTo(2);
        assertThat(errors.toString()).contains("can't be read");

        assertThat(run("--write-known-failures", folder.toString())).isEqualTo(2);
        assertThat(errors.toString()).contains("can't be written");
    }

    @Test
    void moreThanThereAreCanNotPass() {
        assertThat(run("--at-least", "5")).isEqualTo(2);
        assertThat(errors.toString()).contains("from 1 to 4");
        assertThat(run("--at-least", "0")).isEqualTo(2);
    }

    @Test
    void whoWatchesHasNoListOfKnownFailures() {
        assertThat(run("--watch", folder.toString(), "--at-least", "1")).isEqualTo(2);
    }

    @Test
    void eachOfSeveralScenariosHasToExist() {
        assertThat(run("--scenario", "INCR-*", "--scenario", "NOPE-*")).isEqualTo(2);
        assertThat(errors.toString()).contains("NOPE-*");
    }

    /** TCP-01 to TCP-04, of which a server that answers twice fails two. */
    private int run(String... more) {
        var command =
                FakeServer.command("answers-twice", "{port}").stream().collect(Collectors.joining("' '", "'", "'"));
        var words = Stream.concat(
                Stream.of(
                        "run",
                        "--quiet",
                        "--command",
                        command,
                        "--scenario",
                        "TCP-*",
                        "--report",
                        folder.resolve("report").toString()),
                Stream.of(more));
        return Main.commandLine().setErr(new PrintWriter(errors, true)).execute(words.toArray(String[]::new));
    }
}
