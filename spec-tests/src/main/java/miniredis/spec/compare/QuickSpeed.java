package miniredis.spec.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import miniredis.spec.report.Results.Speed;
import miniredis.spec.server.RunningServer;
import miniredis.spec.server.ServerUnavailable;
import miniredis.spec.server.ServerUnderTest;
import miniredis.spec.speed.BenchmarkFailed;
import miniredis.spec.speed.RedisBenchmark;
import miniredis.spec.speed.Workload;

/**
 * The speed of a server, measured right after its scenarios, on an instance started for this, while nothing else of this run is
 * active: a few seconds in all.
 */
final class QuickSpeed {
    private static final double SECONDS = 0.3;
    private static final int KEYS = 1000;
    private static final double PATIENCE_SECONDS = 15;

    private QuickSpeed() {}

    /**
     * Measures PING, SET, GET and INCR, without pipelining and with 16, 50 clients. A server that does not start, hangs or answers with
     * errors gets speeds that say so.
     *
     * @param folder for what the server and redis-benchmark print
     */
    static List<Speed> measure(ServerUnderTest server, Path folder) throws IOException {
        Files.createDirectories(folder);
        var benchmark = new RedisBenchmark(folder.resolve("redis-benchmark.txt"));
        var speeds = new ArrayList<Speed>();
        try (var running = server.start(folder.resolve("bench-server.log"))) {
            for (int pipelining : new int[] {1, 16}) {
                // SET before GET, so that GET finds something.
                for (var command : List.of("PING", "SET", "GET", "INCR")) {
                    speeds.add(speed(benchmark, running, Workload.pipelined(command, pipelining, KEYS)));
                }
            }
            return speeds;
        } catch (ServerUnavailable gone) {
            return List.of(new Speed("all", 0, 0, 0, gone.message().toString()));
        }
    }

    private static Speed speed(RedisBenchmark benchmark, RunningServer server, Workload workload) {
        int pipelining = workload.pipelining();
        var what = workload.command() + (pipelining == 1 ? ", one at a time" : ", pipelining " + pipelining);
        try {
            long requests = benchmark.requestsIn(SECONDS, server.address(), workload);
            var load = benchmark.run(server.address(), workload, requests, PATIENCE_SECONDS);
            return new Speed(what, load.requestsPerSecond(), load.p50(), load.p99(), "");
        } catch (BenchmarkFailed failed) {
            // That the server has died says more than that a connection broke.
            var why = server.death(RunningServer.TIME_TO_NOTICE_A_DEATH)
                    .map(how -> "the server " + how)
                    .orElseGet(() -> String.valueOf(failed.getMessage()));
            return new Speed(what, 0, 0, 0, why);
        }
    }
}
