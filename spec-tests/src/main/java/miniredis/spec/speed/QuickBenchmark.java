package miniredis.spec.speed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import miniredis.spec.server.ServerUnavailable;
import miniredis.spec.server.ServerUnderTest;

/** A short measurement of one server, a few seconds in all, for a comparison of many. */
public final class QuickBenchmark {
    private static final double SECONDS = 0.3;
    private static final int KEYS = 1000;
    private static final double PATIENCE_SECONDS = 15;

    private QuickBenchmark() {}

    /**
     * One command at one depth of pipelining.
     *
     * @param cpuMicroseconds of the server a request; empty where there is no /proc or the server was started by somebody else
     * @param trouble why it could not be measured, and then all numbers are 0; empty otherwise
     */
    public record Speed(
            String command,
            int pipelining,
            double requestsPerSecond,
            double p50Milliseconds,
            double p99Milliseconds,
            OptionalDouble cpuMicroseconds,
            String trouble) {
        public boolean isMeasured() {
            return trouble.isEmpty();
        }
    }

    /**
     * Measures PING, SET, GET and INCR, without pipelining and with 16, 50 clients. A server that hangs or answers with errors
     * gets speeds that say so.
     *
     * @param folder for what the server and redis-benchmark print
     * @throws IllegalArgumentException when redis-benchmark is not installed
     * @throws ServerUnavailable when the server does not start
     */
    public static List<Speed> measure(ServerUnderTest server, Path folder) throws ServerUnavailable, IOException {
        RedisBenchmark.ensureInstalled();
        Files.createDirectories(folder);
        var benchmark = new RedisBenchmark(folder.resolve("redis-benchmark.txt"));
        var speeds = new ArrayList<Speed>();
        try (var subject = new MeasuredServer(server.name(), server.start(folder.resolve("bench-server.log")))) {
            for (int pipelining : new int[] {1, 16}) {
                // SET before GET, so that GET finds something.
                Stream.of("PING", "SET", "GET", "INCR")
                        .map(command -> Workload.pipelined(command, pipelining, KEYS))
                        .forEach(workload -> speeds.add(speed(benchmark, subject, workload)));
            }
        }
        return speeds;
    }

    /** @throws IllegalArgumentException when redis-benchmark is not installed, saying what to do */
    public static void ensureInstalled() {
        RedisBenchmark.ensureInstalled();
    }

    private static Speed speed(RedisBenchmark benchmark, MeasuredServer subject, Workload workload) {
        try {
            long requests = benchmark.requestsIn(SECONDS, subject.address(), workload);
            double before = subject.processorSeconds();
            var load = benchmark.run(subject.address(), workload, requests, PATIENCE_SECONDS);
            double cpu = (subject.processorSeconds() - before) * 1e6 / load.requests();
            return new Speed(
                    workload.command(),
                    workload.pipelining(),
                    load.requestsPerSecond(),
                    load.p50(),
                    load.p99(),
                    Double.isFinite(cpu) ? OptionalDouble.of(cpu) : OptionalDouble.empty(),
                    "");
        } catch (BenchmarkFailed failed) {
            return new Speed(
                    workload.command(),
                    workload.pipelining(),
                    0,
                    0,
                    0,
                    OptionalDouble.empty(),
                    subject.explain(failed));
        }
    }
}
