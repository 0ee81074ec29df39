package miniredis.proof.exploration;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import miniredis.spec.exploration.Target;
import miniredis.spec.model.Reply;

/** A server on a port of this machine. */
record SocketTarget(int port) implements Target {
    @Override
    public Connection connect() throws IOException {
        return new SocketConnection(port);
    }

    private static final class SocketConnection implements Connection {
        private static final int TIME_TO_HANG_UP = 1000;
        private static final int PATIENCE = 10_000;

        private final Socket socket;
        private final InputStream in;

        SocketConnection(int port) throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
        }

        @Override
        public void send(String bytes) throws IOException {
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
        }

        @Override
        public Reply receive() throws IOException {
            socket.setSoTimeout(PATIENCE);
            return reply();
        }

        private Reply reply() throws IOException {
            int type = in.read();
            var line = line();
            return switch (type) {
                case '+' -> new Reply.Simple(line);
                case '-' -> new Reply.Failure(line);
                case ':' -> new Reply.Int(Long.parseLong(line));
                case '_' -> new Reply.Null3();
                case '$' -> line.equals("-1") ? new Reply.Null() : bulk(Integer.parseInt(line));
                case '*' -> line.equals("-1") ? new Reply.NullArray() : new Reply.Array(elements(line, 1));
                case '>' -> new Reply.Push(elements(line, 1));
                case '%' -> new Reply.Pairs(elements(line, 2));
                default -> throw new EOFException(type < 0 ? "closed" : "no reply begins with " + (char) type);
            };
        }

        private List<Reply> elements(String count, int each) throws IOException {
            var elements = new ArrayList<Reply>();
            for (int i = Integer.parseInt(count) * each; i > 0; i--) {
                elements.add(reply());
            }
            return elements;
        }

        private Reply bulk(int length) throws IOException {
            var bytes = in.readNBytes(length);
            line();
            return new Reply.Bulk(new String(bytes, StandardCharsets.ISO_8859_1));
        }

        private String line() throws IOException {
            var line = new StringBuilder();
            for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
                line.append((char) next);
            }
            return line.toString().replaceFirst("\r$", "");
        }

        @Override
        public void close() {
            try (socket) {
                socket.shutdownOutput();
                socket.setSoTimeout(TIME_TO_HANG_UP);
                while (in.read() >= 0) {
                    // what was sent meanwhile no longer matters
                }
            } catch (SocketTimeoutException keptOpen) {
                // then it is closed from here
            } catch (IOException closed) {
                // as it should be
            }
        }
    }
}
