package miniredis.blocking.extensions;

import java.io.Flushable;
import java.io.OutputStream;

/**
 * A client's connection as its {@link Session} sees it.
 *
 * @param address where the client speaks from, as {@code 127.0.0.1:54321}
 * @param here the server's end of the connection, in the same form
 * @param requestRead to be said when a request has been read and is dealt with now
 * @param replies sends those that are collected; only the client's own thread may say so
 * @param messages for whoever writes to the client from another thread; nobody may then write replies any more
 * @param stopReading takes no more requests from it; what was answered is still sent, then the connection ends
 * @param hangUp ends the connection at once
 */
public record Peer(
        String address,
        String here,
        Runnable requestRead,
        Flushable replies,
        OutputStream messages,
        Runnable stopReading,
        Runnable hangUp) {}
