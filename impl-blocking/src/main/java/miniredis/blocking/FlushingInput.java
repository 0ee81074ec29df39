package miniredis.blocking;

import java.io.FilterInputStream;
import java.io.Flushable;
import java.io.IOException;
import java.io.InputStream;

/**
 * Sends the replies that are ready before it waits for more bytes.
 *
 * <p>With a buffer around it, this means: while the buffer holds requests, their replies are collected and sent together. When
 * the buffer is used up, all replies are sent, even if the buffer ends with half a request: the client may wait for the reply
 * to the request before, and only then send the other half.
 */
final class FlushingInput extends FilterInputStream {
    private final Flushable replies;

    FlushingInput(InputStream in, Flushable replies) {
        super(in);
        this.replies = replies;
    }

    @Override
    public int read() throws IOException {
        replies.flush();
        return super.read();
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        replies.flush();
        return super.read(buffer, from, length);
    }
}
