package miniredis.spec.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import miniredis.spec.report.Results.Speed;
import miniredis.spec.server.ServerUnavailable;
import miniredis.spec.server.ServerUnderTest;
import miniredis.spec.speed.QuickBenchmark;

/** The speed of a server, measured right after its scenarios, when nothing else of this run is at work, on one started for this. */
final class QuickSpeed {
    private QuickSpeed() {}

    static List<Speed> measure(ServerUnderTest server, Path folder) throws IOException {
        try {
            return QuickBenchmark.measure(server, folder.resolve("bench")).stream()
                    .map(QuickSpeed::speed)
                    .toList();
        } catch (ServerUnavailable gone) {
            return List.of(new Speed("all", 0, 0, 0, gone.message().toString()));
        }
    }

    private static Speed speed(QuickBenchmark.Speed measured) {
        return new Speed(
                measured.command()
                        + (measured.pipelining() == 1 ? ", one at a time" : ", pipelining " + measured.pipelining()),
                measured.requestsPerSecond(),
                measured.p50Milliseconds(),
                measured.p99Milliseconds(),
                measured.trouble());
    }
}
