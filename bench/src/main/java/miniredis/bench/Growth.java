package miniredis.bench;

import java.io.IOException;
import miniredis.spec.server.ServerUnavailable;
import miniredis.spec.server.ServerUnderTest;

/** Fills a fresh server with small keys while another client sends a PING every millisecond. */
final class Growth implements Experiment {
    private static final int FIRST = 2_000_000;
    private static final int ALL = 5_000_000;
    private static final int DIGITS = 7;
    private static final int VALUE_BYTES = 3;
    private static final double EXPECTED_SECONDS = 11;

    @Override
    public double expectedSeconds(int servers, Effort effort) {
        return servers * effort.rounds() * EXPECTED_SECONDS / effort.fewerKeys();
    }

    @Override
    public void run(Bench bench) throws ServerUnavailable {
        for (int round = 0; round < bench.effort().rounds(); round++) {
            for (var server : Bench.rotated(bench.servers(), round)) {
                measure(bench, server, round);
                bench.done(EXPECTED_SECONDS / bench.effort().fewerKeys());
            }
        }
    }

    private static void measure(Bench bench, ServerUnderTest server, int round) throws ServerUnavailable {
        int first = bench.effort().keys(FIRST);
        int all = bench.effort().keys(ALL);
        try (var subject = bench.start(server)) {
            bench.announce(
                    "%,d keys, round %d of %d"
                            .formatted(all, round + 1, bench.effort().rounds()),
                    subject);
            try {
                Idle.withPings(subject, 0.5);
                bench.neighbours().awaitQuiet();
                double before = subject.residentBytes();
                load(bench, subject, 0, first, before);
                load(bench, subject, first, all, before);
            } catch (IOException trouble) {
                bench.failed("%,d keys".formatted(all), subject, trouble);
            }
        }
    }

    private static void load(Bench bench, MeasuredServer subject, int from, int to, double residentBefore)
            throws IOException {
        var what = from == 0 ? "the first %,d keys".formatted(to) : "from there to %,d keys".formatted(to);
        double usedBefore = subject.processorSeconds();
        var sample = new Neighbours.Sample();
        try (var watch = PingWatch.on(subject.address())) {
            double seconds = KeyLoader.set(DIGITS, VALUE_BYTES).send(subject.address(), from, to, 30 + to / 50_000.0);
            bench.record(what, subject, Quantity.LONGEST_WAIT, watch.longestWait());
            bench.record(what, subject, Quantity.OWN_STALL, watch.longestStall());
            bench.record(what, subject, Quantity.KEYS_LOADED, (to - from) / seconds);
        }
        bench.record(
                what, subject, Quantity.OTHERS_BUSY, sample.percentBeside(subject.processorSeconds() - usedBefore));
        bench.record(what, subject, Quantity.BYTES_PER_KEY, (subject.residentBytes() - residentBefore) / to);
    }
}
