package miniredis.proof.documents;

import static miniredis.proof.documents.Document.REPOSITORY;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every command of the README, the lectures and the pages around them works: in a copy of the repository, with the workshop
 * solved, each exits with 0. Takes several minutes, so it runs only by name:
 * {@code mvn verify -Pworkshop-steps -Dit.test=DocumentedCommands}. EditionsTest checks that the pages in Japanese have the
 * same commands.
 */
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DocumentedCommands {
    private static final List<String> PAGES = List.of("README.md", "docs/teaching.md", "docs/your-own-server.md");
    private static final Pattern COMMAND = Pattern.compile("(mvn|java|git diff) .*");
    /**
     * Commands that are not run here: the whole build, which is the gate itself; a diff that does differ, because the solution
     * has more packages; the check of the skeleton, which here is solved; the reader's own programs; commands that run until they are stopped (WatchIT, and WorkshopSteps builds
     * with the workshop's watch file); and the areas of step 5, which the solved workshop lacks (a run of impl-blocking has
     * them).
     */
    private static final Pattern NOT_HERE = Pattern.compile(
            "mvn (-o )?verify( -Pworkshop-steps)?|git diff --no-index \\S+/src/main \\S+|.*(node |\\./my-|\\./server ).*"
                    + "|java impl-workshop/Steps.java check"
                    + "|.*(--watch |@impl-workshop/watch).*|.*-Pimpl-workshop .*(-Darea=|-Dstep=5|-Dscenario=DEL-).*");

    private static final Pattern STARTS_A_SERVER = Pattern.compile("java -jar impl-\\w+/target/impl-\\w+\\.jar.*");
    private static final Pattern LISTENS = Pattern.compile("listens on \\S+:(\\d+)");

    @TempDir
    private static Path folder;

    private Path copy;
    private Process server;
    private int port;

    @BeforeAll
    void aCopyWithTheWorkshopSolved() throws Exception {
        copy = folder.resolve("repository");
        try (var files = Files.walk(REPOSITORY)) {
            for (var file : files.filter(DocumentedCommands::isSource).toList()) {
                var target = copy.resolve(REPOSITORY.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
        var python = REPOSITORY.resolve("examples/python-asyncio/server.py");
        for (var there : List.of(folder.resolve("my-server/mini_redis"), copy.resolve("my-server/mini_redis"))) {
            Files.createDirectories(there);
            Files.copy(python, there.resolve("__main__.py"));
        }
        Files.copy(REPOSITORY.resolve("spec-tests/target/mini-redis-spec.jar"), copy.resolve("mini-redis-spec.jar"));
        assertThat(end(shell("java impl-workshop/Steps.java apply 4"))).isZero();
        assertThat(end(shell("mvn -o -q package -Dmaven.test.skip=true"))).isZero();
        server = shell("exec java -jar impl-blocking/target/impl-blocking.jar --port 0");
        port = port(server);
    }

    @AfterAll
    void theServerEnds() throws InterruptedException {
        server.destroy();
        server.waitFor(5, TimeUnit.SECONDS);
    }

    private static boolean isSource(Path file) {
        var path = REPOSITORY.relativize(file);
        return Files.isRegularFile(file)
                && Stream.of(".git", "target", "my-server").noneMatch(folder -> contains(path, folder));
    }

    private static boolean contains(Path path, String folder) {
        for (var name : path) {
            if (name.toString().equals(folder)) {
                return true;
            }
        }
        return false;
    }

    @TestFactory
    Stream<DynamicTest> commands() throws IOException {
        return documented().entrySet().stream()
                .map(command -> DynamicTest.dynamicTest(
                        command.getValue() + " " + command.getKey(), () -> works(command.getKey())));
    }

    /** Each command once, with the place where it is first. */
    private static Map<String, String> documented() throws IOException {
        var commands = new LinkedHashMap<String, String>();
        for (var document : Document.all()) {
            if (PAGES.contains(document.path().toString()) || document.path().startsWith(Path.of("docs", "lectures"))) {
                for (var block : document.blocks("sh", "text")) {
                    for (var line : block.content()) {
                        var command = line.replaceFirst("\\s+# .*", "");
                        if (COMMAND.matcher(command).matches()
                                && !NOT_HERE.matcher(command).matches()) {
                            commands.putIfAbsent(command, document.at(block.line()));
                        }
                    }
                }
            }
        }
        return commands;
    }

    private void works(String command) throws Exception {
        if (STARTS_A_SERVER.matcher(command).matches()) {
            // Any free port: the one of the page may be in use.
            var started = shell("exec " + command.replaceFirst(" --port \\d+", "") + " --port 0");
            assertThat(port(started)).isPositive();
            started.destroy();
            assertThat(started.waitFor(5, TimeUnit.SECONDS)).isTrue();
        } else {
            var offline = command.replaceFirst("^mvn (?!-o )", "mvn -o ");
            var process = shell(offline.replace("localhost:6379", "localhost:" + port));
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(output).isZero();
        }
    }

    private Process shell(String command) throws IOException {
        var shell = new ProcessBuilder("bash", "-c", command)
                .directory(copy.toFile())
                .redirectErrorStream(true);
        // The reader of the README is in the folder of the server.
        shell.environment().put("PYTHONPATH", folder.resolve("my-server").toString());
        return shell.start();
    }

    private static int end(Process process) throws Exception {
        process.getInputStream().readAllBytes();
        return process.waitFor();
    }

    private static int port(Process server) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
        var listens = LISTENS.matcher(String.valueOf(lines.readLine()));
        assertThat(listens.find()).isTrue();
        return Integer.parseInt(listens.group(1));
    }
}
