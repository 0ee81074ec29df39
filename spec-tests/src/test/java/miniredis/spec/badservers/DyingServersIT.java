package miniredis.spec.badservers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import miniredis.spec.server.ServerUnavailable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Servers that end, each with a code of its own and some last words. */
@Timeout(400)
class DyingServersIT {
    @TempDir
    private Path folder;

    @Test
    void beforeItListens() {
        var server = new BadServer("ends-at-once", folder);

        assertThatThrownBy(() -> server.run(BadServer.STEP_1))
                .isInstanceOf(ServerUnavailable.class)
                .hasMessageContainingAll("exited with code 3", "no configuration found");
    }

    @Test
    void onTheFirstConnection() throws Exception {
        var findings = new BadServer("exits-on-first-client", folder).run(BadServer.STEP_1);

        findings.exitCodeIs(1);
        assertThat(findings.run().remark()).contains("exited with code 7", "boom");
        findings.failed("TCP-01", "exited with code 7");
    }

    @Test
    void afterItsOnlyClient() throws Exception {
        var findings = new BadServer("one-client-in-all", folder).run(BadServer.STEP_1);

        findings.exitCodeIs(1);
        findings.passed("TCP-01", "TCP-02", "TCP-03", "TCP-04");
        findings.noneFailed(scenario -> scenario.id().startsWith("TCP-"));
    }

    @Test
    void onTheFiftiethClient() throws Exception {
        var findings = new BadServer("exits-on-50th-client", folder).run(BadServer.STEP_1);

        findings.exitCodeIs(1);
        findings.failed("MANY-03", "too many open files");
        findings.failed("MANY-05", "exited with code 7");
        findings.noneFailed(scenario -> !scenario.id().matches("MANY-0[35]"));
    }
}
