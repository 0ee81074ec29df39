package miniredis.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import miniredis.spec.compare.Comparison;
import miniredis.spec.report.Style;
import org.junit.jupiter.api.Test;

/**
 * {@code mvn verify -Pcompare}: the servers of servers.yaml on one page; {@code -Dservers=FILE} takes another list,
 * {@code -Dbench} measures too. A server that can't be started is a row that says so and not a failure: not every machine has a
 * redis-server.
 */
class CompareServers {
    @Test
    void everyServerThatStartsPasses() throws Exception {
        var report = MavenSettings.reports().resolve("comparison");
        var comparison = new Comparison(System.out, Style.PLAIN, report);
        comparison.run(
                Path.of(System.getProperty("servers", "servers.yaml")),
                MavenSettings.fromSystemProperties().selection(),
                System.getProperty("bench") != null);
        assertThat(comparison.notPassed())
                .as("servers that started and did not pass")
                .isEmpty();
    }
}
