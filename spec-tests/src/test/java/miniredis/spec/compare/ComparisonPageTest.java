package miniredis.spec.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import miniredis.spec.report.ComparedServer;
import miniredis.spec.report.ComparisonPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ComparisonPageTest {
    private static final String HOSTILE = "</script><script>alert(1)</script><!-- {{data}} \u0000 \u2028 \" ' \\";

    @TempDir
    Path folder;

    @Test
    void nothingThatAServerSaysEndsTheScriptElement() throws IOException {
        var page = page(List.of(hostile()));
        // A script element for the data, one for each server's details, one for the program.
        assertThat(page.split("</script>", -1)).hasSize(4);
        assertThat(page).doesNotContain("alert(1)</").doesNotContain("<!--");
    }

    @Test
    void whatAServerSaysComesBackUnchanged() throws IOException {
        var page = page(List.of(hostile()));
        var start = page.indexOf('>', page.indexOf("id=\"data\"")) + 1;
        var data = JsonParser.parseString(page.substring(start, page.indexOf("</script>", start)))
                .getAsJsonObject();
        assertThat(data.getAsJsonArray("servers")
                        .get(0)
                        .getAsJsonObject()
                        .get("name")
                        .getAsString())
                .isEqualTo(HOSTILE);
    }

    @Test
    void asksNoNetwork() throws IOException {
        assertThat(page(MadeUpServers.many(2)))
                .doesNotContainPattern("<(script|img|iframe)[^>]* src=")
                .doesNotContainPattern("<link[^>]*stylesheet")
                .doesNotContainPattern("url\\(\"?https?:")
                .doesNotContain("@import", "fetch(", "XMLHttpRequest");
    }

    @Test
    void everyPlaceInTheTemplateIsFilled() throws IOException {
        assertThat(page(MadeUpServers.many(1))).doesNotContain("{{styles}}", "{{scripts}}", "{{data}}", "{{details}}");
    }

    private static ComparedServer hostile() {
        var server = MadeUpServers.one("name", 0.5, new Random(3)).named(HOSTILE);
        return new ComparedServer(
                HOSTILE,
                HOSTILE,
                4,
                true,
                HOSTILE,
                server.causes(),
                server.scenarios(),
                HOSTILE,
                true,
                HOSTILE,
                List.of());
    }

    private String page(List<ComparedServer> servers) throws IOException {
        var file = folder.resolve("index.html");
        ComparisonPage.write(file, servers);
        return Files.readString(file);
    }
}
