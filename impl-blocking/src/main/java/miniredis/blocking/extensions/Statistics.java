package miniredis.blocking.extensions;

import java.util.function.LongSupplier;
import miniredis.blocking.Keyspace;
import miniredis.blocking.Reply;

/**
 * What the server counts: commands, and keys that were looked for. Counted while the lock is held, that of the {@link Keyspace}.
 *
 * <p>How many commands a second: what this second has counted so far, and of the one before the rest.
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

    /** A command that reads one key answers: no value, or -2, is what it says of one that is not there. */
    void read(Reply reply) {
        read(!(reply instanceof Reply.Absent) && !reply.equals(NO_KEY));
    }

    /** A key was looked for. */
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
