package miniredis.blocking;

import java.io.IOException;

/**
 * What one client holds of the {@link ClientMemory}. Its own thread counts, and settles accounts only after every few
 * kilobytes; so a request of ordinary size costs an addition, and no lock.
 */
@SuppressWarnings("NonAtomicVolatileUpdate") // its own thread alone writes
final class Share {
    private static final int STEP = 4096;

    private static final ClientMemory UNLIMITED = new ClientMemory(Long.MAX_VALUE);

    private final Runnable hangUp;
    private ClientMemory memory = UNLIMITED;
    private long counted;
    private volatile long charged; // written by its own thread only
    private volatile boolean cutOff;

    /** @param hangUp ends the client's connection, from whatever thread */
    Share(Runnable hangUp) {
        this.hangUp = hangUp;
    }

    /** Says which memory it is a share of, before anything is counted. */
    void of(ClientMemory whole) {
        memory = whole;
        memory.joined(this);
    }

    /** The client holds so many bytes more; @throws IOException if it is cut off */
    void add(long bytes) throws IOException {
        counted += bytes;
        if (counted >= STEP) {
            long more = counted;
            counted = 0;
            memory.grow(this, more);
        }
    }

    /** What it held is free. */
    void clear() {
        counted = 0;
        if (charged > 0) {
            memory.release(this);
        }
    }

    /** The client has gone. */
    void end() {
        clear();
        memory.left(this);
    }

    long charged() {
        return charged;
    }

    void addCharged(long bytes) {
        charged += bytes;
    }

    boolean isCutOff() {
        return cutOff;
    }

    void cutOff() {
        cutOff = true;
        hangUp.run();
    }
}
