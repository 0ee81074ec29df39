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
import org.jspecify.annotations.Nullable;

/**
 * A socket that records every byte on a {@link Recording}, and on which nothing waits indefinitely: a read ends when the server
 * was silent for too long or sends without end, a write when the server does not take the bytes.
 */
final class RecordedSocket extends Socket {
    private static final int FITS_THE_KERNEL = 16 * 1024;
    private static final int MORE_THAN_ANYTHING_ASKED_FOR = 2 * 1024 * 1024;
    private static final int BETWEEN_LOOKS_MILLIS = 100;
    private static final ScheduledExecutorService WATCH = watch();

    private final Recording recording;
    private final Timeouts timeouts;
    private Timeouts.Wait reply;
    private Timeouts.@Nullable Wait watch; // while watching
    private boolean letDown;
    private int judged;

    RecordedSocket(Recording recording, Timeouts timeouts) {
        this.recording = recording;
        this.timeouts = timeouts;
        this.reply = timeouts.oneReply();
    }

    /**
     * A reply is waited for from now on: not indefinitely, however the server trickles.
     *
     * @param judgedBytes how many bytes have been taken for replies before
     */
    void awaitReply(int judgedBytes) {
        judged = judgedBytes;
        watch = null;
        reply = timeouts.oneReply();
    }

    /** From now on whatever comes is read, for this long. */
    void watch(Duration time) {
        watch = timeouts.watch(time);
    }

    /** Jedis sets its own timeout; here {@link Timeouts} decides. */
    @Override
    public void setSoTimeout(int milliseconds) {}

    @Override
    public InputStream getInputStream() throws IOException {
        return new RecordedInput(super.getInputStream());
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return new RecordedOutput(super.getOutputStream());
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

    private final class RecordedInput extends InputStream {
        private final InputStream in;

        RecordedInput(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int most) throws IOException {
            if (recording.receivedCount() - judged > recording.sentCount() + MORE_THAN_ANYTHING_ASKED_FOR) {
                recording.ended(Ending.FLOODED);
                throw new IOException("the server sends without end");
            }
            int count;
            try {
                count = readInTime(bytes, from, most);
            } catch (SocketTimeoutException silence) {
                throw silence;
            } catch (IOException broken) {
                recording.ended(Ending.RESET);
                throw broken;
            }
            if (count < 0) {
                recording.ended(Ending.CLOSED);
            } else {
                recording.received(bytes, from, count);
            }
            return count;
        }

        /**
         * A server that was silent once where something had to come is not waited for again: the scenario has failed already.
         * Time that the machine loses during the wait extends it, so the end of the wait is not known beforehand.
         */
        private int readInTime(byte[] bytes, int from, int most) throws IOException {
            var silence = timeouts.silence();
            long sent = recording.sentCount();
            while (true) {
                if (recording.sentCount() != sent) {
                    // Another thread is still sending: a server that has not got everything yet is not silent.
                    sent = recording.sentCount();
                    silence = timeouts.silence();
                    reply = timeouts.oneReply();
                }
                long left = watch != null ? watch.leftNanos() : Math.min(silence.leftNanos(), reply.leftNanos());
                if (timeouts.isScenarioTooLong()) {
                    recording.ended(Ending.SLOW);
                    throw new SocketTimeoutException("the scenario has taken too long");
                }
                if (left <= 0 || letDown && watch == null) {
                    giveUp(silence);
                    throw new SocketTimeoutException("the server is silent");
                }
                long nextLook = watch != null ? left : Math.min(left, silence.leftUntilNextLookNanos());
                // Zero would mean no timeout, and time passes between two looks at it.
                RecordedSocket.super.setSoTimeout(Math.max(1, (int) TimeUnit.NANOSECONDS.toMillis(nextLook) + 1));
                try {
                    return in.read(bytes, from, most);
                } catch (SocketTimeoutException perhaps) {
                    // Look at the time again.
                }
            }
        }

        private void giveUp(Timeouts.Wait silence) {
            if (watch == null) {
                letDown = true;
                if (silence.wasWorking() || reply.wasWorking()) {
                    recording.ended(Ending.SLOW);
                }
            }
        }

        @Override
        public int available() throws IOException {
            return in.available();
        }
    }

    private final class RecordedOutput extends FilterOutputStream {
        RecordedOutput(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            recording.sent(bytes, from, count);
            try {
                writeInTime(bytes, from, count);
            } catch (IOException broken) {
                if (recording.ending() != Ending.SILENT) {
                    throw broken;
                }
                // The server no longer reads. It may have said why; reading what it sent finds the end, too.
            }
        }

        private void writeInTime(byte[] bytes, int from, int count) throws IOException {
            if (recording.sentCount() <= FITS_THE_KERNEL) {
                out.write(bytes, from, count);
                return;
            }
            var wait = timeouts.oneReply();
            var rescue = WATCH.scheduleWithFixedDelay(
                    () -> giveUpWriting(wait), BETWEEN_LOOKS_MILLIS, BETWEEN_LOOKS_MILLIS, TimeUnit.MILLISECONDS);
            try {
                out.write(bytes, from, count);
            } finally {
                rescue.cancel(false);
            }
        }
    }

    /** Frees a writer whose bytes the server does not take, when it has had time enough. */
    private void giveUpWriting(Timeouts.Wait wait) {
        if (wait.leftNanos() > 0) {
            return;
        }
        recording.ended(Ending.STUCK);
        try {
            close();
        } catch (IOException alreadyClosed) {
            // The writer is free again, and that is all this is for.
        }
    }
}
