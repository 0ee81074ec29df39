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
    private static final int FITS_THE_KERNEL = 16 * 1024;
    private static final int MORE_THAN_ANYTHING_ASKED_FOR = 2 * 1024 * 1024;
    private static final ScheduledExecutorService WATCH = watch();

    private final Tape tape;
    private final Patience patience;
    private Patience.Wait reply;
    private Patience.Wait watch;
    private boolean watching;
    private boolean letDown;

    TapedSocket(Tape tape, Patience patience) {
        this.tape = tape;
        this.patience = patience;
        this.reply = patience.oneReply();
    }

    /** A reply is waited for from now on: not for ever, however the server trickles. */
    void awaitReply() {
        watching = false;
        reply = patience.oneReply();
    }

    /** From now on whatever comes is read, for this long. */
    void watch(Duration time) {
        watching = true;
        watch = patience.watch(time);
    }

    /** Jedis sets a timeout of its own; here {@link Patience} decides. */
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
            int count;
            try {
                count = readInTime(bytes, from, most);
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

        /**
         * A server that was silent once where something had to come is not waited for again: the scenario has failed already.
         * Time that the machine loses during the wait extends it, so the end of the wait is not known beforehand.
         */
        private int readInTime(byte[] bytes, int from, int most) throws IOException {
            var silence = patience.silence();
            while (true) {
                long left = watching ? watch.leftNanos() : Math.min(silence.leftNanos(), reply.leftNanos());
                if (patience.isScenarioTooLong()) {
                    tape.ended(Ending.SLOW);
                    throw new SocketTimeoutException("the scenario has taken too long");
                }
                if (left <= 0 || letDown && !watching) {
                    letDown |= !watching;
                    throw new SocketTimeoutException("the server is silent");
                }
                TapedSocket.super.setSoTimeout((int) TimeUnit.NANOSECONDS.toMillis(left) + 1);
                try {
                    return in.read(bytes, from, most);
                } catch (SocketTimeoutException perhaps) {
                    // Look at the time again.
                }
            }
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
            if (tape.sentCount() <= FITS_THE_KERNEL) {
                out.write(bytes, from, count);
                return;
            }
            long time = patience.oneReply().leftNanos();
            var rescue = WATCH.schedule(TapedSocket.this::giveUpWriting, time, TimeUnit.NANOSECONDS);
            try {
                out.write(bytes, from, count);
            } finally {
                rescue.cancel(false);
            }
        }
    }

    private void giveUpWriting() {
        tape.ended(Ending.STUCK);
        try {
            close();
        } catch (IOException alreadyClosed) {
            // The writer is free again, and that is all this is for.
        }
    }
}
