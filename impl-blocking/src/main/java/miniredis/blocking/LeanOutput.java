package miniredis.blocking;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * Collects replies until they are flushed, and what is long goes past it. The buffer grows as it is needed, and is small
 * again when it has been flushed. Writing is also the sign that a request has been dealt with: its {@link Share} is clear,
 * but for what a long reply holds until the client has taken it.
 */
final class LeanOutput extends OutputStream {
    private static final int SMALL = 512;
    private static final int LARGE = 16 * 1024;

    private final OutputStream out;
    private final Share share;
    private byte[] buffer = {};
    private int count;

    LeanOutput(OutputStream out, Share share) {
        this.out = out;
        this.share = share;
    }

    @Override
    public void write(int single) throws IOException {
        reserve(1);
        buffer[count++] = (byte) single;
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        if (length >= LARGE) {
            send();
            share.clear();
            share.add(length);
            out.write(bytes, from, length);
            share.clear();
            return;
        }
        reserve(length);
        System.arraycopy(bytes, from, buffer, count, length);
        count += length;
    }

    @Override
    public void flush() throws IOException {
        send();
        out.flush();
    }

    private void reserve(int length) throws IOException {
        share.clear();
        if (count + length > LARGE) {
            send();
        }
        if (count + length > buffer.length) {
            int wanted = Math.max(SMALL, Integer.highestOneBit(count + length - 1) * 2);
            buffer = Arrays.copyOf(buffer, wanted);
        }
    }

    private void send() throws IOException {
        if (count > 0) {
            int all = count;
            count = 0;
            out.write(buffer, 0, all);
            if (buffer.length > SMALL) {
                buffer = new byte[0];
            }
        }
    }
}
