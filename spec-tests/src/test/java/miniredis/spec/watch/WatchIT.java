package miniredis.spec.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import miniredis.spec.cli.Main;
import miniredis.spec.fakes.FakeServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The loop in a real terminal: a shell in tmux, in which the command is typed and keys are pressed. */
@Timeout(300)
class WatchIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String TOTALS = "22 scenarios: ";

    @TempDir
    private Path folder;

    private final String socket = "watch-" + UUID.randomUUID();

    @BeforeEach
    void aTerminal() throws Exception {
        Assumptions.assumeTrue(isThere("tmux"), "tmux is not installed; this test watches in a terminal of it");
        // A class path may have spaces in it; so servers get it from their environment.
        var classes = "CLASSPATH=" + System.getProperty("java.class.path");
        tmux("new-session", "-d", "-x", "110", "-y", "40", "env", "PS1=prompt> ", classes, "sh");
    }

    @AfterEach
    void isClosed() throws Exception {
        if (isThere("tmux")) {
            var shells = tmux("list-panes", "-a", "-F", "#{pane_pid}");
            var started = shells.lines()
                    .filter(line -> line.matches("\\d+"))
                    .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)).stream())
                    .flatMap(ProcessHandle::descendants)
                    .toList();
            tmux("kill-server");
            // A run that still writes its report would do so into a folder that is about to be deleted.
            for (var process : started) {
                process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            }
        }
    }

    @Test
    void aSavedFileIsBuiltAndRunAndItsVerdictSaysWhatChanged() throws Exception {
        save("none");
        watch(
                "sh -c 'exec " + fakeServer() + " $(cat made.txt) --port {port}'",
                "--build",
                "cp behaviour.txt made.txt");
        await(screen -> screen.contains(TOTALS + "22 passed"));

        save("answers-twice");
        await(screen -> screen.contains("no longer pass") && screen.contains("First to fix, because it passed"));

        tmux("send-keys", "1");
        await(screen -> screen.contains("Enter everything again") && screen.contains("sent      *1"));

        // The scenario on the screen is run at each save until it passes; then everything is.
        save("none");
        await(screen -> screen.contains(TOTALS + "22 passed") && screen.contains("now pass"));

        tmux("send-keys", "q");
        await(screen -> screen.stripTrailing().endsWith("prompt>"));
        tmux("send-keys", "echo back-$((1+1))", "Enter");
        await(screen -> screen.contains("\nback-2"));
    }

    @Test
    void aBuildThatFailsSaysWhyAndTheNextSaveTriesAgain() throws Exception {
        save("none");
        var build = "grep -q none behaviour.txt || { echo main.c:7: no such thing; exit 3; }";
        watch(fakeServer() + " none --port {port}", "--build", build);
        await(screen -> screen.contains(TOTALS + "22 passed"));

        save("broken");
        await(screen ->
                screen.contains("the build ended with exit code 3") && screen.contains("main.c:7: no such thing"));

        save("none");
        await(screen -> screen.contains(TOTALS + "22 passed"));
    }

    @Test
    void aScenarioIsAskedForByItsId() throws Exception {
        watch(fakeServer() + " none --port {port}");
        await(screen -> screen.contains(TOTALS + "22 passed"));

        tmux("send-keys", "s");
        tmux("send-keys", "-l", "tcp-99");
        tmux("send-keys", "Enter");
        await(screen -> screen.contains("Unknown scenario 'TCP-99'"));
        tmux("send-keys", "BSpace", "BSpace");
        tmux("send-keys", "-l", "01");
        tmux("send-keys", "Enter");
        await(screen -> screen.contains("1 scenario: 1 passed") && screen.contains("sent      "));

        tmux("send-keys", "Enter");
        await(screen -> screen.contains(TOTALS + "22 passed"));
    }

    /** Also in the middle of a run, or while an id is being typed. */
    @Test
    void theTerminalAndTheServersAreGivenBackByCtrlC() throws Exception {
        watch(fakeServer() + " none --port {port} " + folder);
        await(screen -> screen.contains("running ..."));

        tmux("send-keys", "s");
        tmux("send-keys", "C-c");

        await(screen -> screen.stripTrailing().endsWith("prompt>"));
        tmux("send-keys", "echo back-$((1+1))", "Enter");
        await(screen -> screen.contains("\nback-2"));
        assertThat(ProcessHandle.allProcesses()
                        .flatMap(process -> process.info().commandLine().stream())
                        .filter(line -> line.contains(FakeServer.class.getName()) && line.contains(folder.toString())))
                .isEmpty();
    }

    private void save(String behaviour) throws IOException {
        Files.writeString(folder.resolve("behaviour.txt"), behaviour);
    }

    private void watch(String command, String... more) throws Exception {
        var words =
                new ArrayList<>(List.of(java(), "-cp", System.getProperty("java.class.path"), Main.class.getName()));
        words.addAll(
                List.of("run", "--command", command, "--directory", folder.toString(), "--watch", folder.toString()));
        words.addAll(List.of(
                "--language",
                "en",
                "--step",
                "1",
                "--startup-timeout",
                "40",
                "--report",
                folder.resolve("report").toString()));
        words.addAll(List.of(more));
        var script = new StringBuilder("exec");
        words.forEach(
                word -> script.append(" '").append(word.replace("'", "'\\''")).append('\''));
        var file = Files.writeString(folder.resolve(".watch.sh"), "(" + script + ")\n");
        tmux("send-keys", "unset CI; sh " + file, "Enter");
    }

    private static String fakeServer() {
        return "%s -XX:TieredStopAtLevel=1 %s".formatted(java(), FakeServer.class.getName());
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private void await(Predicate<String> seen) throws Exception {
        long until = System.nanoTime() + PATIENCE.toNanos();
        String screen = "";
        while (System.nanoTime() < until) {
            screen = tmux("capture-pane", "-p");
            if (seen.test(screen)) {
                return;
            }
            Thread.sleep(50);
        }
        assertThat(screen).as("the last screen").isEqualTo("one that was waited for");
    }

    private String tmux(String... words) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("tmux", "-L", socket));
        command.addAll(List.of(words));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return printed;
    }

    private static boolean isThere(String program) {
        return miniredis.spec.server.Programs.find(program).isPresent();
    }
}
