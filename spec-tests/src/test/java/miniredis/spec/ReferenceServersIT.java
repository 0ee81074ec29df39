package miniredis.spec;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import miniredis.spec.server.CommandServer;
import miniredis.spec.specification.Selection;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** The reference servers meet the specification to the last byte. */
class ReferenceServersIT {
    @TestFactory
    Stream<DynamicNode> implBlocking() throws Exception {
        return strict("impl-blocking");
    }

    @TestFactory
    Stream<DynamicNode> implNio() throws Exception {
        return strict("impl-nio");
    }

    private static Stream<DynamicNode> strict(String module) throws Exception {
        var server = new CommandServer(
                module,
                "java -jar '%s' --port {port}".formatted(Path.of(module, "target", module + ".jar")),
                Path.of(""),
                0,
                Map.of(),
                Duration.ofSeconds(30));
        return ScenarioTests.of(
                server,
                Selection.everything(true),
                MavenSettings.reports().resolve(module),
                "mvn verify -P%s -Dstrict -Dscenario=".formatted(module));
    }
}
