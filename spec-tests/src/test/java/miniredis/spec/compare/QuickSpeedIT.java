package miniredis.spec.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import miniredis.spec.report.Results.Speed;
import miniredis.spec.server.Programs;
import miniredis.spec.server.ServerSpec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That real measurements arrive; never how large they are. */
class QuickSpeedIT {
    private static final String REDIS = "redis-server --port {port} --save '' --appendonly no";

    @TempDir
    private Path folder;

    @BeforeAll
    static void redisIsInstalled() {
        assumeTrue(Programs.find("redis-benchmark").isPresent());
    }

    @Test
    void thereAreEightSpeeds() throws Exception {
        var speeds = QuickSpeed.measure(ServerSpec.ofCommand(REDIS).server(), folder);

        assertThat(speeds)
                .hasSize(8)
                .allSatisfy(speed -> assertThat(speed.trouble()).isEmpty())
                .allSatisfy(speed -> assertThat(speed.requestsPerSecond()).isPositive());
    }

    @Test
    void aServerThatAnswersWithErrorsSaysSo() throws Exception {
        var closed = ServerSpec.ofCommand(REDIS + " --requirepass secret").server();

        assertThat(QuickSpeed.measure(closed, folder))
                .hasSize(8)
                .extracting(Speed::trouble)
                .doesNotContain("");
    }
}
