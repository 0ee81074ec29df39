package miniredis.spec.execution;

import java.io.IOException;
import java.nio.file.Files;
import miniredis.spec.cucumber.StepObjects;
import miniredis.spec.server.RunningServer;
import miniredis.spec.server.ServerSpec;
import miniredis.spec.server.ServerUnavailable;
import miniredis.spec.steps.ScenarioContext;
import org.jspecify.annotations.Nullable;

/**
 * The server for scenarios that Cucumber runs by itself, such as by the green arrow in an IDE: the one that the system
 * properties {@code server.command} or {@code server.address} name, started once and ended with this JVM.
 */
public final class StandaloneServer extends StepObjects {
    private static final String WHICH = """
            Which server? Say so with a system property: -Dserver.command='my-server --port {port}' \
            or -Dserver.address=localhost:6379. (mvn verify and mini-redis-spec.jar start Cucumber themselves.)""";

    private static @Nullable RunningServer server;
    private static final PauseDetector PAUSES = new PauseDetector();

    /** For Cucumber, which finds this as a service. */
    public StandaloneServer() {
        super(StandaloneServer::context);
    }

    /** For one scenario. @throws IllegalStateException when there is no server, saying what to do */
    private static synchronized ScenarioContext context() {
        if (server == null) {
            server = startServer();
        }
        return new Instance(server, PAUSES, () -> false, new SetGetProbe()).context(false);
    }

    private static RunningServer startServer() {
        var address = System.getProperty("server.address");
        var command = System.getProperty("server.command");
        if (address == null && command == null) {
            throw new IllegalStateException(WHICH);
        }
        try {
            var spec = address == null ? ServerSpec.ofCommand(command) : ServerSpec.ofAddress(address);
            return spec.server().start(Files.createTempFile("mini-redis-server", ".log"));
        } catch (ServerUnavailable | IOException unavailable) {
            throw new IllegalStateException(unavailable.getMessage(), unavailable);
        }
    }
}
