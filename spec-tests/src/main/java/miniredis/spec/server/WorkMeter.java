package miniredis.spec.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import miniredis.spec.proc.ProcessTable;

/**
 * How much a server works: the time for which its threads ran, or were ready to run and waited for a core. A server that works
 * is slow; one that does not is silent.
 */
interface WorkMeter {
    /** In all, so far. */
    long workedNanos();

    /** By the kernel's account of its threads; where there is none, by the processor time that Java knows. */
    static WorkMeter ofProcess(ProcessHandle root) {
        return new OfProcess(root);
    }

    /** By its process where that is on this machine and readable; elsewhere by a client that sends a PING now and then. */
    static WorkMeter ofServerAt(InetSocketAddress address) {
        if (address.getAddress().isLoopbackAddress()) {
            var process = Ports.listener(address.getPort()).flatMap(listener -> ProcessTable.holder(listener.inode()));
            if (process.isPresent()
                    && !ProcessTable.demandedNanos(process.get().pid()).isEmpty()) {
                return ofProcess(process.get());
            }
        }
        return new LivenessCheck(address);
    }

    /** Reads the kernel's tables at most twenty times a second, however many wait. */
    final class OfProcess implements WorkMeter {
        private static final long EVERY_NANOS = Duration.ofMillis(50).toNanos();
        private static final long LOOK_FOR_CHILDREN_EVERY_NANOS =
                Duration.ofSeconds(2).toNanos();

        private final ProcessHandle root;
        private final Map<Long, Long> before = new HashMap<>();
        private List<ProcessHandle> processes = List.of();
        private long lookedForChildrenAt = System.nanoTime() - LOOK_FOR_CHILDREN_EVERY_NANOS;
        private long readAt = System.nanoTime() - EVERY_NANOS;
        private long worked;

        OfProcess(ProcessHandle root) {
            this.root = root;
        }

        @Override
        public synchronized long workedNanos() {
            long now = System.nanoTime();
            if (now - readAt >= EVERY_NANOS) {
                if (now - lookedForChildrenAt >= LOOK_FOR_CHILDREN_EVERY_NANOS) {
                    processes =
                            Stream.concat(Stream.of(root), root.descendants()).toList();
                    lookedForChildrenAt = now;
                }
                processes.forEach(this::read);
                readAt = now;
            }
            return worked;
        }

        private void read(ProcessHandle process) {
            var demanded = ProcessTable.demandedNanos(process.pid());
            if (demanded.isEmpty()) {
                process.info().totalCpuDuration().ifPresent(time -> demanded.put(process.pid(), time.toNanos()));
            }
            demanded.forEach((thread, nanos) -> {
                var last = before.put(thread, nanos);
                worked += Math.max(0, nanos - (last == null ? 0 : last));
            });
        }
    }

    /** A client that sends a PING while others wait: as long as that has no reply either, the server is busy. */
    final class LivenessCheck implements WorkMeter {
        private static final int LONGEST_REPLY_MILLISECONDS = 10_000;
        private static final long EVERY_NANOS = Duration.ofMillis(200).toNanos();
        private static final long AT_ONCE_NANOS = Duration.ofMillis(50).toNanos();

        private final InetSocketAddress address;
        private long worked;
        private long askedAt;
        private boolean asking;
        private boolean silent;

        LivenessCheck(InetSocketAddress address) {
            this.address = address;
        }

        @Override
        public synchronized long workedNanos() {
            long now = System.nanoTime();
            if (asking) {
                return worked + Math.max(0, now - askedAt - AT_ONCE_NANOS);
            }
            if (!silent && now - askedAt >= EVERY_NANOS) {
                asking = true;
                askedAt = now;
                var thread = new Thread(this::ask, "liveness check");
                thread.setDaemon(true);
                thread.start();
            }
            return worked;
        }

        private void ask() {
            boolean answered;
            try {
                answered = Ports.answersPing(address, LONGEST_REPLY_MILLISECONDS);
            } catch (IOException refused) {
                answered = false;
            }
            synchronized (this) {
                worked += Math.max(0, System.nanoTime() - askedAt - AT_ONCE_NANOS);
                asking = false;
                // A server that answers no client in all this time does not work: it hangs.
                silent = !answered;
            }
        }
    }
}
