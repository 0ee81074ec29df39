package miniredis.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import miniredis.spec.server.ServerSpec;
import miniredis.spec.server.ServerUnderTest;
import miniredis.spec.speed.RedisBenchmark;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** That real measurements arrive; never how large they are. */
@Execution(ExecutionMode.CONCURRENT)
class BenchmarkIT {
    private static final String REDIS = "redis-server --port {port} --save '' --appendonly no";

    @TempDir
    private Path folder;

    @BeforeAll
    static void redisBenchmarkIsInstalled() {
        try {
            RedisBenchmark.ensureInstalled();
            redis("try", REDIS)
                    .start(Path.of(System.getProperty("java.io.tmpdir"), "try.log"))
                    .close();
        } catch (Exception missing) {
            System.out.println("benchmark: left out: " + missing.getMessage());
            abort(String.valueOf(missing.getMessage()));
        }
    }

    private static ServerUnderTest redis(String name, String command) {
        return ServerSpec.ofCommand(command)
                .called(name)
                .givenUpAfter(Duration.ofSeconds(20))
                .server();
    }

    @Test
    void everySuiteBringsItsNumbers() throws Exception {
        var effort = new Effort(1, 0.1, 1000, 0);
        var servers = List.of(redis("one", REDIS), redis("two", REDIS));
        var results = new Benchmark(
                        servers, List.of(Suite.VALUES, Suite.GROWTH, Suite.EXPIRY), effort, folder, line -> {})
                .run();

        assertThat(results.gaps()).isEmpty();
        for (var suite : results.suites()) {
            assertThat(suite.charted())
                    .allSatisfy(quantity -> assertThat(results.whats(suite))
                            .isNotEmpty()
                            .allSatisfy(what -> assertThat(results.find(suite, what, "two", quantity))
                                    .hasValueSatisfying(series ->
                                            assertThat(series.values()).hasSize(1))));
        }
    }

    @Test
    void aServerThatAnswersWithErrorsIsAGapAndTheOthersGoOn() throws Exception {
        var servers = List.of(redis("closed", REDIS + " --requirepass secret"), redis("open", REDIS));
        var results =
                new Benchmark(servers, List.of(Suite.VALUES), new Effort(1, 0.1, 1000, 0), folder, line -> {}).run();

        assertThat(results.gaps()).extracting(Gap::server).contains("closed");
        assertThat(results.series()).extracting(Series::server).containsOnly("open");
    }
}
