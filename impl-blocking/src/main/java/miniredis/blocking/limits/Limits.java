package miniredis.blocking.limits;

import java.time.Duration;

/**
 * How much memory clients and data may take. All of it is on the heap, and the collector needs a part of the heap for itself.
 *
 * @param maxMemory bytes of data beyond which commands that need more are refused
 * @param mortalMemory such commands are also refused when data would take more bytes than this if every key had a lifetime:
 *     EXPIRE is never refused, so there must be room for all lifetimes
 * @param clientMemory bytes that unfinished requests and unread replies of all clients together may take
 * @param clients how many may be connected
 * @param writePatience how long a client may take nothing of a reply
 */
public record Limits(long maxMemory, long mortalMemory, long clientMemory, int clients, Duration writePatience) {
    /** What an idle client costs in bytes on the heap, approximately; see docs/limits.md. */
    private static final int IDLE_CLIENT = 8 * 1024;
    /** Generous: a client that takes a few bytes a second is slow, not stuck. */
    private static final Duration WRITE_PATIENCE = Duration.ofSeconds(60);

    /** @param maxMemory 0 for the default */
    public static Limits forThisJvm(long maxMemory, int clients) {
        return within(Runtime.getRuntime().maxMemory(), maxMemory, clients);
    }

    /**
     * Half of the heap is for data, and another eighth for the lifetimes of keys. A quarter is for unfinished requests and
     * unread replies. An eighth is for idle clients: on a small heap, fewer clients may connect than the user allows. Redis
     * does the same when it gets too few file descriptors.
     */
    static Limits within(long heap, long maxMemory, int clients) {
        long mortal = heap / 8 * 5;
        long data = maxMemory == 0 ? heap / 2 : Math.min(maxMemory, mortal);
        int room = (int) Math.min(clients, heap / 8 / IDLE_CLIENT);
        return new Limits(data, mortal, heap / 4, room, WRITE_PATIENCE);
    }

    /**
     * The JDK keeps off-heap copies of the buffers of each thread that reads or writes a socket. For a few thousand threads
     * these may take more memory than there is, so let it keep only small ones. To be called before the first socket is used.
     */
    public void boundSocketBuffers() {
        long each = Runtime.getRuntime().maxMemory() / 8 / clients;
        System.setProperty("jdk.nio.maxCachedBufferSize", String.valueOf(each));
    }
}
