package miniredis.blocking.extensions;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/**
 * The metrics over HTTP, in the text format that Prometheus reads: a name, a space, a number, and the end of the line. That is
 * too little to need a library.
 */
final class MetricsPage {
    private static final int PATIENCE_MILLIS = 2000;
    private static final int LONGEST_REQUEST = 8192;

    private final Metrics metrics;

    MetricsPage(Metrics metrics) {
        this.metrics = metrics;
    }

    /** Answers every request on this port of the loopback address. @throws IOException if the port is taken */
    void serve(int port) throws IOException {
        var listener = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        var thread = new Thread(() -> serve(listener), "metrics");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve(ServerSocket listener) {
        while (!listener.isClosed()) {
            try (var client = listener.accept()) {
                answer(client);
            } catch (IOException left) {
                // This client has disconnected. Serve the next one.
            }
        }
    }

    private void answer(Socket client) throws IOException {
        client.setSoTimeout(PATIENCE_MILLIS);
        // One read is enough: the reply is the same, whatever the request says.
        client.getInputStream().read(new byte[LONGEST_REQUEST]);
        byte[] body = text().getBytes(StandardCharsets.US_ASCII);
        var head = "HTTP/1.1 200 OK\r\nContent-Type: text/plain; version=0.0.4\r\nContent-Length: " + body.length
                + "\r\nConnection: close\r\n\r\n";
        client.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        client.getOutputStream().write(body);
        client.shutdownOutput();
    }

    String text() {
        return metrics.forPrometheus().entrySet().stream()
                .map(metric -> "redis_" + metric.getKey() + " " + metric.getValue() + "\n")
                .collect(Collectors.joining());
    }
}
