package miniredis.spec.execution;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import miniredis.spec.server.RunningServer;
import miniredis.spec.specification.SpecScenario;
import miniredis.spec.steps.FramingSilences;
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
    private static final long BETWEEN_TRIES_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long BETWEEN_LOOKS_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private final RunningServer server;
    private final Timeouts timeouts;
    private final SetGetProbe probe;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final AtomicInteger uses = new AtomicInteger();

    /** Held during a check: one check serves all threads that ask meanwhile. */
    private final Object checks = new Object();

    private FramingSilences silences = new FramingSilences();
    private StartUpOutput startUp = new StartUpOutput();
    private volatile long healthyAt = System.nanoTime();
    private volatile Health health = Health.GOOD;

    Instance(RunningServer server, PauseDetector pauses, BooleanSupplier spins, SetGetProbe probe) {
        this.server = server;
        this.probe = probe;
        this.timeouts = new Timeouts(pauses::lostNanos, server::workedNanos, spins);
    }

    /** Shares what is known of silences, and of what a start prints, with the others of a run. */
    Instance sharing(FramingSilences known, StartUpOutput printedAtStart) {
        silences = known;
        startUp = printedAtStart;
        return this;
    }

    /** What to run a scenario in; counts as a use. */
    ScenarioContext context(boolean everyFraming) {
        if (uses.getAndIncrement() == 0) {
            startUp.learn(server.printedSince(0));
        }
        return new ScenarioContext(
                server.address(), () -> server.death(RunningServer.TIME_TO_NOTICE_A_DEATH), timeouts, everyFraming);
    }

    /** What became of a scenario that ran alone, and how the server was afterwards. */
    record Played(Attempt attempt, Health health) {}

    /** Runs a scenario on this server, and looks for what the server printed meanwhile where it did not pass. */
    Attempt run(SpecScenario scenario, ScenarioRunner runner, boolean everyFraming) {
        return run(scenario, runner, context(everyFraming).knowing(silences), server.printed());
    }

    /**
     * The same with no other scenario beside it: a PING may find out what a silence means. A server that is ill afterwards may have
     * printed why only then, and of an attempt that passed nobody has looked yet.
     */
    Played runAlone(SpecScenario scenario, ScenarioRunner runner, boolean everyFraming) {
        long mark = server.printed();
        var attempt = run(scenario, runner, context(everyFraming).askingAfterSilence(), mark);
        var after = health();
        boolean isExplained = after.good() || attempt.exception().isPresent();
        return new Played(isExplained ? attempt : withWhatWasPrinted(attempt, mark, TIME_TO_PRINT_NANOS), after);
    }

    /** @param mark how much the server had printed before */
    private Attempt run(SpecScenario scenario, ScenarioRunner runner, ScenarioContext context, long mark) {
        var attempt = runner.run(scenario, context);
        if (attempt.isFlawless()) {
            return attempt;
        }
        boolean wasLeft = attempt.evidence()
                .map(Evidence::actual)
                .filter(Actual::isEndOfConnection)
                .isPresent();
        return withWhatWasPrinted(attempt, mark, wasLeft ? TIME_TO_PRINT_NANOS : 0);
    }

    private Attempt withWhatWasPrinted(Attempt attempt, long mark, long patienceNanos) {
        var exception = exceptionSince(mark, patienceNanos);
        var complaints = exception.isPresent()
                ? List.<String>of()
                : startUp.without(ServerException.complaints(server.printedSince(mark)));
        return attempt.with(exception, complaints);
    }

    /** @param patienceNanos where a connection has ended: its end comes a moment before what the server prints about it */
    private Optional<ServerException> exceptionSince(long mark, long patienceNanos) {
        long begin = System.nanoTime();
        var exception = ServerException.in(server.printedSince(mark));
        while (System.nanoTime() - begin < patience(exception, patienceNanos)) {
            LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
            exception = ServerException.in(server.printedSince(mark));
        }
        return exception;
    }

    /** For how long to wait for more than this. Lines come one by one, and frames without their exception say little. */
    private static long patience(Optional<ServerException> seen, long patienceNanos) {
        if (seen.isPresent() && seen.get().isUnfinished()) {
            return TIME_TO_FINISH_NANOS;
        }
        boolean hasPlace = seen.isPresent() && !seen.get().where().isEmpty();
        return hasPlace ? 0 : patienceNanos;
    }

    /** Of the program that was started, and of all that it has started; empty for a server that runs elsewhere. */
    Set<Long> processIds() {
        return server.processIds();
    }

    /** Sends PING until something comes; returns whether it did. Stops when the server has ended. */
    boolean awaitAnswer(Duration time) {
        long began = System.nanoTime();
        do {
            try (var client = context(false).newClient()) {
                if (!new Response(client.command("PING")).isTheEnd()) {
                    return client.recording().receivedCount() > 0;
                }
            }
            LockSupport.parkNanos(BETWEEN_TRIES_NANOS);
        } while (!server.isDead() && System.nanoTime() - began < time.toNanos());
        return false;
    }

    /** For how long, in all, it has wanted a core so far. */
    long workedNanos() {
        return server.workedNanos();
    }

    boolean isFresh() {
        return uses.get() == 0;
    }

    /** Whether a new client gets any answer to a PING, and nothing else was lost. Once ill, it stays so. */
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
            health = look();
            healthyAt = health.good() ? began : healthyAt;
            return health.good();
        }
    }

    private Health look() {
        boolean answers = false;
        Optional<String> lost = Optional.empty();
        if (!server.isDead()) {
            try (var client = new Client("a client that asks whether the server lives", server.address(), timeouts)) {
                client.command("PING");
                answers = client.recording().receivedCount() > 0;
                lost = answers && client.isOpen() ? probe.lost(client) : Optional.empty();
            }
        }
        return answers && lost.isEmpty()
                ? Health.GOOD
                : new Health(false, server.death(RunningServer.TIME_TO_NOTICE_A_DEATH), lost, server.endedInPeace());
    }

    /** The last time, in {@link System#nanoTime()}, at which it certainly was in good health. */
    long healthyAt() {
        return healthyAt;
    }

    boolean isIll() {
        return !health.good();
    }

    /** Looks at its health once more, and says how it is. */
    Health health() {
        return isHealthy() ? Health.GOOD : health;
    }

    /** Why it has ended by itself, if it has: the exception that it printed, or how it ended. */
    Optional<String> end() {
        if (!server.isDead()) {
            return Optional.empty();
        }
        return ServerException.in(server.printedSince(0))
                .map(ServerException::inWordsWithoutValues)
                .or(() -> server.death(RunningServer.TIME_TO_NOTICE_A_DEATH)
                        .flatMap(how -> how.lines().findFirst()));
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            server.close();
        }
    }
}
