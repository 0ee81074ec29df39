package miniredis.spec.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import miniredis.spec.report.ComparisonPage;
import miniredis.spec.report.Results;
import miniredis.spec.specification.SpecScenario;
import miniredis.spec.specification.Specification;
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
        assertThat(server(page).get("name").getAsString()).isEqualTo(HOSTILE);
        assertThat(server(page)
                        .getAsJsonArray("causes")
                        .get(0)
                        .getAsJsonObject()
                        .get("title")
                        .getAsString())
                .isEqualTo(HOSTILE);
    }

    private static JsonObject server(String page) {
        var start = page.indexOf('>', page.indexOf("id=\"data\"")) + 1;
        return JsonParser.parseString(page.substring(start, page.indexOf("</script>", start)))
                .getAsJsonObject()
                .getAsJsonArray("servers")
                .get(0)
                .getAsJsonObject();
    }

    @Test
    void theScenariosThatWaitForACauseAreNumberedAsInTheSpecification() throws IOException {
        var scenarios = MadeUpServers.specification().stream()
                .map(scenario -> List.of("INCR-01", "INCR-04").contains(scenario.id())
                        ? MadeUpServers.failed(
                                scenario, 1, "INCR is unknown", MadeUpServers.evidence("", "", 0, "-ERR\\r\\n"))
                        : scenario.id().equals("INCR-02")
                                ? MadeUpServers.onlyInItsOwnPackets(scenario, 1)
                                : MadeUpServers.result(scenario, "passed", 1))
                .toList();
        var server = server(page(List.of(MadeUpServers.with("x", scenarios))));
        var ids = Specification.load().scenarios().map(SpecScenario::id).toList();
        var causes = server.getAsJsonArray("causes");
        assertThat(waiting(causes.get(0))).containsExactly(ids.indexOf("INCR-01"), ids.indexOf("INCR-04"));
        assertThat(causes.get(1).getAsJsonObject().get("title").getAsString()).isEqualTo(MadeUpServers.FRAMING_CAUSE);
        assertThat(waiting(causes.get(1))).containsExactly(ids.indexOf("INCR-02"));
        var verdicts = server.get("verdicts").getAsString();
        assertThat(verdicts.charAt(ids.indexOf("INCR-01"))).isEqualTo('F');
        assertThat(verdicts.charAt(ids.indexOf("INCR-02"))).isEqualTo('R');
    }

    private static List<Integer> waiting(JsonElement cause) {
        return cause.getAsJsonObject().getAsJsonArray("waiting").asList().stream()
                .map(JsonElement::getAsInt)
                .toList();
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

    private static Results hostile() {
        var scenarios = MadeUpServers.specification().stream()
                .map(scenario -> MadeUpServers.failed(
                        scenario, 1, HOSTILE, MadeUpServers.evidence(HOSTILE, HOSTILE, 0, HOSTILE)))
                .toList();
        var server = MadeUpServers.with("name", scenarios);
        return new Results(
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

    private String page(List<Results> servers) throws IOException {
        var file = folder.resolve("index.html");
        ComparisonPage.write(file, servers, Specification.load());
        return Files.readString(file);
    }
}
