package miniredis.blocking.extensions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import miniredis.blocking.Bytes;
import org.junit.jupiter.api.Test;

class MetricsPageTest {
    @Test
    void each_metric_has_a_line_that_prometheus_reads() throws Exception {
        var extensions = ExtensionsTest.extensions();
        int port = begin(extensions);
        var client = ExtensionsTest.welcome(extensions);
        client.execute(List.of(Bytes.of("SET"), Bytes.of("a"), Bytes.of("1")));
        client.execute(List.of(Bytes.of("GET"), Bytes.of("a")));

        var page = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("content-type")).hasValue("text/plain; version=0.0.4");
        assertThat(page.body().lines())
                .allMatch(line -> line.matches("redis_[a-z_]+ [0-9]+"))
                .contains(
                        "redis_keys 1",
                        "redis_keyspace_hits 1",
                        "redis_connected_clients 1",
                        "redis_total_commands_processed 2");
    }

    /** A port that was free may be taken by now; then another one is tried. */
    private static int begin(Extensions extensions) throws IOException {
        for (int tries = 1; ; tries++) {
            int port = freePort();
            try {
                extensions.serveMetrics(port);
                return port;
            } catch (BindException taken) {
                if (tries == 10) {
                    throw taken;
                }
            }
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
