package miniredis.spec;

import java.util.stream.Stream;
import miniredis.spec.maven.DeferredVerdict;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** The specification against the server that a profile or {@code -D} names; each scenario is a test. */
class JudgeServer {
    @TestFactory
    Stream<DynamicNode> specification() throws Exception {
        var settings = MavenSettings.fromSystemProperties();
        return MavenRun.of(
                settings.server(),
                settings.selection(),
                settings.reportFolder(),
                settings.language(),
                settings.again(),
                DeferredVerdict.made(MavenSettings.reports()));
    }
}
