package miniredis.spec.exploration;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import miniredis.spec.exploration.Target.Connection;

/** Plays rounds: a thread for each client, which all wait for each other before each round. */
public final class RaceDriver {
    private static final int SECONDS_FOR_A_ROUND = 10;

    private final Target target;
    private final List<Round> rounds;
    private final CyclicBarrier barrier = new CyclicBarrier(RacePlan.CLIENTS, this::lookAtTheTime);
    private final long until;
    private volatile boolean timeIsOver;

    /** When each round was answered, in nanoseconds. */
    private final AtomicLongArray answered;

    private final long began = System.nanoTime();

    private RaceDriver(Target target, List<Round> rounds, long until) {
        this.target = target;
        this.until = until;
        this.rounds = rounds;
        this.answered = new AtomicLongArray(rounds.size());
    }

    /**
     * @param until when to stop, as {@link System#nanoTime} counts; rounds that come later are left out
     * @throws IOException if a client lost its connection or got no answer; then there is no history to judge
     */
    public static History play(Target target, List<Round> rounds, long until) throws IOException, InterruptedException {
        long zero = target.now();
        var driver = new RaceDriver(target, rounds, until);
        var threads = Executors.newFixedThreadPool(RacePlan.CLIENTS);
        try {
            var clients = new ArrayList<Callable<List<Operation>>>();
            for (int i = 0; i < RacePlan.CLIENTS; i++) {
                int client = i;
                clients.add(() -> driver.play(client));
            }
            var operations = new ArrayList<Operation>();
            for (var client : threads.invokeAll(clients)) {
                operations.addAll(client.get());
            }
            operations.sort(Comparator.comparingLong(Operation::sent));
            return new History(zero, operations);
        } catch (ExecutionException failed) {
            throw new IOException("a client could not go on", failed.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private List<Operation> play(int client) throws Exception {
        var operations = new ArrayList<Operation>();
        try (var connection = target.connect()) {
            for (int i = 0; i < rounds.size(); i++) {
                await();
                if (timeIsOver) {
                    return operations;
                }
                var round = rounds.get(i);
                if (client < round.bursts().size()) {
                    waitUntil(round);
                    operations.addAll(burst(connection, client, round.bursts().get(client)));
                    long end = System.nanoTime();
                    answered.accumulateAndGet(i, end, Math::max);
                }
            }
        } finally {
            barrier.reset();
        }
        return operations;
    }

    /** Once for all of them, so that all stop before the same round. */
    private void lookAtTheTime() {
        timeIsOver = System.nanoTime() > until;
    }

    private void await() throws InterruptedException, IOException {
        try {
            barrier.await(SECONDS_FOR_A_ROUND, TimeUnit.SECONDS);
        } catch (BrokenBarrierException | java.util.concurrent.TimeoutException anotherFailed) {
            throw new IOException("another client could not go on", anotherFailed);
        }
    }

    private void waitUntil(Round round) {
        if (round.endsOf() >= 0) {
            long due = answered.get(round.endsOf()) + TimeUnit.MILLISECONDS.toNanos(round.later());
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
        }
    }

    private List<Operation> burst(Connection connection, int client, List<List<String>> requests) throws IOException {
        var bytes = new StringBuilder();
        requests.forEach(request -> bytes.append(Message.of(request).bytes("")));
        var operations = new ArrayList<Operation>();
        long sent = System.nanoTime();
        connection.send(bytes.toString());
        for (var request : requests) {
            var reply = connection.receive();
            operations.add(new Operation(client, request, sent - began, System.nanoTime() - began, reply));
        }
        return operations;
    }
}
