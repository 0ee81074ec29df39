package miniredis.proof.exploration;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;

/** The workshop's server with the Keyspace of {@code src/test/racy}, which has one race. Nothing makes the race more likely. */
final class RacyServer {
    enum Race {
        NONE,
        FIRST_INCR,
        LOST_COUNT,
        LAZY_REMOVAL,
        SWEEP,
        TORN_VALUE,
        EXPIRE_WRITES_BACK
    }

    private static final Path SOURCE = Path.of("spec-proof/src/test/racy/Keyspace.java");
    private static final Path CLASSES = Path.of("spec-proof/target/proof/racy");
    private static final Path JAR = Path.of("impl-blocking/target/impl-blocking.jar");

    private RacyServer() {}

    /** The command that starts it, with {@code {port}} for its port. */
    static String command(Race race) throws IOException {
        compile();
        return "java -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Drace=%s -cp \"%s\" miniredis.blocking.Main --port {port}"
                .formatted(race, CLASSES.toAbsolutePath() + File.pathSeparator + JAR.toAbsolutePath());
    }

    private static synchronized void compile() throws IOException {
        Files.createDirectories(CLASSES);
        int status = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-nowarn",
                        "-d",
                        CLASSES.toString(),
                        "-cp",
                        JAR + File.pathSeparator + System.getProperty("java.class.path"),
                        SOURCE.toString());
        if (status != 0) {
            throw new IllegalStateException(SOURCE + " does not compile");
        }
    }
}
