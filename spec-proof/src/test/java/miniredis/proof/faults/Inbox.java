package miniredis.proof.faults;

import static miniredis.proof.mistakes.ConnectionMistake.FORGETS_REPLIES_AT_THE_END;
import static miniredis.proof.mistakes.LineMistake.ECHOES;
import static miniredis.proof.mistakes.StreamMistake.DECODES_EACH_READ;
import static miniredis.proof.mistakes.StreamMistake.FORGETS_REQUESTS_AT_THE_END;
import static miniredis.proof.mistakes.StreamMistake.PIECES_ARE_REQUESTS;
import static miniredis.proof.mistakes.StreamMistake.READS_ON_WHILE_THE_BUFFER_IS_FULL;
import static miniredis.proof.mistakes.StreamMistake.WAITS_FOR_THE_WHOLE_BATCH;
import static miniredis.proof.mistakes.ValueMistake.BYTE_255_IS_THE_END;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes from a client, as the reads of the socket bring them. */
final class Inbox {
    private static final int MUCH = 1024;

    private final byte[] buffer = new byte[16 * 1024];
    private final Socket socket;
    private final InputStream in;
    private final Outbox outbox;
    private final Fault slip;
    private byte[] read = {};
    private int at;
    private boolean midRequest;
    private boolean lastRead;
    private boolean ignoring;
    private int reads;

    Inbox(Socket socket, Outbox outbox, Fault slip) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
        this.outbox = outbox;
        this.slip = slip;
    }

    /** The next byte, 0 to 255; -1 at the end of the input. Waits for it. */
    int next() throws IOException {
        if (isUsedUp() && !fill()) {
            return -1;
        }
        byte b = read[at++];
        return slip.is(BYTE_255_IS_THE_END) ? b : b & 0xff;
    }

    /** Whether the next byte has to be waited for. */
    boolean isUsedUp() {
        return at == read.length;
    }

    /** What is left of the last read, at most {@code count} bytes. */
    String rest(int count) {
        int end = Math.min(read.length, at + count);
        String rest = new String(read, at, end - at, StandardCharsets.ISO_8859_1);
        at = end;
        return rest;
    }

    /** How many reads there have been. */
    int reads() {
        return reads;
    }

    /** Whether the reader is within a request. */
    void isMidRequest(boolean middle) {
        midRequest = middle;
    }

    void dropRest() {
        at = read.length;
    }

    /** By mistake: answers a request that has not been sent yet. */
    void answerEarly(String reply) throws IOException {
        outbox.add(reply);
    }

    /** By mistake: the input ends where the last read does. */
    void endWithThisRead() {
        lastRead = true;
    }

    /** By mistake: whatever comes is ignored. */
    void ignoreTheRest() {
        ignoring = true;
        dropRest();
    }

    /** Writes the replies, then waits for more bytes; false at the end of the input. */
    boolean fill() throws IOException {
        if (!(slip.is(WAITS_FOR_THE_WHOLE_BATCH) && midRequest)) {
            outbox.flush();
        }
        if (lastRead) {
            return false;
        }
        do {
            read = readOnce();
        } while (ignoring && read.length > 0);
        at = 0;
        reads++;
        if (slip.is(DECODES_EACH_READ)) {
            read = new String(read, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
        }
        if (slip.is(ECHOES)) {
            outbox.add(new String(read, StandardCharsets.ISO_8859_1));
            dropRest();
            return read.length > 0 && fill();
        }
        if (slip.is(PIECES_ARE_REQUESTS) && read.length > 0) {
            outbox.add("+PONG\r\n");
            dropRest();
            return fill();
        }
        return read.length > 0;
    }

    private byte[] readOnce() throws IOException {
        if (slip.is(READS_ON_WHILE_THE_BUFFER_IS_FULL)) {
            return readWhileFull();
        }
        if (slip.is(FORGETS_REPLIES_AT_THE_END)) {
            return readWithATick();
        }
        int count = in.read(buffer);
        if (slip.is(FORGETS_REQUESTS_AT_THE_END) && count >= MUCH) {
            return withWhatFollows(count);
        }
        return Arrays.copyOf(buffer, Math.max(0, count));
    }

    private byte[] readWhileFull() throws IOException {
        var buffer = new byte[1024];
        var all = new byte[0];
        int count;
        do {
            count = in.read(buffer);
            int before = all.length;
            all = Arrays.copyOf(all, before + Math.max(0, count));
            System.arraycopy(buffer, 0, all, before, Math.max(0, count));
        } while (count == buffer.length);
        return all;
    }

    /** Replies are written by a timer, now and then, instead of immediately. */
    private byte[] readWithATick() throws IOException {
        socket.setSoTimeout(40);
        while (true) {
            try {
                return Arrays.copyOf(buffer, Math.max(0, in.read(buffer)));
            } catch (SocketTimeoutException tick) {
                outbox.write();
            }
        }
    }

    private byte[] withWhatFollows(int count) throws IOException {
        var all = Arrays.copyOf(buffer, count);
        socket.setSoTimeout(50);
        try {
            while (true) {
                int more = in.read(buffer);
                if (more < 0) {
                    return new byte[0];
                }
                int before = all.length;
                all = Arrays.copyOf(all, before + more);
                System.arraycopy(buffer, 0, all, before, more);
            }
        } catch (SocketTimeoutException noMoreForNow) {
            return all;
        } finally {
            socket.setSoTimeout(0);
        }
    }

    /** Whether something arrives in so many milliseconds. */
    boolean hasSomethingWithin(int milliseconds) throws IOException {
        socket.setSoTimeout(milliseconds);
        try {
            return fill();
        } catch (SocketTimeoutException silence) {
            return false;
        } finally {
            socket.setSoTimeout(0);
        }
    }
}
