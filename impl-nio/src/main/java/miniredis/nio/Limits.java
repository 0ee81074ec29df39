package miniredis.nio;

import java.time.Duration;

/**
 * What a client may cost that asks for replies and does not read them.
 *
 * @param unread more bytes of replies than this, and the client's requests wait until it has read some
 * @param patience how long it may take none of them before it is cut off
 */
record Limits(long unread, Duration patience) {
    /** Generous: clients exist that send a hundred thousand requests before they read the first reply. */
    static final Limits DEFAULT = new Limits(64 * 1024 * 1024, Duration.ofSeconds(30));
}
