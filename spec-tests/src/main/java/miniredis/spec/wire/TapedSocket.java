package miniredis.spec.wire;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A socket that records every byte on a {@link Tape}, and on which nothing waits for ever: a read ends when the server was
 * silent for too long or sends without end, a write when the server does not take the bytes.
 */
final class TapedSocket extends Socket {
    private static final int WRITES_THAT_FIT_THE_KERNEL = 16 * 1024;
    private static final int MORE_THAN_ANYTHING_ASKED_FOR = 8 * 1024 * 1024;
    private static final ScheduledExecutorService WATCH = watch();

    private final Tape tape;
    private final Patience patience;
    private long giveUpAt;

    TapedSocket(Tape tape, Patience patience) {
        this.tape = tape;
        this.patience = patience;
    }

    /** From now on all reads together may take this long, however the server trickles. */
    void waitAtMost(Duration time) {
        giveUpAt = System.nanoTime() + time.toNanos();
    }

    /** Jedis sets a timeout of its own; here {@link #waitAtMost} and {@link Patience} decide. */
    @Override
    public void setSoTimeout(int milliseconds) {}

    @Override
    public InputStream getInputStream() throws IOException {
        return new TapedInput(super.getInputStream());
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return new TapedOutput(super.getOutputStream());
    }

    private static ScheduledExecutorService watch() {
        var executor = new ScheduledThreadPoolExecutor(1, task -> {
            var thread = new Thread(task, "write-watch");
            thread.setDaemon(true);
            return thread;
        });
        executor.setRemoveOnCancelPolicy(true);
        return executor;
    }

    private final class TapedInput extends InputStream {
        private final InputStream in;

        TapedInput(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int most) throws IOException {
            if (tape.receivedCount() > tape.sentCount() + MORE_THAN_ANYTHING_ASKED_FOR) {
                tape.ended(Ending.FLOODED);
                throw new IOException("the server sends without end");
            }
            long left = TimeUnit.NANOSECONDS.toMillis(giveUpAt - System.nanoTime());
            if (left <= 0) {
                throw new SocketTimeoutException("the reply took too long");
            }
            TapedSocket.super.setSoTimeout((int) Math.min(left, patience.silence().toMillis()));
            int count;
            try {
                count = in.read(bytes, from, most);
            } catch (SocketTimeoutException silence) {
                throw silence;
            } catch (IOException broken) {
                tape.ended(Ending.RESET);
                throw broken;
            }
            if (count < 0) {
                tape.ended(Ending.CLOSED);
            } else {
                tape.received(bytes, from, count);
            }
            return count;
        }

        @Override
        public int available() throws IOException {
            return in.available();
        }
    }

    private final class TapedOutput extends FilterOutputStream {
        TapedOutput(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            tape.sent(bytes, from, count);
            if (count <= WRITES_THAT_FIT_THE_KERNEL) {
                out.write(bytes, from, count);
                return;
            }
            var rescue = WATCH.schedule(TapedSocket.this::giveUpWriting, patience.inAll().toMillis(), TimeUnit.MILLISECONDS);
            try {
                out.write(bytes, from, count);
            } finally {
                rescue.cancel(false);
            }
        }
    }

    private void giveUpWriting() {
        try {
            close();
        } catch (IOException alreadyClosed) {
            // The writer is free again, and that is all this is for.
        }
    }
}
