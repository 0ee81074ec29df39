package miniredis.nio;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import miniredis.nio.store.Keyspace;

/** A listening socket, a keyspace and the loop that joins them. */
final class Server implements AutoCloseable {
    private static final int BACKLOG = 1024;

    private final ServerSocketChannel listener;
    private final Selector selector;
    private final EventLoop loop;
    private final CountDownLatch ended = new CountDownLatch(1);

    private Server(ServerSocketChannel listener, Selector selector, EventLoop loop) {
        this.listener = listener;
        this.selector = selector;
        this.loop = loop;
    }

    /** @param port 0 for any free one; @throws IOException saying why it cannot listen there */
    static Server open(String host, int port, OptionalInt metricsPort, Limits limits) throws IOException {
        var address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            throw new UnknownHostException("unknown host");
        }
        var listener = ServerSocketChannel.open();
        try {
            listener.bind(address, BACKLOG);
            listener.configureBlocking(false);
            prepareSockets();
            var selector = Selector.open();
            return new Server(listener, selector, loop(selector, listener, metricsPort, limits));
        } catch (IOException | RuntimeException failed) {
            listener.close();
            throw failed;
        }
    }

    /**
     * Writes and closes a channel once. The JDK opens files when that first happens. If clients had taken all file
     * descriptors by then, that would fail, and every later write with it.
     */
    private static void prepareSockets() throws IOException {
        var pipe = Pipe.open();
        try (var source = pipe.source();
                var sink = pipe.sink()) {
            sink.write(ByteBuffer.allocate(1));
            source.read(ByteBuffer.allocate(1));
        }
    }

    /** Puts the parts together: the keyspace, the parts that carry out requests, and the loop that moves bytes. */
    private static EventLoop loop(
            Selector selector, ServerSocketChannel listener, OptionalInt metricsPort, Limits limits)
            throws IOException {
        var log = new Log();
        var keyspace = new Keyspace(InstantSource.system(), limits.maxMemory());
        var metrics = metricsPort.isPresent()
                ? Optional.of(new MetricsPage(metricsPort.getAsInt()))
                : Optional.<MetricsPage>empty();
        return new EventLoop(selector, listener, ServerParts.create(keyspace, limits, log), metrics, log);
    }

    int port() {
        return listener.socket().getLocalPort();
    }

    /** Serves clients in the calling thread until {@link #stop}. */
    void run() {
        try {
            loop.run();
        } finally {
            ended.countDown();
        }
    }

    /** Ends {@link #run} and waits for that, a second at most. Any thread may call it. */
    void stop() {
        loop.stop();
        try {
            ended.await(1, TimeUnit.SECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        for (var key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
        listener.close();
    }
}
