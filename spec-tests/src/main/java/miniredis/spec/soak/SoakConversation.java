package miniredis.spec.soak;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import miniredis.spec.wire.ByteText;
import miniredis.spec.wire.RequestWriter;

/** One connection of a soak: requests are gathered, sent together, and every byte of the replies is compared. */
final class SoakConversation implements AutoCloseable {
    private static final int PATIENCE_MILLISECONDS = 20_000;
    private static final int SHOWN = 60;

    private final Socket socket = new Socket();
    private final ByteArrayOutputStream requests = new ByteArrayOutputStream();
    private final ByteArrayOutputStream replies = new ByteArrayOutputStream();

    SoakConversation(InetSocketAddress server) throws IOException {
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLISECONDS);
        socket.connect(server, PATIENCE_MILLISECONDS);
    }

    void ask(String expected, byte[]... words) {
        requests.writeBytes(RequestWriter.request(List.of(words)));
        replies.writeBytes(ascii(expected));
    }

    void ask(byte[] expectedBulk, byte[]... words) {
        ask("$" + expectedBulk.length + "\r\n", words);
        replies.writeBytes(expectedBulk);
        replies.writeBytes(ascii("\r\n"));
    }

    /** Sends what was gathered, and reads exactly the replies to it. */
    void exchange() throws IOException {
        socket.getOutputStream().write(requests.toByteArray());
        var expected = replies.toByteArray();
        var received = socket.getInputStream().readNBytes(expected.length);
        int at = Arrays.mismatch(expected, received);
        if (at >= 0) {
            throw new WrongReply("expected %s, received %s".formatted(from(at, expected), from(at, received)));
        }
        requests.reset();
        replies.reset();
    }

    /** One integer, which only has to lie in a range. */
    void expectBetween(long least, long most, byte[]... words) throws IOException {
        socket.getOutputStream().write(RequestWriter.request(List.of(words)));
        var line = new StringBuilder();
        for (int next = socket.getInputStream().read();
                next >= 0 && next != '\n';
                next = socket.getInputStream().read()) {
            line.append((char) next);
        }
        if (!line.toString().matches(":-?[0-9]{1,18}\r") || number(line) < least || number(line) > most) {
            throw new WrongReply("expected an integer from %d to %d, received %s".formatted(least, most, line));
        }
    }

    /** The beginning of a request that never ends; it must have no effect. */
    void breakOff(byte[]... words) throws IOException {
        var request = RequestWriter.request(List.of(words));
        socket.getOutputStream().write(request, 0, request.length - 3);
    }

    /** Lets the connection end with a reset instead of in good order. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
    }

    /** The client says that it will send no more; a server that answers that at all closes too. */
    void endOwnSide() throws IOException {
        socket.shutdownOutput();
        if (socket.getInputStream().read() >= 0) {
            throw new WrongReply("a reply that nobody asked for");
        }
    }

    private static long number(StringBuilder line) {
        return Long.parseLong(line.substring(1, line.length() - 1));
    }

    private static String from(int at, byte[] bytes) {
        int begin = Math.max(0, at - 10);
        return '"' + ByteText.escape(bytes, begin, Math.min(bytes.length, begin + SHOWN)) + '"';
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /** The server said something else than it should. */
    static final class WrongReply extends IOException {
        private static final long serialVersionUID = 1L;

        WrongReply(String message) {
            super(message);
        }
    }
}
