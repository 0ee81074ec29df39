package miniredis.spec.speed;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import miniredis.spec.server.Programs;

/** The program redis-benchmark, run with a limit on its time, and its CSV read. */
public final class RedisBenchmark {
    private static final String PROGRAM = "redis-benchmark";
    private static final Pattern ROW = Pattern.compile("\"[A-Z_ ()a-z]+\",((?:\"[0-9.]+\",?)+)");
    private static final long FIRST_TRY = 5_000;
    private static final double LONG_ENOUGH_TO_JUDGE_SECONDS = 0.2;
    private static final long MOST_REQUESTS = 50_000_000;

    private final Path output;

    /** @param output a file for what it prints */
    public RedisBenchmark(Path output) {
        this.output = output;
    }

    /** @throws IllegalStateException when it is not installed, saying what to do */
    public static void ensureInstalled() {
        if (Programs.find(PROGRAM).isEmpty()) {
            throw new IllegalArgumentException("""
                    The program redis-benchmark was not found, and it is what sends the requests. Install it and try again: \
                    Debian and Ubuntu: apt install redis-tools; Fedora: dnf install redis; macOS: brew install redis.""");
        }
    }

    /** How many requests the server answers in so many seconds, tried out; this warms the server up as well. */
    public long requestsIn(double seconds, InetSocketAddress server, Workload workload) throws BenchmarkFailed {
        long requests = Math.max(FIRST_TRY, workload.least());
        var load = run(server, workload, requests, 20);
        for (int i = 0; i < 6 && load.seconds() < LONG_ENOUGH_TO_JUDGE_SECONDS && load.seconds() < seconds; i++) {
            requests = Math.min(MOST_REQUESTS, requests * 4);
            load = run(server, workload, requests, 20);
        }
        return Math.min(MOST_REQUESTS, Math.max(workload.least(), (long) (load.requestsPerSecond() * seconds)));
    }

    /** @param timeouts seconds after which it is ended */
    public Load run(InetSocketAddress server, Workload workload, long requests, double timeouts)
            throws BenchmarkFailed {
        var words = new ArrayList<>(
                List.of(PROGRAM, "-h", server.getAddress().getHostAddress(), "-p", "" + server.getPort()));
        words.addAll(workload.arguments(requests));
        try {
            var process = new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            process.getOutputStream().close();
            try {
                if (!process.waitFor((long) (timeouts * 1000), TimeUnit.MILLISECONDS)) {
                    throw new BenchmarkFailed("redis-benchmark was not done after %.0f s".formatted(timeouts));
                }
            } finally {
                process.destroyForcibly();
            }
            return parse(requests, process.exitValue());
        } catch (IOException failed) {
            throw new BenchmarkFailed("redis-benchmark: " + failed.getMessage(), failed);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new BenchmarkFailed("stopped", stop);
        }
    }

    private Load parse(long requests, int exitCode) throws IOException, BenchmarkFailed {
        var printed = Files.readString(output);
        var row = ROW.matcher(printed);
        if (exitCode != 0 || !row.find()) {
            var last = printed.strip().lines().reduce("nothing", (first, second) -> second);
            throw new BenchmarkFailed("redis-benchmark ended with code %d and said: %s".formatted(exitCode, last));
        }
        // "test","rps","avg_latency_ms","min_latency_ms","p50_latency_ms","p95_latency_ms","p99_latency_ms","max_latency_ms"
        var columns = Stream.of(row.group(1).replace("\"", "").split(","))
                .map(Double::valueOf)
                .toList();
        if (columns.size() < 7) {
            throw new BenchmarkFailed("this redis-benchmark is too old: its CSV has no latencies (7.0 has them)");
        }
        return new Load(requests, columns.get(0), columns.get(3), columns.get(5), columns.get(6));
    }
}
