package miniredis.nio;

import java.time.Duration;

/**
 * How much memory clients and data may take. Data and long arguments are off-heap, everything else is on the heap. By
 * default the JVM allows the same amount of both.
 *
 * @param unread bytes of replies a client may leave unread before its further requests wait
 * @param patience how long a client may take no reply before it is cut off
 * @param clientMemory bytes that unfinished requests and unread replies of all clients together may take
 * @param maxMemory bytes of data beyond which commands that need more are refused
 * @param maxClients how many may be connected at the same time
 */
record Limits(long unread, Duration patience, long clientMemory, long maxMemory, int maxClients) {
    /** Generous, because some clients send a hundred thousand requests before they read the first reply. */
    private static final long UNREAD = 64 * 1024 * 1024;

    /** Replaces {@link #unread} while {@link ClientMemory#isScarce}. */
    static final long UNREAD_IF_SCARCE = 64 * 1024;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** @param maxMemory 0 for the default */
    static Limits forThisJvm(long maxMemory, int maxClients) {
        long available = Runtime.getRuntime().maxMemory();
        return within(available, maxMemory, maxClients);
    }

    /**
     * Half is for data, a quarter for clients. The last quarter is for what is never refused: EXPIRE makes entries
     * longer, compaction needs space to move them to, and the request being served is not counted yet. More than five
     * eighths for data would leave too little for that.
     */
    static Limits within(long available, long maxMemory, int maxClients) {
        long clientMemory = available / 4;
        long data = maxMemory == 0 ? available / 2 : Math.min(maxMemory, available / 8 * 5);
        return new Limits(Math.min(UNREAD, clientMemory / 4), PATIENCE, clientMemory, data, maxClients);
    }
}
