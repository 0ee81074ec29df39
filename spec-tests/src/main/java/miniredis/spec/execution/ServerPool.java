package miniredis.spec.execution;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import miniredis.spec.server.ServerUnavailable;
import miniredis.spec.server.ServerUnderTest;
import miniredis.spec.steps.FramingSilences;
import org.jspecify.annotations.Nullable;

/**
 * The instances of the server under test. Each is used by one scenario after another for as long as it is in good health; where
 * only one can exist, because its port is fixed or because it was started elsewhere, there is never a second.
 */
final class ServerPool implements AutoCloseable {
    /** After this many failed starts in a row the server counts as unavailable. */
    private static final int MOST_FAILED_STARTS = 3;

    private static final long TIME_TO_END_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final ServerUnderTest server;
    private final Path outputs;
    private final PauseDetector pauses;
    private final AtomicInteger started = new AtomicInteger();
    private final Semaphore starting =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()));
    private final Deque<Instance> idle = new ArrayDeque<>();
    private final Set<Instance> all = new HashSet<>();
    private final Optional<ExecutorService> closer;
    private final SpinDetector spinDetector = new SpinDetector(this, SpinDetector.WINDOW);
    private final SetGetProbe setGetProbe = new SetGetProbe();
    private final FramingSilences framingSilences = new FramingSilences();
    private final StartUpOutput startUpOutput = new StartUpOutput();
    private final Queue<String> ends = new ConcurrentLinkedQueue<>();
    private volatile boolean hangsUpAtFirst;
    private int failedStarts;
    private @Nullable ServerUnavailable unavailable;

    /** @param outputs the folder for what servers print; each has its own file there */
    ServerPool(ServerUnderTest server, Path outputs, PauseDetector pauses) {
        this.server = server;
        this.outputs = outputs;
        this.pauses = pauses;
        // A server that ignores TERM takes two seconds to end. Only a fixed port has to wait for that.
        this.closer = hasFreePorts() ? Optional.of(Executors.newCachedThreadPool()) : Optional.empty();
    }

    private boolean hasFreePorts() {
        return server.atOnce() > 1;
    }

    /** How many may run at the same time. */
    int size() {
        return server.atOnce();
    }

    /** Whether an unused instance is available. */
    boolean startsAfresh() {
        return server.startsAfresh();
    }

    /** What is known of the server while it is idle. */
    SpinDetector spinDetector() {
        return spinDetector;
    }

    /** What its instances should still be able to do. */
    SetGetProbe setGetProbe() {
        return setGetProbe;
    }

    /** How often it was silent to requests that came byte by byte. */
    FramingSilences framingSilences() {
        return framingSilences;
    }

    /** An instance in good health. @throws ServerUnavailable when there is none (any more), saying why */
    Instance take() throws ServerUnavailable {
        for (var used = poll(); used != null; used = poll()) {
            if (!used.isIll()) {
                return used;
            }
            end(used);
        }
        return takeFresh();
    }

    /** An unused instance. */
    Instance takeFresh() throws ServerUnavailable {
        if (!hasFreePorts()) {
            // Only one instance can have the port.
            for (var used = poll(); used != null; used = poll()) {
                end(used);
            }
        }
        starting.acquireUninterruptibly();
        try {
            throwIfUnavailable();
            var instance = new Instance(
                    server.start(outputs.resolve("server-%d.log".formatted(started.incrementAndGet()))),
                    pauses,
                    spinDetector::spins,
                    setGetProbe);
            instance.sharing(framingSilences, startUpOutput);
            synchronized (this) {
                failedStarts = 0;
                all.add(instance);
            }
            if (hangsUpAtFirst) {
                instance.awaitAnswer(server.startupTimeout());
            }
            return instance;
        } catch (ServerUnavailable why) {
            throw remember(why);
        } finally {
            starting.release();
        }
    }

    /**
     * For a server that has ended its first connection without a word: whether that was only a part of its start. A container's
     * proxy accepts connections, and closes them for as long as nothing listens inside.
     */
    boolean answersLater() throws ServerUnavailable {
        var instance = takeFresh();
        hangsUpAtFirst = instance.awaitAnswer(server.startupTimeout());
        giveBack(instance);
        return hangsUpAtFirst;
    }

    private synchronized void throwIfUnavailable() throws ServerUnavailable {
        if (failedStarts >= MOST_FAILED_STARTS) {
            throw unavailable;
        }
    }

    private synchronized ServerUnavailable remember(ServerUnavailable why) {
        // Later failures say the same of another port.
        unavailable = failedStarts++ == 0 || unavailable == null ? why : unavailable;
        return unavailable;
    }

    /** Why it is no longer available; empty while it is. */
    synchronized Optional<ServerUnavailable> unavailable() {
        return failedStarts >= MOST_FAILED_STARTS ? Optional.ofNullable(unavailable) : Optional.empty();
    }

    private synchronized Instance poll() {
        return idle.poll();
    }

    /**
     * Gives an instance back; one that is ill is ended, and so is one that may spin ever more with each client that was there, and
     * the oldest where there are more than can be used at the same time.
     */
    void giveBack(Instance instance) {
        if (server.startsAfresh() && (instance.isIll() || spinDetector.isKnownToSpin())) {
            end(instance);
            return;
        }
        Instance oldest = null;
        synchronized (this) {
            idle.push(instance);
            if (idle.size() > size()) {
                // An instance that is no longer used can still spin, and take a core from those that are judged.
                oldest = idle.pollLast();
            }
        }
        if (oldest != null) {
            end(oldest);
        }
    }

    /**
     * Why instances have ended by themselves so far, one entry each. Some end a moment after their last client has disconnected,
     * so the remaining ones get a moment.
     */
    List<String> ends() {
        LockSupport.parkNanos(TIME_TO_END_NANOS);
        Set<Instance> left;
        synchronized (this) {
            left = Set.copyOf(all);
        }
        var known = new ArrayList<>(ends);
        left.forEach(instance -> instance.end().ifPresent(known::add));
        return known;
    }

    private void end(Instance instance) {
        synchronized (this) {
            all.remove(instance);
        }
        instance.end().ifPresent(ends::add);
        closer.ifPresentOrElse(executor -> executor.execute(instance::close), instance::close);
    }

    @Override
    public void close() {
        Set<Instance> left;
        synchronized (this) {
            left = Set.copyOf(all);
        }
        left.forEach(this::end);
        closer.ifPresent(ServerPool::awaitEnd);
    }

    private static void awaitEnd(ExecutorService closer) {
        closer.shutdown();
        try {
            closer.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
