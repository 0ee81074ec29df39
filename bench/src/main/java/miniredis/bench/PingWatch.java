package miniredis.bench;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A client that sends a PING every millisecond on its own connection and remembers the longest wait for a reply. */
final class PingWatch implements AutoCloseable {
    private static final byte[] PING = "*1\r\n$4\r\nPING\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PONG = "+PONG\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final long MILLISECOND = 1_000_000;

    private final SocketChannel channel;
    private final Thread thread = new Thread(this::watch, "ping-watch");
    private final AtomicLong longestWait = new AtomicLong();
    private final AtomicLong longestStall = new AtomicLong();
    private volatile boolean stopped;
    private volatile @Nullable IOException trouble;

    private PingWatch(SocketChannel channel) {
        this.channel = channel;
    }

    static PingWatch on(InetSocketAddress server) throws IOException {
        var channel = SocketChannel.open(server);
        channel.socket().setTcpNoDelay(true);
        var watch = new PingWatch(channel);
        watch.thread.setDaemon(true);
        watch.thread.start();
        return watch;
    }

    /** The longest wait so far, in milliseconds. */
    double longestWait() throws IOException {
        var broken = trouble;
        if (broken != null) {
            throw new IOException("PING got no reply: " + broken.getMessage(), broken);
        }
        return longestWait.get() / 1e6;
    }

    /** How late this thread itself was woken, at worst, in milliseconds. */
    double longestStall() {
        return longestStall.get() / 1e6;
    }

    private void watch() {
        var out = ByteBuffer.allocateDirect(PING.length).put(PING);
        var in = ByteBuffer.allocateDirect(PONG.length);
        try {
            while (!stopped) {
                long sent = System.nanoTime();
                ping(out.rewind(), in.clear());
                long answered = System.nanoTime();
                raise(longestWait, answered - sent);
                long left = sent + MILLISECOND - answered;
                if (left > 0) {
                    LockSupport.parkNanos(left);
                    raise(longestStall, System.nanoTime() - answered - left);
                }
            }
        } catch (IOException broken) {
            trouble = stopped ? null : broken;
        }
    }

    private void ping(ByteBuffer out, ByteBuffer in) throws IOException {
        while (out.hasRemaining()) {
            channel.write(out);
        }
        while (in.hasRemaining()) {
            if (channel.read(in) < 0) {
                throw new EOFException("the server closed the connection");
            }
        }
    }

    private static void raise(AtomicLong most, long value) {
        if (value > most.get()) {
            most.set(value);
        }
    }

    @Override
    public void close() throws IOException {
        stopped = true;
        try {
            thread.join(5_000);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        channel.close();
    }
}
