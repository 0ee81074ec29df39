package miniredis.spec;

import java.time.Duration;
import java.util.stream.Stream;
import miniredis.spec.server.ServerSpec;
import miniredis.spec.specification.Selection;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** The reference servers meet the specification byte for byte. */
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
        var server = ServerSpec.ofCommand(MavenSettings.commandOfModule(module))
                .called(module)
                .givenUpAfter(Duration.ofSeconds(30))
                .server();
        return MavenRun.of(
                server,
                Selection.withExtensions(true),
                MavenSettings.reports().resolve(module),
                "mvn verify -P%s -Dstrict -Dscenario=".formatted(module));
    }
}
