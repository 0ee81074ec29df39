package miniredis.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/** Asks a server for DBSIZE, which counts the keys it keeps, including expired ones that are not removed yet. */
final class KeyCount implements AutoCloseable {
    private static final int PATIENCE_MILLISECONDS = 10_000;

    private final Socket socket = new Socket();
    private final BufferedReader in;

    KeyCount(InetSocketAddress server) throws IOException {
        socket.connect(server, PATIENCE_MILLISECONDS);
        socket.setSoTimeout(PATIENCE_MILLISECONDS);
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    }

    /** Empty when the server doesn't know DBSIZE, which is optional here. */
    OptionalLong ask() throws IOException {
        socket.getOutputStream().write("DBSIZE\r\n".getBytes(StandardCharsets.US_ASCII));
        var reply = in.readLine();
        return reply != null && reply.matches(":[0-9]{1,18}")
                ? OptionalLong.of(Long.parseLong(reply.substring(1)))
                : OptionalLong.empty();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
