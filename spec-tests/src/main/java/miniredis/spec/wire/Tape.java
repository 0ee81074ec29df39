package miniredis.spec.wire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Everything that went over one connection, in order. The socket writes it; judges read it, possibly from another thread,
 * hence the lock.
 */
public final class Tape {
    /** One write by the client, or one read by it: {@code microseconds} since the connection was opened. */
    public record Piece(boolean sent, byte[] bytes, long microseconds) {}

    private final long started = System.nanoTime();
    private final List<Piece> pieces = new ArrayList<>();
    private byte[] received = new byte[256];
    private int receivedCount;
    private long sentCount;
    private Ending ending = Ending.SILENT;

    synchronized void sent(byte[] bytes, int from, int count) {
        sentCount += count;
        add(true, Arrays.copyOfRange(bytes, from, from + count));
    }

    synchronized void received(byte[] bytes, int from, int count) {
        if (received.length - receivedCount < count) {
            received = Arrays.copyOf(received, Math.max(received.length * 2, receivedCount + count));
        }
        System.arraycopy(bytes, from, received, receivedCount, count);
        receivedCount += count;
        add(false, Arrays.copyOfRange(bytes, from, from + count));
    }

    private void add(boolean sent, byte[] bytes) {
        pieces.add(new Piece(sent, bytes, (System.nanoTime() - started) / 1000));
    }

    synchronized void ended(Ending how) {
        ending = how;
    }

    /** {@link Ending#SILENT} while the connection is open. */
    public synchronized Ending ending() {
        return ending;
    }

    /** How many bytes have come from the server so far. */
    public synchronized int receivedCount() {
        return receivedCount;
    }

    synchronized long sentCount() {
        return sentCount;
    }

    /** The bytes from the server, from the {@code from}-th on. */
    public synchronized byte[] receivedFrom(int from) {
        return Arrays.copyOfRange(received, from, Math.max(from, receivedCount));
    }

    synchronized byte[] received(int from, int to) {
        return Arrays.copyOfRange(received, from, to);
    }

    /** What the bytes received from {@code from} on begin with. */
    synchronized ReplyReader.Reading readReply(int from) {
        return ReplyReader.read(received, from, receivedCount);
    }

    /** Whether the first thing that came was a whole reply. */
    public synchronized boolean beginsWithReply() {
        return readReply(0) instanceof ReplyReader.Reading.Whole;
    }

    public synchronized List<Piece> pieces() {
        return List.copyOf(pieces);
    }
}
