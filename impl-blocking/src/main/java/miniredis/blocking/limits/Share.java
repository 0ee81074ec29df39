package miniredis.blocking.limits;

import java.io.IOException;

/**
 * What one client holds of the {@link ClientMemory}. Its own thread counts, and settles accounts only after every few
 * kilobytes; so a request of ordinary size costs an addition, and no lock.
 */
@SuppressWarnings("NonAtomicVolatileUpdate") // its own thread alone writes
public final class Share {
    private static final int STEP = 4096;

    private static final ClientMemory UNLIMITED = new ClientMemory(Long.MAX_VALUE);

    private final ClientMemory memory;
    private final Runnable hangUp;
    private long counted;
    private volatile long charged; // written by its own thread only
    private volatile boolean cutOff;

    /** @param hangUp ends the client's connection, from whatever thread */
    public Share(ClientMemory memory, Runnable hangUp) {
        this.memory = memory;
        this.hangUp = hangUp;
    }

    /** One that nothing is counted against. */
    public static Share unlimited() {
        return new Share(UNLIMITED, () -> {});
    }

    /** The client is there; before anything is counted. */
    public void begin() {
        memory.joined(this);
    }

    /** The client holds so many bytes more; @throws IOException if it is cut off */
    public void add(long bytes) throws IOException {
        counted += bytes;
        if (counted >= STEP) {
            long more = counted;
            counted = 0;
            memory.grow(this, more);
        }
    }

    /** What it held is free. */
    public void clear() {
        counted = 0;
        if (charged > 0) {
            memory.release(this);
        }
    }

    /** The client has gone. */
    public void end() {
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
