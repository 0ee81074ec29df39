package miniredis.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import miniredis.spec.server.ServerUnavailable;
import miniredis.spec.server.ServerUnderTest;
import miniredis.spec.speed.RedisBenchmark;

/** What the experiments of one suite share: the servers, the effort, and the sheet on which values are recorded. */
final class Bench {
    private final Suite suite;
    private final List<ServerUnderTest> servers;
    private final Effort effort;
    private final Path folder;
    private final Pace pace;
    private final Neighbours neighbours;
    private final Map<Column, List<Double>> values = new LinkedHashMap<>();
    private final List<Gap> gaps = new ArrayList<>();

    private record Column(String what, String server, Quantity quantity) {}

    Bench(Suite suite, List<ServerUnderTest> servers, Effort effort, Path folder, Pace pace, Neighbours neighbours) {
        this.suite = suite;
        this.servers = servers;
        this.effort = effort;
        this.folder = folder;
        this.pace = pace;
        this.neighbours = neighbours;
    }

    Effort effort() {
        return effort;
    }

    Neighbours neighbours() {
        return neighbours;
    }

    RedisBenchmark redisBenchmark() {
        return new RedisBenchmark(folder.resolve("redis-benchmark.txt"));
    }

    List<ServerUnderTest> servers() {
        return servers;
    }

    /** Each round begins with another server, so that no server is always measured at the same point of a disturbance. */
    static <T> List<T> rotated(List<T> all, int round) {
        var rotated = new ArrayList<>(all);
        Collections.rotate(rotated, -round);
        return rotated;
    }

    MeasuredServer start(ServerUnderTest server) throws ServerUnavailable {
        var file = server.name().replaceAll("[^A-Za-z0-9._-]", "_") + ".log";
        return new MeasuredServer(server.name(), server.start(folder.resolve(file)));
    }

    /** Records a value, unless it is unknown. */
    void record(String what, MeasuredServer subject, Quantity quantity, double value) {
        if (Double.isFinite(value)) {
            values.computeIfAbsent(new Column(what, subject.name(), quantity), column -> new ArrayList<>())
                    .add(value);
        }
    }

    void failed(String what, MeasuredServer subject, Exception trouble) {
        gaps.add(new Gap(suite.title(), what, subject.name(), subject.explain(trouble)));
    }

    boolean hasFailed(String what, MeasuredServer subject) {
        return gaps.stream()
                .anyMatch(gap -> gap.what().equals(what) && gap.server().equals(subject.name()));
    }

    /** Says what comes next. */
    void announce(String doing, MeasuredServer subject) {
        pace.announce("%s: %s, %s".formatted(suite.title(), doing, subject.name()));
    }

    /** Reports that about this many of the planned seconds have passed. */
    void done(double expectedSeconds) {
        pace.done(expectedSeconds);
    }

    List<Series> series() {
        return values.entrySet().stream()
                .map(entry -> new Series(
                        suite.title(),
                        entry.getKey().what(),
                        entry.getKey().server(),
                        entry.getKey().quantity(),
                        entry.getValue()))
                .toList();
    }

    List<Gap> gaps() {
        return gaps;
    }
}
