package miniredis.proof.documents;

import static miniredis.proof.documents.Document.REPOSITORY;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/** The sessions in the documents, blocks called {@code console}, are run again, and print what the documents say. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SessionsIT {
    private static final Path SERVER = REPOSITORY.resolve("impl-blocking/target/impl-blocking.jar");
    private static final Pattern LISTENS = Pattern.compile("listens on \\S+:(\\d+)");

    @BeforeAll
    static void theToolsAreThere() throws Exception {
        Assumptions.assumeTrue(
                works("redis-cli --version") && works("nc -h") && works("xxd -v"),
                "bash, redis-cli, nc and xxd are not all installed; this test types what the documents show");
    }

    private static boolean works(String command) throws InterruptedException {
        try {
            var process = new ProcessBuilder("bash", "-c", command)
                    .redirectErrorStream(true)
                    .start();
            process.getInputStream().readAllBytes();
            return process.waitFor() == 0;
        } catch (IOException noBash) {
            return false;
        }
    }

    @TestFactory
    Stream<DynamicTest> sessions() throws IOException {
        // EditionsTest checks that the pages in Japanese have the same sessions.
        return Document.all().stream()
                .filter(document -> !document.isJapanese())
                .flatMap(document -> document.blocks("console").stream()
                        .map(block ->
                                DynamicTest.dynamicTest(document.at(block.line()), () -> typeAgain(block.content()))));
    }

    private static void typeAgain(List<String> session) throws Exception {
        var server = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        SERVER.toString(),
                        "--port",
                        "0")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            int port = port(server);
            var printed = new ArrayList<String>();
            for (var line : session) {
                if (line.startsWith("$ ")) {
                    printed.add(line);
                    printed.addAll(outputOf(line.substring(2).replace("6379", String.valueOf(port))));
                }
            }
            assertThat(String.join("\n", printed)).isEqualTo(String.join("\n", session));
        } finally {
            server.destroy();
            server.waitFor(5, TimeUnit.SECONDS);
        }
    }

    private static int port(Process server) throws IOException {
        var line =
                new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8)).readLine();
        var listens = LISTENS.matcher(String.valueOf(line));
        assertThat(listens.find()).as(line).isTrue();
        return Integer.parseInt(listens.group(1));
    }

    private static List<String> outputOf(String command) throws Exception {
        var shell = new ProcessBuilder("bash", "-c", command).redirectErrorStream(true);
        // redis-cli writes more plainly without a terminal; this makes it write as in a terminal.
        shell.environment().put("FAKETTY", "1");
        var process = shell.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output.lines().map(line -> line.replace("\r", "")).toList();
    }
}
