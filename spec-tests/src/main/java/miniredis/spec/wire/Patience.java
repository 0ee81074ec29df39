package miniredis.spec.wire;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * How long to wait for a server before calling it silent: two seconds on a machine that keeps up. When the machine keeps ready
 * threads waiting meanwhile, a multiple of that time in addition, because the server may have been kept waiting just as long.
 */
public final class Patience {
    private static final Duration SILENCE = Duration.ofSeconds(2);
    private static final Duration ONE_REPLY = Duration.ofSeconds(8);
    private static final Duration SCENARIO = Duration.ofSeconds(30);

    private static final int ALLOWANCE = 3;
    private static final int MOST = 5;

    private final LongSupplier lostNanos;
    private final Optional<Wait> scenario;

    /** @param lostNanos for how long, in all, this machine has kept a ready thread waiting so far */
    public Patience(LongSupplier lostNanos) {
        this.lostNanos = lostNanos;
        this.scenario = Optional.empty();
    }

    private Patience(Patience patience) {
        this.lostNanos = patience.lostNanos;
        this.scenario = Optional.of(new Wait(SCENARIO));
    }

    /** On a machine that keeps up. */
    public static Patience ordinary() {
        return new Patience(() -> 0);
    }

    /**
     * The same patience, but in all no more than 30 seconds from now: a server that is slow with every reply must not take
     * minutes for a scenario of hundreds of requests.
     */
    public Patience forScenario() {
        return new Patience(this);
    }

    /** A wait that begins now, for a byte or an end. */
    Wait silence() {
        return new Wait(SILENCE);
    }

    /** A wait that begins now, for one whole reply, trickling or not; or for a connection. */
    Wait oneReply() {
        return new Wait(ONE_REPLY);
    }

    /**
     * Waits, longer where the machine loses time meanwhile, so that a server gets to do something, such as to read what was sent.
     * Too short a pause makes no right server fail, but lets a wrong one pass.
     */
    public void pause(Duration time) {
        var wait = new Wait(time);
        for (long left = wait.leftNanos(); left > 0; left = wait.leftNanos()) {
            LockSupport.parkNanos(left);
        }
    }

    /** A time to watch for what should not come, which may take as long to come as what should. */
    Wait watch(Duration time) {
        return new Wait(time);
    }

    boolean isScenarioTooLong() {
        return scenario.isPresent() && scenario.get().leftNanos() <= 0;
    }

    /** A limited time that begins now, and is extended by what the machine loses meanwhile. */
    final class Wait {
        private final long began = System.nanoTime();
        private final long lostBefore = lostNanos.getAsLong();
        private final Duration time;

        private Wait(Duration time) {
            this.time = time;
        }

        long leftNanos() {
            long lost = lostNanos.getAsLong() - lostBefore;
            long allowed = Math.min(time.toNanos() + ALLOWANCE * lost, MOST * time.toNanos());
            return allowed - (System.nanoTime() - began);
        }
    }
}
