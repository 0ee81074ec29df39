package miniredis.spec.wire;

/**
 * Bytes from the server, whatever they mean.
 *
 * @param ending {@link Ending#ANSWERED} when as many came as were waited for, else how the waiting ended
 */
public record Received(byte[] bytes, Ending ending) {}
