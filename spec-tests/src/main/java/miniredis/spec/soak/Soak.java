package miniredis.spec.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import miniredis.spec.bench.Idle;
import miniredis.spec.bench.Subject;
import miniredis.spec.server.ServerUnavailable;
import miniredis.spec.server.ServerUnderTest;

/**
 * Load for a long time, with connections that come and go; every reply is checked, and memory and open files are watched.
 *
 * @param seconds how long
 * @param clients how many at the same time
 * @param folder for what the server prints
 * @param progress gets a line now and then
 */
public record Soak(ServerUnderTest server, double seconds, int clients, Path folder, Consumer<String> progress) {
    private static final double MOST_SECONDS = 24 * 3600;
    private static final int MOST_CLIENTS = 1000;
    private static final double SAMPLES = 40;

    /** @throws IllegalArgumentException outside 1 second to a day, 1 to 1000 clients */
    public Soak {
        if (!(seconds >= 1 && seconds <= MOST_SECONDS)) {
            throw new IllegalArgumentException("Choose between a second and a day.");
        }
        if (clients < 1 || clients > MOST_CLIENTS) {
            throw new IllegalArgumentException("%d clients: choose 1 to %d".formatted(clients, MOST_CLIENTS));
        }
    }

    /** @throws ServerUnavailable when the server does not start */
    public SoakResult run() throws ServerUnavailable, IOException {
        Files.createDirectories(folder);
        try (var subject = new Subject(server.name(), server.start(folder.resolve("soak-server.log")))) {
            return new Run(subject).run();
        }
    }

    private final class Run {
        private final Subject subject;
        private final SoakClient.Tally tally = new SoakClient.Tally();
        private final List<String> troubles = new CopyOnWriteArrayList<>();
        private final List<SoakResult.Sample> samples = new ArrayList<>();
        private final long started = System.nanoTime();

        Run(Subject subject) {
            this.subject = subject;
        }

        SoakResult run() {
            var all = IntStream.range(0, clients)
                    .mapToObj(number -> new SoakClient(number, subject.address(), tally))
                    .toList();
            sample();
            var threads = Executors.newFixedThreadPool(clients);
            try {
                all.forEach(client -> threads.execute(() -> visitUntilTheEnd(client)));
                watch(threads);
                if (troubles.isEmpty()) {
                    all.forEach(this::verify);
                    verifySharedCounter();
                }
                Idle.seconds(0.5);
                sample();
            } finally {
                threads.shutdownNow();
            }
            return new SoakResult(
                    passed(),
                    tally.connections().get(),
                    tally.requests().get(),
                    List.copyOf(troubles),
                    List.copyOf(samples));
        }

        private void visitUntilTheEnd(SoakClient client) {
            while (passed() < seconds && troubles.isEmpty()) {
                attempt(client::visit);
            }
        }

        private void watch(ExecutorService threads) {
            threads.shutdown();
            double next = seconds / SAMPLES;
            while (!isOver(threads)) {
                if (passed() >= next) {
                    sample();
                    next += seconds / SAMPLES;
                }
            }
        }

        private boolean isOver(ExecutorService threads) {
            try {
                return threads.awaitTermination(100, TimeUnit.MILLISECONDS);
            } catch (InterruptedException stop) {
                troubles.add("stopped");
                Thread.currentThread().interrupt();
                return true;
            }
        }

        private void sample() {
            var sample = new SoakResult.Sample(passed(), subject.residentBytes() / 1e6, subject.openFiles());
            samples.add(sample);
            progress.accept("%4.0f of %.0f s: %,d connections, %,d requests, %,.0f MB, %.0f files open"
                    .formatted(
                            sample.second(),
                            seconds,
                            tally.connections().get(),
                            tally.requests().get(),
                            sample.megabytes(),
                            sample.openFiles()));
        }

        private void verify(SoakClient client) {
            attempt(client::verify);
        }

        private void verifySharedCounter() {
            attempt(() -> {
                try (var conversation = new SoakConversation(subject.address())) {
                    long sum = tally.sharedIncrements().get();
                    conversation.expectBetween(
                            sum + 1, sum + 1, SoakConversation.ascii("INCR"), SoakClient.SHARED_COUNTER);
                }
            });
        }

        private void attempt(Attempt attempt) {
            try {
                attempt.make();
            } catch (IOException trouble) {
                if (troubles.size() < 5) {
                    troubles.add(subject.explain(trouble));
                }
            }
        }

        private double passed() {
            return (System.nanoTime() - started) / 1e9;
        }
    }

    private interface Attempt {
        void make() throws IOException;
    }
}
