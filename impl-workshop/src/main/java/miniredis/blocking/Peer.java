package miniredis.blocking;

import java.io.Flushable;
import java.io.OutputStream;

/**
 * A client as the extensions see it.
 *
 * @param address where it speaks from, as {@code 127.0.0.1:54321}
 * @param here the server's end of the connection, in the same form
 * @param replies sends those that are collected; only the client's own thread may say so
 * @param messages for whoever writes to the client from another thread; nobody may then write replies any more
 * @param stopReading takes no more requests from it; what was answered is still sent, then the connection ends
 * @param hangUp ends the connection at once
 */
public record Peer(
        String address, String here, Flushable replies, OutputStream messages, Runnable stopReading, Runnable hangUp) {}
