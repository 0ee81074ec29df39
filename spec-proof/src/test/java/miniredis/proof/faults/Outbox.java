package miniredis.proof.faults;

import static miniredis.proof.mistakes.ConnectionMistake.FORGETS_REPLIES_AT_THE_END;
import static miniredis.proof.mistakes.ConnectionMistake.LOCKED_WHILE_IT_WRITES;
import static miniredis.proof.mistakes.ConnectionMistake.REPLIES_TO_EVERYBODY;
import static miniredis.proof.mistakes.ConnectionMistake.REPLIES_TO_THE_NEWEST_CLIENT;
import static miniredis.proof.mistakes.ConnectionMistake.SHARES_ITS_REPLY_BUFFER;
import static miniredis.proof.mistakes.LineMistake.EVERY_REPLY_TWICE;
import static miniredis.proof.mistakes.LineMistake.NEVER_FLUSHES;
import static miniredis.proof.mistakes.LineMistake.ZERO_BYTE_AT_THE_END;
import static miniredis.proof.mistakes.StreamMistake.ONE_REPLY_A_READ;
import static miniredis.proof.mistakes.StreamMistake.WRITES_AT_MOST_65536;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;

/** Collects replies, one char for each byte, and writes them when all requests that have arrived are answered. */
final class Outbox {
    private static final int FULL = 8 * 1024;

    private final OutputStream out;
    private final Listener listener;
    private final Shared shared;
    private final Fault slip;
    private final StringBuilder waiting = new StringBuilder();
    private final StringBuilder late = new StringBuilder();

    Outbox(OutputStream out, Listener listener, Shared shared, Fault slip) {
        this.out = out;
        this.listener = listener;
        this.shared = shared;
        this.slip = slip;
    }

    /** A write failed: the client has disconnected. */
    static final class WriteFailed extends IOException {
        private static final long serialVersionUID = 1L;

        WriteFailed(IOException cause) {
            super(cause);
        }
    }

    /** Adds the reply to a request. */
    void answer(String reply) throws IOException {
        if (slip.is(ONE_REPLY_A_READ)) {
            clear();
        }
        String whole = slip.is(WRITES_AT_MOST_65536) && reply.length() > 65536 ? reply.substring(0, 65536) : reply;
        add(slip.is(ZERO_BYTE_AT_THE_END) ? whole + '\0' : whole);
        if (slip.is(EVERY_REPLY_TWICE)) {
            add(whole);
        }
    }

    void add(String bytes) throws IOException {
        if (slip.is(SHARES_ITS_REPLY_BUFFER)) {
            shared.replies().append(bytes);
            LockSupport.parkNanos(200_000);
            return;
        }
        waiting.append(bytes);
        if (waiting.length() >= FULL && !slip.is(ONE_REPLY_A_READ)) {
            write();
        }
    }

    /** By mistake: to be written after all other replies. */
    void addLast(String reply) {
        late.append(reply);
    }

    void clear() {
        waiting.setLength(0);
    }

    /** Writes what is waiting, before the server waits for more requests. */
    void flush() throws IOException {
        if (slip.is(FORGETS_REPLIES_AT_THE_END) && waiting.length() > 0) {
            return;
        }
        if (!slip.is(NEVER_FLUSHES)) {
            write();
        }
    }

    void write() throws IOException {
        if (slip.is(SHARES_ITS_REPLY_BUFFER)) {
            waiting.append(shared.replies());
            shared.replies().setLength(0);
        }
        waiting.append(late);
        late.setLength(0);
        if (waiting.length() == 0) {
            return;
        }
        var bytes = waiting.toString().getBytes(StandardCharsets.ISO_8859_1);
        waiting.setLength(0);
        if (slip.is(REPLIES_TO_EVERYBODY)) {
            for (var connection : listener.connections()) {
                connection.outbox().send(bytes);
            }
        } else if (slip.is(REPLIES_TO_THE_NEWEST_CLIENT)) {
            listener.newest().outbox().send(bytes);
        } else {
            send(bytes);
        }
    }

    private void send(byte[] bytes) throws IOException {
        boolean locked = slip.is(LOCKED_WHILE_IT_WRITES);
        if (locked) {
            shared.lock().lock();
        }
        try {
            out.write(bytes);
        } catch (IOException left) {
            throw new WriteFailed(left);
        } finally {
            if (locked) {
                shared.lock().unlock();
            }
        }
    }
}
