package miniredis.spec.execution;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import miniredis.spec.cucumber.CucumberLauncher;
import miniredis.spec.server.RunningServer;
import miniredis.spec.specification.SpecScenario;
import miniredis.spec.steps.ScenarioContext;
import miniredis.spec.verdict.Actual;
import miniredis.spec.verdict.Evidence;
import miniredis.spec.verdict.ServerException;
import miniredis.spec.wire.Client;
import miniredis.spec.wire.Timeouts;

/** A running server, and what is known of its health. */
final class Instance implements AutoCloseable {
    private static final long TIME_TO_PRINT_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long TIME_TO_FINISH_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long BETWEEN_LOOKS_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private final RunningServer server;
    private final Timeouts timeouts;
    private final SetGetProbe canary;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final AtomicInteger uses = new AtomicInteger();

    /** Held during a check: one serves everybody who asks at the same time. */
    private final Object checks = new Object();

    private volatile long healthyAt = System.nanoTime();
    private volatile boolean ill;
    private volatile Optional<String> death = Optional.empty();
    private volatile Optional<String> lost = Optional.empty();

    Instance(RunningServer server, PauseDetector pauses, BooleanSupplier spins, SetGetProbe canary) {
        this.server = server;
        this.canary = canary;
        this.timeouts = new Timeouts(pauses::lostNanos, server::workedNanos, spins);
    }

    /** What to run a scenario in; counts as a use. */
    ScenarioContext context(boolean everyFraming) {
        uses.incrementAndGet();
        return new ScenarioContext(
                server.address(), () -> server.death(RunningServer.TIME_TO_NOTICE_A_DEATH), timeouts, everyFraming);
    }

    /** Runs a scenario on this server, and looks for what the server printed meanwhile where it did not pass. */
    Attempt run(SpecScenario scenario, CucumberLauncher launcher, boolean everyFraming) {
        long mark = server.printed();
        var context = context(everyFraming);
        var attempt = Attempt.of(scenario, launcher.run(scenario, context), context);
        if (attempt.isFlawless()) {
            return attempt;
        }
        boolean wasLeft = attempt.evidence()
                .map(Evidence::observed)
                .filter(Actual::isEndOfConnection)
                .isPresent();
        return attempt.with(troubleSince(mark, wasLeft ? TIME_TO_PRINT_NANOS : 0));
    }

    /** @param patienceNanos where a connection has ended: its end comes a moment before what the server prints about it */
    private Optional<ServerException> troubleSince(long mark, long patienceNanos) {
        long begin = System.nanoTime();
        var trouble = ServerException.in(server.printedSince(mark));
        while (System.nanoTime() - begin < patience(trouble, patienceNanos)) {
            LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
            trouble = ServerException.in(server.printedSince(mark));
        }
        return trouble;
    }

    /** For how long to wait for more than this. Lines come one by one, and frames without their exception say little. */
    private static long patience(Optional<ServerException> seen, long patienceNanos) {
        if (seen.isPresent() && seen.get().isUnfinished()) {
            return TIME_TO_FINISH_NANOS;
        }
        boolean hasPlace = seen.isPresent() && !seen.get().where().isEmpty();
        return hasPlace ? 0 : patienceNanos;
    }

    /** For how long, in all, it has wanted a core so far. */
    long workedNanos() {
        return server.workedNanos();
    }

    boolean isFresh() {
        return uses.get() == 0;
    }

    /** Whether a new client gets an answer, whatever it is, to a PING, and nothing else was lost. Once ill, it stays so. */
    boolean isHealthy() {
        long asked = System.nanoTime();
        synchronized (checks) {
            if (isIll()) {
                return false;
            }
            if (healthyAt() - asked > 0) {
                return true;
            }
            long began = System.nanoTime();
            if (!server.isDead() && answersANewClient()) {
                healthyAt = began;
                return true;
            }
            death = server.death(RunningServer.TIME_TO_NOTICE_A_DEATH);
            ill = true;
            return false;
        }
    }

    private boolean answersANewClient() {
        try (var client = new Client("a client that asks whether the server lives", server.address(), timeouts)) {
            client.command("PING");
            if (client.recording().receivedCount() == 0) {
                return false;
            }
            lost = client.isOpen() ? canary.lost(client) : Optional.empty();
            return lost.isEmpty();
        }
    }

    /** The last time, in {@link System#nanoTime()}, at which it certainly was in good health. */
    long healthyAt() {
        return healthyAt;
    }

    boolean isIll() {
        return ill;
    }

    /** How it ended, in words; empty while its process runs, even where that hangs. */
    Optional<String> death() {
        return death;
    }

    /** What became of it, to whoever got these bytes last and finds it ill. */
    Actual breakdown(byte[] bytes) {
        if (death.isPresent()) {
            return new Actual.Died(bytes, death.get());
        }
        return lost.<Actual>map(command -> new Actual.Spoiled(bytes, command)).orElse(new Actual.Hung(bytes));
    }

    /** Whether it answers, and no longer does what it could do at first. */
    boolean isSpoiled() {
        return lost.isPresent();
    }

    /** Whether it ended by itself, and said that all was well. */
    boolean endedInPeace() {
        return server.endedInPeace();
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            server.close();
        }
    }
}
