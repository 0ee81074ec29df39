package miniredis.blocking.extensions;

import java.io.Flushable;
import java.io.OutputStream;

/**
 * A client's connection as its {@link Session} sees it.
 *
 * @param address the client's address, such as {@code 127.0.0.1:54321}
 * @param here the server's end of the connection, in the same form
 * @param requestRead to be called when a request has been read completely and is about to be carried out
 * @param replies sends the collected replies; only the client's own thread may flush it
 * @param messages for another thread that writes to the client; from then on, no replies may be written
 * @param stopReading reads no more requests; replies to earlier ones are still sent, then the connection ends
 * @param hangUp ends the connection immediately
 */
public record Peer(
        String address,
        String here,
        Runnable requestRead,
        Flushable replies,
        OutputStream messages,
        Runnable stopReading,
        Runnable hangUp) {}
