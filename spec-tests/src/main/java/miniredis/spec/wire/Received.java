package miniredis.spec.wire;

/**
 * Bytes from the server, whatever they mean.
 *
 * @param ending {@link Ending#ANSWERED} when as many came as were waited for, else how the waiting ended
 * @param at when they were there, in {@link System#nanoTime()}
 */
public record Received(byte[] bytes, Ending ending, long at) {}
