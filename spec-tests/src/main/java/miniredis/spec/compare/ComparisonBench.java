package miniredis.spec.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import miniredis.spec.report.ComparedServer;
import miniredis.spec.server.ServerUnderTest;

/** Measures one server's speed, on a server started for this alone. */
@FunctionalInterface
public interface ComparisonBench {
    /** Measures nothing. */
    ComparisonBench NONE = (server, folder) -> List.of();

    List<ComparedServer.Speed> measure(ServerUnderTest server, Path folder) throws IOException;
}
