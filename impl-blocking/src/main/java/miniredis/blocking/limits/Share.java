package miniredis.blocking.limits;

import java.io.IOException;

/**
 * What one client holds of the {@link ClientMemory}. The client's own thread counts, and passes the count on only every few
 * kilobytes. So a request of ordinary size costs an addition, and no lock.
 */
@SuppressWarnings("NonAtomicVolatileUpdate") // only the client's own thread writes
public final class Share {
    private static final int STEP = 4096;

    private static final ClientMemory UNLIMITED = new ClientMemory(Long.MAX_VALUE);

    private final ClientMemory memory;
    private final Runnable hangUp;
    private long counted;
    private volatile long charged; // written only by the client's own thread
    private volatile boolean cutOff;

    /** @param hangUp ends the client's connection; any thread may call it */
    public Share(ClientMemory memory, Runnable hangUp) {
        this.memory = memory;
        this.hangUp = hangUp;
    }

    /** A share without a limit. */
    public static Share unlimited() {
        return new Share(UNLIMITED, () -> {});
    }

    /** The client has connected. To be called before anything is counted. */
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

    /** Everything that the client held is free. */
    public void clear() {
        counted = 0;
        if (charged > 0) {
            memory.release(this);
        }
    }

    /** The client has disconnected. */
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
