package miniredis.proof.stress;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A client that sends and never reads. It never waits, so that one thread can be hundreds of them. */
final class Attacker implements AutoCloseable {
    private final SocketChannel channel;
    private boolean hungUpOn;
    private long sent;

    private Attacker(SocketChannel channel) {
        this.channel = channel;
    }

    static List<Attacker> connect(int port, int count) throws IOException {
        var all = new ArrayList<Attacker>();
        try {
            for (int i = 0; i < count; i++) {
                var channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
                channel.configureBlocking(false);
                all.add(new Attacker(channel));
            }
            return all;
        } catch (IOException failed) {
            close(all);
            throw failed;
        }
    }

    /** Sends what the socket takes now; returns whether there is a rest and the server may take it later. */
    boolean send(ByteBuffer bytes) {
        try {
            if (!hungUpOn) {
                sent += channel.write(bytes);
            }
        } catch (IOException cutOff) {
            hungUpOn = true;
        }
        return !hungUpOn && bytes.hasRemaining();
    }

    long sent() {
        return sent;
    }

    boolean isHungUpOn() {
        return hungUpOn;
    }

    /** All send the same bytes, as fast as the server takes them, until each has sent all of them or the time is over. */
    static void sendAll(List<Attacker> attackers, byte[] bytes, int seconds) throws InterruptedException {
        var buffers = new ArrayList<ByteBuffer>();
        attackers.forEach(each -> buffers.add(ByteBuffer.wrap(bytes)));
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        boolean more = true;
        while (more && System.nanoTime() < end) {
            more = false;
            long before = total(attackers);
            for (int i = 0; i < attackers.size(); i++) {
                more |= attackers.get(i).send(buffers.get(i));
            }
            if (total(attackers) == before) {
                Thread.sleep(1); // the server takes nothing at the moment
            }
        }
    }

    static long total(List<Attacker> attackers) {
        return attackers.stream().mapToLong(Attacker::sent).sum();
    }

    static void close(List<Attacker> attackers) throws IOException {
        for (var each : attackers) {
            each.close();
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
