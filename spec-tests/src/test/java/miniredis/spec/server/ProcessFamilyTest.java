package miniredis.spec.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** No process of a family is left, whatever its parent. */
@EnabledOnOs(OS.LINUX)
@Timeout(60)
class ProcessFamilyTest {
    private final String mark = UUID.randomUUID().toString();

    @TempDir
    private Path folder;

    @Test
    void aChildWhoseParentHasEndedStillBelongsToIt() throws Exception {
        var parent = start("sleep 300 & exit 0");
        parent.waitFor(20, TimeUnit.SECONDS);
        var family = new ProcessFamily(List.of(parent.toHandle()), mark);
        assertThat(family.isGone()).isFalse();
        assertThat(family.processIds()).hasSize(1).doesNotContain(parent.pid());

        family.end();

        assertThat(family.isGone()).isTrue();
    }

    @Test
    void whoIgnoresTermIsKilled() throws Exception {
        var process = start("trap '' TERM; echo ready; while :; do sleep 1; done");
        process.getInputStream().read();
        var family = new ProcessFamily(List.of(process.toHandle()), mark);

        family.end();

        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(128 + 9);
        assertThat(family.members()).isEmpty();
    }

    @Test
    void whoListensToTermEndsByItself() throws Exception {
        var process = start("trap 'exit 3' TERM; echo ready; while :; do sleep 0.05; done");
        process.getInputStream().read();

        new ProcessFamily(List.of(process.toHandle()), mark).end();

        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(3);
    }

    @Test
    void theMarkOfAServerBeginsWithThatOfTheRun() {
        assertThat(ProcessFamily.newMark())
                .startsWith(ProcessFamily.markOfThisRun())
                .isNotEqualTo(ProcessFamily.newMark());
    }

    @Test
    void aServerEndsWithAllItStarted() throws Exception {
        var words = List.of("sh", "-c", "sleep 300 & sleep 300");
        var server = ServerProcess.start(
                words, Path.of(""), false, Map.of("MARK_OF_THIS_TEST", mark), folder.resolve("log"));
        assertThat(server.processIds()).isNotEmpty();

        server.close();

        assertThat(server.processIds()).isEmpty();
        assertThat(miniredis.spec.proc.ProcessTable.withVariable("MARK_OF_THIS_TEST", mark))
                .isEmpty();
    }

    private Process start(String script) throws Exception {
        var builder = new ProcessBuilder("sh", "-c", script);
        builder.environment().put(ProcessFamily.VARIABLE, mark);
        return builder.start();
    }
}
