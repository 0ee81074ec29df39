package miniredis.proof.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import miniredis.spec.server.ServerSpec;
import miniredis.spec.server.ServerUnderTest;

/** A copy of the skeleton, with the solution written into it as far as a learner has come. */
record Skeleton(Path folder) {
    static final Path SOURCES = Path.of("impl-workshop/src/main/java/miniredis/blocking");
    private static final String STEPS = "impl-workshop/Steps.java";

    /**
     * Copied, filled in and compiled.
     *
     * @param place {@code 2} is after step 2, {@code 2.3} after its part 3, {@code 0} untouched
     */
    ServerUnderTest server(String place) throws Exception {
        copy(Path.of("impl-workshop/src/main"), folder.resolve("main"));
        steps("apply", place, folder.resolve("main").toString());
        var classes = compile();
        return ServerSpec.ofCommand(
                        "java -XX:TieredStopAtLevel=1 -cp '" + classes + "' miniredis.blocking.Main --port {port}")
                .called("the skeleton")
                .givenUpAfter(Duration.ofSeconds(30))
                .server();
    }

    /** What a learner types: {@code java impl-workshop/Steps.java apply 2}. */
    static String steps(String... arguments) throws Exception {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), STEPS));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    private Path compile() throws IOException {
        var classes = Files.createDirectories(folder.resolve("classes"));
        try (var sources = Files.walk(folder.resolve("main"))) {
            var arguments = sources.map(Path::toString)
                    .filter(path -> path.endsWith(".java"))
                    .collect(Collectors.toList());
            // The class path of this test also has what is needed only to compile.
            arguments.addAll(0, List.of("-d", classes.toString(), "-cp", System.getProperty("java.class.path")));
            int status = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
            assertThat(status).as("exit status of the compiler").isZero();
        }
        return classes;
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                var target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
