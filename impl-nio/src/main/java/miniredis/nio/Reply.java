package miniredis.nio;

import java.nio.charset.StandardCharsets;
import miniredis.nio.store.Blob;
import miniredis.nio.store.Decimal;
import miniredis.nio.store.Value;
import org.jspecify.annotations.Nullable;

/**
 * Writes replies, in the Redis serialization protocol, for the connection that is being served. They are collected in
 * one buffer shared by all connections and go out together, one write to the socket for all requests of one read.
 */
final class Reply {
    private static final int SIZE = 64 * 1024;
    /** Room that any short reply fits in: a bulk string that is not a {@link Blob}, with its header. */
    private static final int ROOM = Blob.THRESHOLD + 64;

    private static final byte[] OK = ascii("+OK\r\n");
    private static final byte[] PONG = ascii("+PONG\r\n");
    private static final byte[] LINE_END = ascii("\r\n");
    private static final byte[] NULL = ascii("_\r\n");
    private static final byte[] NULL_ARRAY = ascii("*-1\r\n");
    private static final byte[] NULL_BULK = ascii("$-1\r\n");

    private final byte[] bytes = new byte[SIZE];
    private int end;

    @SuppressWarnings("NullAway.Init") // nothing is written before begin
    private Outbox outbox;

    private final Outbox nowhere = Outbox.discarding();
    private @Nullable Outbox heard; // while muted: the client's outbox

    @SuppressWarnings("NullAway.Init")
    private Client client;

    /** From now on replies are for this client. */
    void begin(Outbox outbox, Client client) {
        this.outbox = outbox;
        this.client = client;
        this.end = 0;
    }

    /** Whether what is written now goes to this client. */
    boolean isFor(Client other) {
        return client == other;
    }

    /** Passes what has been written to the outbox. */
    void flush() {
        if (end > 0) {
            int count = end;
            end = 0;
            outbox.send(bytes, count);
        }
    }

    void ok() {
        write(OK);
    }

    void pong() {
        write(PONG);
    }

    void nullBulk() {
        write(client.speaksResp3() ? NULL : NULL_BULK);
    }

    void nullArray() {
        write(client.speaksResp3() ? NULL : NULL_ARRAY);
    }

    /** A short text without line breaks. */
    void simple(String ascii) {
        write(ascii("+" + ascii + "\r\n"));
    }

    void integer(long value) {
        header(':', value);
    }

    /** Begins an array of so many replies, which follow. */
    void array(int count) {
        header('*', count);
    }

    /** Begins a map of so many pairs; keys and values follow, alternating. */
    void map(int pairs) {
        if (client.speaksResp3()) {
            header('%', pairs);
        } else {
            header('*', 2L * pairs);
        }
    }

    void set(int count) {
        header(client.speaksResp3() ? '~' : '*', count);
    }

    /** Begins a message, which is not a reply. */
    void push(int count) {
        header(client.speaksResp3() ? '>' : '*', count);
    }

    /** Text for people. */
    void text(String ascii) {
        if (client.speaksResp3()) {
            string('=', "txt:" + ascii);
        } else {
            bulk(ascii);
        }
    }

    void bulk(String latin1) {
        string('$', latin1);
    }

    private void string(char type, String latin1) {
        header(type, latin1.length());
        write(ascii(latin1));
        write(LINE_END);
    }

    void bulk(Argument argument) {
        if (argument.blob() != null) {
            bulk(argument.blob());
            return;
        }
        header('$', argument.length());
        System.arraycopy(argument.bytes(), argument.from(), bytes, end, argument.length());
        end += argument.length();
        lineEnd();
    }

    void bulk(Value value) {
        if (value.blob() != null) {
            bulk(value.blob());
            return;
        }
        int length = value.length();
        header('$', length);
        value.copy(bytes, end);
        end += length;
        lineEnd();
    }

    /** @param message the code and the text; line breaks would end the reply too early and become spaces */
    void error(String message) {
        var oneLine = withoutLineEnd(message).replace('\r', ' ').replace('\n', ' ');
        write(ascii("-" + oneLine + "\r\n"));
    }

    private void bulk(Blob blob) {
        header('$', blob.length());
        int count = end;
        end = 0;
        outbox.send(bytes, count, blob.hold());
        lineEnd();
    }

    private static String withoutLineEnd(String message) {
        int end = message.length();
        while (end > 0 && (message.charAt(end - 1) == '\r' || message.charAt(end - 1) == '\n')) {
            end--;
        }
        return message.substring(0, end);
    }

    private void header(char type, long value) {
        reserve();
        bytes[end++] = (byte) type;
        if (value >= 0 && value <= 9) {
            bytes[end++] = (byte) ('0' + value);
        } else {
            end = Decimal.write(value, bytes, end);
        }
        lineEnd();
    }

    private void lineEnd() {
        bytes[end++] = '\r';
        bytes[end++] = '\n';
    }

    private void write(byte[] reply) {
        reserve();
        if (reply.length > SIZE - end) { // only the echo of a very long argument in an error is this long
            flush();
            outbox.send(reply, reply.length);
            return;
        }
        System.arraycopy(reply, 0, bytes, end, reply.length);
        end += reply.length;
    }

    private void reserve() {
        if (SIZE - end < ROOM) {
            flush();
        }
    }

    /** From now on what is written is not sent. */
    void mute() {
        if (heard == null) {
            flush();
            heard = outbox;
            outbox = nowhere;
        }
    }

    /** From now on what is written is sent; @return whether it was not before */
    boolean unmute() {
        if (heard == null) {
            return false;
        }
        flush();
        outbox.flush();
        outbox = heard;
        heard = null;
        return true;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
