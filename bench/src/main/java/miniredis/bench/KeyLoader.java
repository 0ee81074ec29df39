package miniredis.bench;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/**
 * Sends the same request for one key after the other, in order, which redis-benchmark can't. It allocates nothing while it
 * runs, so that our garbage collector can't disturb the measurement.
 */
final class KeyLoader {
    private static final int BATCH = 512;

    private final byte[] request;
    private final int numberAt;
    private final int digits;
    private final byte[] reply;

    private KeyLoader(String before, int digits, String after, String reply) {
        this.request = (before + "0".repeat(digits) + after).getBytes(StandardCharsets.US_ASCII);
        this.numberAt = before.length();
        this.digits = digits;
        this.reply = reply.getBytes(StandardCharsets.US_ASCII);
    }

    /** {@code SET key:0000001 xxx}. */
    static KeyLoader set(int digits, int valueBytes) {
        return new KeyLoader(
                "*3\r\n$3\r\nSET\r\n$" + (4 + digits) + "\r\nkey:",
                digits,
                "\r\n$" + valueBytes + "\r\n" + "x".repeat(valueBytes) + "\r\n",
                "+OK\r\n");
    }

    /** {@code EXPIRE key:0000001 seconds}, of keys that exist. */
    static KeyLoader expire(int digits, int seconds) {
        var number = Integer.toString(seconds);
        return new KeyLoader(
                "*3\r\n$6\r\nEXPIRE\r\n$" + (4 + digits) + "\r\nkey:",
                digits,
                "\r\n$" + number.length() + "\r\n" + number + "\r\n",
                ":1\r\n");
    }

    /**
     * Sends the requests for the numbers from {@code from} (inclusive) to {@code to} (exclusive), about a thousand at a time.
     *
     * @param timeouts seconds after which it gives up
     * @return how many seconds that took
     * @throws IOException when the connection breaks or a reply is not the one expected
     */
    double send(InetSocketAddress server, long from, long to, double timeouts) throws IOException {
        long started = System.nanoTime();
        var out = ByteBuffer.allocateDirect(BATCH * request.length);
        var in = ByteBuffer.allocateDirect(BATCH * reply.length);
        var channel = SocketChannel.open(server);
        var deadline = Deadline.of(channel, timeouts);
        try (channel) {
            channel.socket().setTcpNoDelay(true);
            int unanswered = 0;
            for (long next = from; next < to; ) {
                int count = (int) Math.min(BATCH, to - next);
                fill(out, next, count);
                while (out.hasRemaining()) {
                    channel.write(out);
                }
                next += count;
                // The replies to the previous batch, so that the server always has something to do.
                expect(channel, in, unanswered);
                unanswered = count;
            }
            expect(channel, in, unanswered);
        } catch (AsynchronousCloseException tooSlow) {
            throw new IOException("%,d keys were not loaded within %.0f s".formatted(to - from, timeouts), tooSlow);
        } finally {
            deadline.cancel();
        }
        return (System.nanoTime() - started) / 1e9;
    }

    private void fill(ByteBuffer out, long first, int count) {
        out.clear();
        for (int i = 0; i < count; i++) {
            long number = first + i;
            for (int digit = digits - 1; digit >= 0; digit--) {
                request[numberAt + digit] = (byte) ('0' + number % 10);
                number /= 10;
            }
            out.put(request);
        }
        out.flip();
    }

    private void expect(SocketChannel channel, ByteBuffer in, int count) throws IOException {
        in.clear().limit(count * reply.length);
        while (in.hasRemaining()) {
            if (channel.read(in) < 0) {
                throw new EOFException("the server closed the connection while keys were loaded");
            }
        }
        for (int i = 0; i < count * reply.length; i++) {
            if (in.get(i) != reply[i % reply.length]) {
                throw new IOException("the server gave another reply than %s while keys were loaded"
                        .formatted(new String(reply, StandardCharsets.US_ASCII).strip()));
            }
        }
    }
}
