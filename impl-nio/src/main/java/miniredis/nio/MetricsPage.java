package miniredis.nio;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * The metrics over HTTP. The event loop publishes them once a second. A separate thread serves them, so that a request costs
 * the loop no time.
 */
final class MetricsPage implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 2000;
    private static final int LONGEST_REQUEST = 8192;

    private final ServerSocket listener;
    private volatile String text = "";

    /** @throws IOException if the port is taken */
    MetricsPage(int port) throws IOException {
        listener = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        var thread = new Thread(this::serve, "metrics");
        thread.setDaemon(true);
        thread.start();
    }

    void publish(String metrics) {
        text = metrics;
    }

    int port() {
        return listener.getLocalPort();
    }

    private void serve() {
        while (!listener.isClosed()) {
            try (var client = listener.accept()) {
                answer(client);
            } catch (IOException left) {
                // this client has disconnected; serve the next one
            }
        }
    }

    private void answer(Socket client) throws IOException {
        client.setSoTimeout(PATIENCE_MILLIS);
        client.getInputStream().read(new byte[LONGEST_REQUEST]); // whatever it asks for
        byte[] body = text.getBytes(StandardCharsets.US_ASCII);
        var head = "HTTP/1.1 200 OK\r\nContent-Type: text/plain; version=0.0.4\r\nContent-Length: " + body.length
                + "\r\nConnection: close\r\n\r\n";
        client.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        client.getOutputStream().write(body);
        client.shutdownOutput();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
