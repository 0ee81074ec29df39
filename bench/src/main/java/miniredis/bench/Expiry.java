package miniredis.bench;

import java.io.IOException;
import miniredis.spec.server.ServerUnavailable;
import miniredis.spec.server.ServerUnderTest;

/**
 * Lets many keys expire as close together as EXPIRE, which counts in seconds, allows: all get the same lifetime, so they end
 * within the time it took to give it. Then as many new keys are loaded, which shows whether the memory of the old can be used.
 */
final class Expiry implements Experiment {
    private static final int KEYS = 1_000_000;
    private static final int DIGITS = 7;
    private static final int VALUE_BYTES = 3;
    private static final double SECONDS_AFTER = 3;
    private static final double MOST_SECONDS_UNTIL_GONE = 30;
    private static final double EXPECTED_SECONDS = 11;
    private static final double MEGABYTE = 1e6;

    @Override
    public double expectedSeconds(int servers, Effort effort) {
        return servers * effort.rounds() * EXPECTED_SECONDS;
    }

    @Override
    public void run(Bench bench) throws ServerUnavailable {
        for (int round = 0; round < bench.effort().rounds(); round++) {
            for (var server : Bench.rotated(bench.servers(), round)) {
                measure(bench, server, round);
                bench.done(EXPECTED_SECONDS);
            }
        }
    }

    private static void measure(Bench bench, ServerUnderTest server, int round) throws ServerUnavailable {
        int keys = bench.effort().keys(KEYS);
        var what = "%,d keys expire together".formatted(keys);
        try (var subject = bench.start(server)) {
            bench.announce(
                    "%s, round %d of %d"
                            .formatted(what, round + 1, bench.effort().rounds()),
                    subject);
            try {
                Idle.withPings(subject, 0.5);
                bench.neighbours().awaitQuiet();
                long lastDeadline = loadToExpire(subject, keys);
                bench.record(what, subject, Quantity.RESIDENT_LOADED, subject.residentBytes() / MEGABYTE);
                watchExpiry(bench, subject, what, lastDeadline);
                bench.record(what, subject, Quantity.RESIDENT_EXPIRED, subject.residentBytes() / MEGABYTE);
                KeyLoader.set(DIGITS, VALUE_BYTES).send(subject.address(), keys, 2L * keys, 60);
                bench.record(what, subject, Quantity.RESIDENT_RELOADED, subject.residentBytes() / MEGABYTE);
            } catch (IOException trouble) {
                bench.failed(what, subject, trouble);
            }
        }
    }

    /** Returns when the last key will have expired, as {@link System#nanoTime} counts. */
    private static long loadToExpire(MeasuredServer subject, int keys) throws IOException {
        double setting = KeyLoader.set(DIGITS, VALUE_BYTES).send(subject.address(), 0, keys, 60);
        int lifetime = (int) Math.ceil(setting * 1.5) + 1;
        KeyLoader.expire(DIGITS, lifetime).send(subject.address(), 0, keys, 60);
        return System.nanoTime() + (long) (lifetime * 1e9);
    }

    private static void watchExpiry(Bench bench, MeasuredServer subject, String what, long lastDeadline)
            throws IOException {
        double usedBefore = subject.processorSeconds();
        var sample = new Neighbours.Sample();
        try (var watch = PingWatch.on(subject.address());
                var count = new KeyCount(subject.address())) {
            boolean counts = count.ask().isPresent();
            Idle.seconds((lastDeadline - System.nanoTime()) / 1e9);
            while (counts && count.ask().orElse(0) > 0 && secondsSince(lastDeadline) < MOST_SECONDS_UNTIL_GONE) {
                Idle.seconds(0.05);
            }
            if (counts) {
                bench.record(what, subject, Quantity.SECONDS_UNTIL_GONE, secondsSince(lastDeadline));
            }
            Idle.seconds(SECONDS_AFTER - secondsSince(lastDeadline));
            bench.record(what, subject, Quantity.LONGEST_WAIT, watch.longestWait());
            bench.record(what, subject, Quantity.OWN_STALL, watch.longestStall());
            bench.record(
                    what, subject, Quantity.OTHERS_BUSY, sample.percentBeside(subject.processorSeconds() - usedBefore));
        }
    }

    private static double secondsSince(long nanoTime) {
        return (System.nanoTime() - nanoTime) / 1e9;
    }
}
