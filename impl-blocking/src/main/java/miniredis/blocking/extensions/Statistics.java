package miniredis.blocking.extensions;

import java.util.function.LongSupplier;
import miniredis.blocking.Keyspace;
import miniredis.blocking.Reply;

/**
 * What the server counts: commands, and lookups of keys. The caller holds the lock of the {@link Keyspace} while it counts.
 *
 * <p>Commands per second: the count of the current second so far, plus the count of the second before times the part of the
 * current second that is left.
 */
final class Statistics {
    private static final long SECOND = 1_000_000_000L;
    private static final Reply NO_KEY = Reply.number(-2);

    private final LongSupplier nanoTime;
    private long commands;
    private long hits;
    private long misses;
    private long second;
    private long inThisSecond;
    private long inTheOneBefore;

    Statistics() {
        this(System::nanoTime);
    }

    /** @param nanoTime as {@link System#nanoTime()} */
    Statistics(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.second = Math.floorDiv(nanoTime.getAsLong(), SECOND);
    }

    /** A command is about to be carried out. */
    void command() {
        commands++;
        turn(nanoTime.getAsLong());
        inThisSecond++;
    }

    /** The reply of a command that reads one key: no value, or -2, means that the key does not exist. */
    void read(Reply reply) {
        read(!(reply instanceof Reply.Absent) && !reply.equals(NO_KEY));
    }

    /** A key was looked up. */
    void read(boolean found) {
        hits += found ? 1 : 0;
        misses += found ? 0 : 1;
    }

    long commands() {
        return commands;
    }

    long hits() {
        return hits;
    }

    long misses() {
        return misses;
    }

    long commandsPerSecond() {
        long now = nanoTime.getAsLong();
        turn(now);
        double left = 1 - Math.floorMod(now, SECOND) / (double) SECOND;
        return inThisSecond + Math.round(inTheOneBefore * left);
    }

    private void turn(long now) {
        long current = Math.floorDiv(now, SECOND);
        if (current != second) {
            inTheOneBefore = current == second + 1 ? inThisSecond : 0;
            inThisSecond = 0;
            second = current;
        }
    }
}
