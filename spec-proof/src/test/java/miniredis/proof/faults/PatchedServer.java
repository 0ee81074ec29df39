package miniredis.proof.faults;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.tools.ToolProvider;
import miniredis.proof.mistakes.SourceMistake;
import miniredis.spec.server.ServerSpec;
import miniredis.spec.server.ServerUnderTest;

/**
 * impl-blocking with one mistake in its source: the one file is changed and compiled, and stands before the jar on the class path.
 * Only a whole server has all commands of step 5 to be wrong in, and this one is there.
 */
public final class PatchedServer {
    /** From the folder of the repository. */
    public static final Path SOURCES = Path.of("impl-blocking/src/main/java/miniredis/blocking");

    private static final Path JAR = Path.of("impl-blocking/target/impl-blocking.jar");

    private PatchedServer() {}

    /** @param folder where the changed class may stand */
    public static ServerUnderTest with(SourceMistake mistake, Path folder) {
        var classes = compiled(mistake, folder.resolve(mistake.title()).toAbsolutePath());
        return ServerSpec.ofCommand(
                        "java -Xshare:auto -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp '%s:%s' miniredis.blocking.full.Main --port {port}"
                                .formatted(classes, JAR.toAbsolutePath()))
                .called(mistake.title())
                .givenUpAfter(Duration.ofSeconds(60))
                .server();
    }

    private static Path compiled(SourceMistake mistake, Path folder) {
        var patch = mistake.patch();
        try {
            var source = Files.readString(SOURCES.resolve(patch.file() + ".java"));
            var changed = folder.resolve("source").resolve(patch.file() + ".java");
            Files.createDirectories(changed.getParent());
            Files.writeString(changed, patch.apply(source));
            var classes = Files.createDirectories(folder.resolve("classes"));
            int status = ToolProvider.getSystemJavaCompiler()
                    .run(
                            null,
                            null,
                            null,
                            "-nowarn",
                            "-d",
                            classes.toString(),
                            "-cp",
                            JAR + File.pathSeparator + System.getProperty("java.class.path"),
                            changed.toString());
            if (status != 0) {
                throw new IllegalStateException(mistake.title() + " does not compile");
            }
            return classes;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
