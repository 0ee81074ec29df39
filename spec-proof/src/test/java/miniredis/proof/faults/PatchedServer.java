package miniredis.proof.faults;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import javax.tools.ToolProvider;
import miniredis.proof.mistakes.Patch;
import miniredis.proof.mistakes.SourceMistake;
import miniredis.spec.server.ServerSpec;
import miniredis.spec.server.ServerUnderTest;

/**
 * impl-blocking with one mistake in its source: the changed class is compiled, and comes before the jar on the class path.
 * Mistakes in step 5 need a server with all its commands, and impl-blocking is one.
 */
public final class PatchedServer {
    /** From the folder of the repository. */
    public static final Path SOURCES = Path.of("impl-blocking/src/main/java/miniredis/blocking");

    private static final Path JAR = Path.of("impl-blocking/target/impl-blocking.jar");

    private PatchedServer() {}

    /** @throws IllegalStateException where impl-blocking has not been built, saying how */
    public static void requireJar() {
        if (!Files.exists(JAR)) {
            throw new IllegalStateException(JAR + " is missing: mvn package -pl impl-blocking -DskipTests");
        }
    }

    /** @param folder where the changed class is stored */
    public static ServerUnderTest with(SourceMistake mistake, Path folder) {
        return with(mistake.title(), List.of(mistake.patch()), folder);
    }

    /**
     * A server with several changes, made in their order.
     *
     * @param title a name for the server, and for its folder
     * @param folder where the changed classes are stored
     */
    public static ServerUnderTest with(String title, List<Patch> patches, Path folder) {
        var classes = compiled(title, patches, folder.resolve(title).toAbsolutePath());
        return ServerSpec.ofCommand(
                        "java -Xshare:auto -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp '%s:%s' miniredis.blocking.full.Main --port {port}"
                                .formatted(classes, JAR.toAbsolutePath()))
                .called(title)
                .givenUpAfter(Duration.ofSeconds(60))
                .server();
    }

    private static Path compiled(String title, List<Patch> patches, Path folder) {
        try {
            var changed = new LinkedHashMap<String, String>();
            for (var patch : patches) {
                String source = changed.getOrDefault(patch.file(), source(patch.file()));
                if (patch.occurrences(source) != 1) {
                    throw new IllegalStateException(title + " does not fit: " + patch.from());
                }
                changed.put(patch.file(), patch.apply(source));
            }
            var files = new ArrayList<String>();
            for (var file : changed.entrySet()) {
                var path = folder.resolve("source").resolve(file.getKey() + ".java");
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
                files.add(path.toString());
            }
            return compiledInto(Files.createDirectories(folder.resolve("classes")), title, files);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static String source(String file) throws IOException {
        return Files.readString(SOURCES.resolve(file + ".java"));
    }

    private static Path compiledInto(Path classes, String title, List<String> files) {
        var arguments = new ArrayList<>(List.of(
                "-nowarn",
                "-d",
                classes.toString(),
                "-cp",
                JAR + File.pathSeparator + System.getProperty("java.class.path")));
        arguments.addAll(files);
        int status = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        if (status != 0) {
            throw new IllegalStateException(title + " does not compile");
        }
        return classes;
    }
}
