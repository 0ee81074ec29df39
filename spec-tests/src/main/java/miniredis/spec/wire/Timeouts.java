package miniredis.spec.wire;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * How long to wait for a server before calling it silent: two seconds in which it had nothing to do. While its processes work, or
 * wait for a core, it is slow and not silent, and gets more time, up to a bound. And when this machine keeps ready threads
 * waiting meanwhile, a multiple of that time is added, because the server may have been kept waiting just as long.
 */
public final class Timeouts {
    /** What a scenario may take of a server that has nothing to do. */
    public static final Duration LONGEST_SCENARIO = Duration.ofSeconds(30);

    private static final Limit SILENCE = new Limit(Duration.ofSeconds(2), Duration.ofSeconds(10));
    private static final Limit ONE_REPLY = new Limit(Duration.ofSeconds(8), Duration.ofSeconds(40));
    private static final Limit SCENARIO = new Limit(LONGEST_SCENARIO, Duration.ofSeconds(60));

    /** A server that answers sooner is never asked whether it works. */
    private static final long FIRST_LOOK_NANOS = Duration.ofMillis(300).toNanos();

    private static final int ALLOWANCE = 3;
    private static final int MOST = 5;
    private static final int MOST_OF_WORK = 2;

    private final LongSupplier clock;
    private final LongSupplier lostNanos;
    private final LongSupplier workedNanos;
    private final BooleanSupplier spins;
    private Optional<Wait> scenario = Optional.empty();

    /**
     * @param lostNanos for how long, in all, this machine has kept a ready thread waiting so far
     * @param workedNanos for how long, in all, the server has wanted a core so far; always 0 where that is unknown
     * @param spins whether it wants one even when idle, so that work means nothing; called only for a server that works and is
     *     silent, and may take a while
     */
    public Timeouts(LongSupplier lostNanos, LongSupplier workedNanos, BooleanSupplier spins) {
        this(System::nanoTime, lostNanos, workedNanos, spins);
    }

    Timeouts(LongSupplier clock, LongSupplier lostNanos, LongSupplier workedNanos, BooleanSupplier spins) {
        this.clock = clock;
        this.lostNanos = lostNanos;
        this.workedNanos = workedNanos;
        this.spins = spins;
    }

    /** On a machine that keeps up, with a server that is never asked whether it works. */
    public static Timeouts ordinary() {
        return new Timeouts(() -> 0, () -> 0, () -> false);
    }

    /**
     * The same limits, but in all no more than 30 seconds from now: a server that is slow with every reply must not take
     * minutes for a scenario of hundreds of requests.
     */
    public Timeouts forScenario() {
        var limited = new Timeouts(clock, lostNanos, workedNanos, spins);
        limited.scenario = Optional.of(limited.new Wait(SCENARIO));
        return limited;
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
     * Too short a pause makes no correct server fail, but lets an incorrect one pass.
     */
    public void pause(Duration time) {
        var wait = watch(time);
        for (long left = wait.leftNanos(); left > 0; left = wait.leftNanos()) {
            LockSupport.parkNanos(left);
        }
    }

    /** A time to watch for what should not come, which may take as long to come as what should. */
    Wait watch(Duration time) {
        return new Wait(new Limit(time, time));
    }

    boolean isScenarioTooLong() {
        return scenario.isPresent() && scenario.get().leftNanos() <= 0;
    }

    /**
     * @param idle how long a server may have nothing to do
     * @param working how long it may take in all while it works
     */
    private record Limit(Duration idle, Duration working) {}

    /** A limited time that begins now, and is extended by what the machine loses and the server works meanwhile. */
    final class Wait {
        private final long began = clock.getAsLong();
        private final long lostBefore = lostNanos.getAsLong();
        private final Limit limit;
        private long firstLook;
        private long workedBefore;

        private Wait(Limit limit) {
            this.limit = limit;
        }

        /** How long it still lasts at least; perhaps it will be extended by then. */
        long leftNanos() {
            long elapsed = clock.getAsLong() - began;
            long lost = losesItsOwnTime(elapsed) ? 0 : lostNanos.getAsLong() - lostBefore;
            long allowed = Math.min(
                    limit.idle().toNanos() + ALLOWANCE * lost,
                    MOST * limit.idle().toNanos());
            long working = limit.working().toNanos();
            // Where the machine loses as much as it has, waiting would never end.
            long atMost = Math.max(allowed, Math.min(working + ALLOWANCE * lost, MOST_OF_WORK * working));
            return Math.min(allowed - (elapsed - worked(elapsed)), atMost - elapsed);
        }

        /** The same, but no longer than until it is time to look again whether the server works. */
        long leftUntilNextLookNanos() {
            return Math.min(leftNanos(), FIRST_LOOK_NANOS);
        }

        /** Whether the scenario has taken long, and the server spins: what this machine loses meanwhile is that server's doing. */
        private boolean losesItsOwnTime(long elapsed) {
            return limit.equals(SCENARIO) && elapsed > limit.idle().toNanos() && spins.getAsBoolean();
        }

        /** How much of the time that has passed the server was working. */
        private long worked(long elapsed) {
            if (elapsed < FIRST_LOOK_NANOS) {
                return 0;
            }
            if (firstLook == 0) {
                firstLook = clock.getAsLong();
                workedBefore = workedNanos.getAsLong();
                return 0;
            }
            long worked = Math.min(clock.getAsLong() - firstLook, workedNanos.getAsLong() - workedBefore);
            boolean isOnlySilentIfItSpins = elapsed > limit.idle().toNanos() && worked > 0;
            return isOnlySilentIfItSpins && spins.getAsBoolean() ? 0 : worked;
        }

        /** Whether the server spent most of this time working: then it is slow rather than silent. */
        boolean wasWorking() {
            long elapsed = clock.getAsLong() - began;
            return worked(elapsed) > elapsed / 2 && !spins.getAsBoolean();
        }

        Duration elapsed() {
            return Duration.ofNanos(clock.getAsLong() - began);
        }
    }
}
