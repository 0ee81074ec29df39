package miniredis.blocking;

import java.io.FilterInputStream;
import java.io.Flushable;
import java.io.IOException;
import java.io.InputStream;

/**
 * Sends the replies that are ready before it waits for more bytes.
 *
 * <p>With a buffer over it, this means: as long as requests are in the buffer their replies are collected, and sent together;
 * when the buffer is used up, nothing is kept back. Also not when half a request is the last thing in it: the client may want
 * the reply to the one before, and only then send the other half.
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
