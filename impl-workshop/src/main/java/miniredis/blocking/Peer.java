package miniredis.blocking;

import java.io.OutputStream;

/**
 * A client as the extensions see it.
 *
 * @param address where it speaks from, as {@code 127.0.0.1:54321}
 * @param here the server's end of the connection, in the same form
 * @param out takes what is written to the client
 * @param stopReading takes no more requests from it; what was answered is still sent, then the connection ends
 * @param hangUp ends the connection at once
 */
public record Peer(String address, String here, OutputStream out, Runnable stopReading, Runnable hangUp) {}
