package miniredis.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import miniredis.spec.server.ServerUnavailable;
import miniredis.spec.server.ServerUnderTest;
import miniredis.spec.speed.RedisBenchmark;

/**
 * Measures servers side by side. The first is the one that the others are compared with.
 *
 * @param folder for the servers' output
 * @param progress gets a line before each measurement
 */
public record Benchmark(
        List<ServerUnderTest> servers, List<Suite> suites, Effort effort, Path folder, Consumer<String> progress) {

    /** @throws IllegalArgumentException when these can't be compared */
    public Benchmark {
        servers = List.copyOf(servers);
        suites = List.copyOf(suites);
        if (servers.isEmpty() || suites.isEmpty()) {
            throw new IllegalArgumentException("A benchmark needs a server and a suite.");
        }
        if (servers.stream().map(ServerUnderTest::name).distinct().count() < servers.size()) {
            throw new IllegalArgumentException("Two servers have the same name.");
        }
    }

    /** About how long it takes. */
    public double expectedSeconds() {
        return suites.stream()
                .mapToDouble(suite -> suite.experiment().expectedSeconds(servers.size(), effort))
                .sum();
    }

    /**
     * Measures everything; what can't be measured is a {@link Gap} in the results.
     *
     * @throws IllegalArgumentException when redis-benchmark is not installed
     * @throws ServerUnavailable when a server does not start
     */
    public Results run() throws ServerUnavailable, IOException {
        RedisBenchmark.ensureInstalled();
        Files.createDirectories(folder);
        var conditions = new ArrayList<>(Conditions.now(effort));
        var pace = new Pace(expectedSeconds(), progress);
        var neighbours = new Neighbours(effort.secondsForQuiet());
        var series = new ArrayList<Series>();
        var gaps = new ArrayList<Gap>();
        for (var suite : suites) {
            var bench = new Bench(suite, servers, effort, folder, pace, neighbours);
            suite.experiment().run(bench);
            series.addAll(bench.series());
            gaps.addAll(bench.gaps());
        }
        servers.forEach(server -> conditions.add("%s: %s".formatted(server.name(), server.commandLine())));
        return new Results(servers.stream().map(ServerUnderTest::name).toList(), suites, conditions, series, gaps);
    }
}
