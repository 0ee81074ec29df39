package miniredis.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import miniredis.spec.server.ServerUnavailable;
import miniredis.spec.speed.BenchmarkFailed;
import miniredis.spec.speed.Load;
import miniredis.spec.speed.Workload;

/** Requests per second, latencies and processor time under redis-benchmark, one workload after the other. */
final class Throughput implements Experiment {
    private static final double EXTRA_SECONDS = 0.2;
    private static final double CALIBRATION_SECONDS = 0.6;
    private static final double WARM_UP_SECONDS = 1;
    private static final double PATIENCE_SECONDS = 20;
    private static final int DIGITS = 12;
    private static final double KEYS_PER_SECOND = 500_000;

    private final Function<Effort, List<Workload>> workloads;

    Throughput(Function<Effort, List<Workload>> workloads) {
        this.workloads = workloads;
    }

    @Override
    public double expectedSeconds(int servers, Effort effort) {
        return servers
                        * workloads.apply(effort).stream()
                                .mapToDouble(each -> expected(each, effort))
                                .sum()
                + servers * 3 * WARM_UP_SECONDS;
    }

    private static double expected(Workload workload, Effort effort) {
        return effort.rounds() * (effort.seconds() + EXTRA_SECONDS) + preparation(workload);
    }

    private static double preparation(Workload workload) {
        return CALIBRATION_SECONDS + (workload.keys() > KEYS_PER_SECOND ? workload.keys() / KEYS_PER_SECOND / 2 : 0);
    }

    @Override
    public void run(Bench bench) throws ServerUnavailable {
        var subjects = new ArrayList<MeasuredServer>();
        try {
            for (var server : bench.servers()) {
                subjects.add(bench.start(server));
            }
            new Session(bench, subjects).run(workloads.apply(bench.effort()));
        } finally {
            subjects.forEach(MeasuredServer::close);
        }
    }

    /**
     * @param serverSeconds processor time that the server used
     * @param generatorSeconds the same of redis-benchmark
     * @param othersBusy percent of a processor that other programs used meanwhile
     */
    private record Measured(Load load, double serverSeconds, double generatorSeconds, double othersBusy) {}

    /** The servers while they run, and what they hold. */
    private record Session(Bench bench, List<MeasuredServer> subjects, Map<MeasuredServer, Workload> holdings) {
        Session(Bench bench, List<MeasuredServer> subjects) {
            this(bench, subjects, new HashMap<>());
        }

        void run(List<Workload> workloads) {
            subjects.forEach(this::warmUp);
            workloads.forEach(this::measure);
        }

        /** The first second of a JVM is not like the others. */
        private void warmUp(MeasuredServer subject) {
            bench.announce("warming up", subject);
            for (var command : List.of("SET", "GET", "INCR")) {
                try {
                    bench.redisBenchmark()
                            .requestsIn(WARM_UP_SECONDS, subject.address(), Workload.pipelined(command, 16, 1000));
                } catch (BenchmarkFailed laterSaid) {
                    return;
                }
                bench.done(WARM_UP_SECONDS);
            }
        }

        private void measure(Workload workload) {
            var requests = new HashMap<MeasuredServer, Long>();
            for (var subject : subjects) {
                bench.announce(workload.what(), subject);
                try {
                    fill(subject, workload);
                    requests.put(
                            subject,
                            bench.redisBenchmark().requestsIn(bench.effort().seconds(), subject.address(), workload));
                } catch (BenchmarkFailed | IOException trouble) {
                    bench.failed(workload.what(), subject, trouble);
                }
                bench.done(preparation(workload));
            }
            for (int round = 0; round < bench.effort().rounds(); round++) {
                for (var subject : Bench.rotated(subjects, round)) {
                    var count = requests.get(subject);
                    if (count != null && !bench.hasFailed(workload.what(), subject)) {
                        bench.announce(
                                "%s, round %d of %d"
                                        .formatted(
                                                workload.what(),
                                                round + 1,
                                                bench.effort().rounds()),
                                subject);
                        measure(subject, workload, count);
                    }
                    bench.done(bench.effort().seconds() + EXTRA_SECONDS);
                }
            }
        }

        /** Sets all keys that redis-benchmark may choose, so that GET finds them. */
        private void fill(MeasuredServer subject, Workload workload) throws IOException {
            var held = holdings.get(subject);
            int from = held != null && held.valueBytes() == workload.valueBytes() ? held.keys() : 0;
            if (from < workload.keys()) {
                KeyLoader.set(DIGITS, workload.valueBytes())
                        .send(subject.address(), from, workload.keys(), 30 + workload.keys() / 50_000.0);
                holdings.put(subject, workload);
            }
        }

        private void measure(MeasuredServer subject, Workload workload, long requests) {
            try {
                var latest = measureOnce(subject, workload, requests);
                var best = latest;
                while (bench.neighbours()
                        .worthRepeating(latest.othersBusy(), bench.effort().seconds())) {
                    latest = measureOnce(subject, workload, requests);
                    best = latest.othersBusy() < best.othersBusy() ? latest : best;
                }
                record(subject, workload, best);
            } catch (BenchmarkFailed trouble) {
                bench.failed(workload.what(), subject, trouble);
            }
        }

        private Measured measureOnce(MeasuredServer subject, Workload workload, long requests) throws BenchmarkFailed {
            bench.neighbours().awaitQuiet();
            double before = subject.processorSeconds();
            double generatorBefore = ProcessorTime.ofChildren();
            var sample = new Neighbours.Sample();
            var load = bench.redisBenchmark()
                    .run(
                            subject.address(),
                            workload,
                            requests,
                            PATIENCE_SECONDS + 5 * bench.effort().seconds());
            double used = subject.processorSeconds() - before;
            double generator = ProcessorTime.ofChildren() - generatorBefore;
            return new Measured(load, used, generator, sample.percentBeside(used + generator));
        }

        private void record(MeasuredServer subject, Workload workload, Measured measured) {
            var load = measured.load();
            bench.record(workload.what(), subject, Quantity.REQUESTS, load.requestsPerSecond());
            bench.record(workload.what(), subject, Quantity.CPU, measured.serverSeconds() * 1e6 / load.requests());
            bench.record(workload.what(), subject, Quantity.P50, load.p50());
            bench.record(workload.what(), subject, Quantity.P99, load.p99());
            bench.record(workload.what(), subject, Quantity.MAX, load.max());
            bench.record(
                    workload.what(),
                    subject,
                    Quantity.GENERATOR_BUSY,
                    100 * measured.generatorSeconds() / load.seconds());
            bench.record(workload.what(), subject, Quantity.OTHERS_BUSY, measured.othersBusy());
        }
    }
}
