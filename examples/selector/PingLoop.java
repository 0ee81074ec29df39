import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** Answers PING, for any number of clients, with one thread: a solution of the exercise in docs/lectures/06-nio.md. */
final class PingLoop {
    private final Selector selector = Selector.open();
    private final ServerSocketChannel door = ServerSocketChannel.open();

    public static void main(String[] args) throws IOException {
        new PingLoop(Integer.parseInt(args[0])).run();
    }

    private PingLoop(int port) throws IOException {
        door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 128);
        door.configureBlocking(false);
        door.register(selector, SelectionKey.OP_ACCEPT);
    }

    private void run() throws IOException {
        while (true) {
            selector.select(this::ready);
        }
    }

    /** Whatever goes wrong here concerns one client, so it ends one connection. */
    private void ready(SelectionKey key) {
        try {
            if (key.isAcceptable()) {
                accept();
            } else {
                ((Client) key.attachment()).serve(key);
            }
        } catch (IOException gone) {
            close(key);
        }
    }

    private void accept() throws IOException {
        SocketChannel socket = door.accept();
        if (socket != null) {
            socket.configureBlocking(false);
            socket.register(selector, SelectionKey.OP_READ, new Client(socket));
        }
    }

    private static void close(SelectionKey key) {
        try {
            key.channel().close();
        } catch (IOException alreadyClosed) {
            // The system frees it in any case.
        }
    }

    /** What a thread would keep on its stack: the line that has begun, and the replies that are owed. */
    private static final class Client {
        private static final String PING = "PING\r\n";
        private static final ByteBuffer PONG = ByteBuffer.wrap("+PONG\r\n".getBytes(StandardCharsets.US_ASCII));

        private final SocketChannel socket;
        private final ByteBuffer input = ByteBuffer.allocate(1024);
        private final StringBuilder line = new StringBuilder();
        private ByteBuffer reply = PONG.duplicate().limit(0);
        private int owed;
        private boolean hasEnded;

        Client(SocketChannel socket) {
            this.socket = socket;
        }

        /** Reads what is there and writes what can be written; never waits. */
        void serve(SelectionKey key) throws IOException {
            if (key.isReadable()) {
                read();
            }
            boolean everythingIsWritten = write();
            if (everythingIsWritten && hasEnded) {
                socket.close();
            } else {
                // A client that does not read its replies is not read from either: backpressure.
                key.interestOps(everythingIsWritten ? SelectionKey.OP_READ : SelectionKey.OP_WRITE);
            }
        }

        private void read() throws IOException {
            hasEnded = socket.read(input.clear()) < 0;
            input.flip();
            while (input.hasRemaining()) {
                char next = (char) (input.get() & 0xff);
                line.append(next);
                if (next == '\n') {
                    // In step 1 the line PING is the last of each request; *1 and $4 before it need no answer.
                    owed += line.toString().equals(PING) ? 1 : 0;
                    line.setLength(0);
                } else if (line.length() > PING.length()) {
                    throw new IOException("this is not PING");
                }
            }
        }

        private boolean write() throws IOException {
            while (reply.hasRemaining() || owed > 0) {
                if (!reply.hasRemaining()) {
                    reply = PONG.duplicate();
                    owed--;
                }
                if (socket.write(reply) == 0) {
                    return false;
                }
            }
            return true;
        }
    }
}
