package miniredis.spec.wire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Everything that went over one connection, in order. The socket writes it; judges read it, possibly from another thread,
 * hence the lock.
 */
public final class Recording {
    /**
     * One write by the client, or one read by it: {@code microseconds} since the connection was opened.
     *
     * @param bytes all of them; once the recording {@link #shorten() is shortened}, perhaps only the first ones
     * @param length how many there were
     */
    public record Piece(boolean sent, byte[] bytes, int length, long microseconds) {
        /**
         * The bytes that all of it consists of, over and over; all bytes where it is not a repetition.
         *
         * @return how long they are
         */
        public int period() {
            for (int period = 1; period <= bytes.length / 3; period++) {
                if (length % period == 0 && repeats(period)) {
                    return period;
                }
            }
            return length;
        }

        private boolean repeats(int period) {
            for (int i = period; i < bytes.length; i++) {
                if (bytes[i] != bytes[i - period]) {
                    return false;
                }
            }
            return true;
        }

        /** As {@link ByteText} writes it, at most so many bytes of it. */
        public String excerpt(int most) {
            int shown = Math.min(most, bytes.length);
            var text = ByteText.escape(bytes, 0, shown);
            return shown == length ? text : text + "… (%,d bytes)".formatted(length);
        }

        private Piece shortened() {
            return bytes.length <= KEPT_OF_A_PIECE
                    ? this
                    : new Piece(sent, Arrays.copyOf(bytes, KEPT_OF_A_PIECE), length, microseconds);
        }
    }

    private static final int KEPT_OF_A_PIECE = 1000;
    private static final int PIECES_KEPT = 200;
    private static final int KEPT_OF_WHAT_WAS_RECEIVED = 4000;

    private final long started = System.nanoTime();
    private final List<Piece> pieces = new ArrayList<>();
    private byte[] received = new byte[256];
    private int receivedCount;
    private long sentCount;
    private int piecesDropped;
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
        pieces.add(new Piece(sent, bytes, bytes.length, (System.nanoTime() - started) / 1000));
    }

    /** After the judgement: keeps what a report shows, and lets go of the megabytes. */
    public synchronized void shorten() {
        pieces.replaceAll(Piece::shortened);
        if (pieces.size() > PIECES_KEPT) {
            var folded = Pieces.folded(pieces);
            pieces.clear();
            pieces.addAll(folded.subList(0, Math.min(PIECES_KEPT, folded.size())));
            piecesDropped = folded.size() - pieces.size();
        }
        receivedCount = Math.min(receivedCount, KEPT_OF_WHAT_WAS_RECEIVED);
        received = Arrays.copyOf(received, receivedCount);
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
    synchronized ReplyReader.Reading readReply(int from, ReplyReader.Protocol protocol) {
        return ReplyReader.read(received, from, receivedCount, protocol);
    }

    /** Whether the first thing that came was a whole reply. */
    public synchronized boolean beginsWithReply() {
        return readReply(0, ReplyReader.Protocol.RESP2) instanceof ReplyReader.Reading.Whole;
    }

    /** How many more pieces there were than a report keeps. */
    public synchronized int piecesDropped() {
        return piecesDropped;
    }

    /** The same pieces as few as can be: those that followed one another in one direction are one. */
    public synchronized List<Piece> piecesFolded() {
        return Pieces.folded(pieces);
    }

    public synchronized List<Piece> pieces() {
        return List.copyOf(pieces);
    }
}
