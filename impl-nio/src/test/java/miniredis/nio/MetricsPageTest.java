package miniredis.nio;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class MetricsPageTest {
    @Test
    void hands_out_what_was_published_last() throws Exception {
        try (var page = new MetricsPage(0)) {
            page.publish("redis_keys 1\n");
            page.publish("redis_keys 2\n");

            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + page.port() + "/metrics"))
                    .build();
            var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("redis_keys 2\n");
        }
    }
}
