package miniredis.spec.watch;

import static java.util.Objects.requireNonNull;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import miniredis.spec.i18n.Message;
import org.jspecify.annotations.Nullable;

/** The command that makes the server of its sources, run by the system's shell. It can be given up. */
final class Build {
    /**
     * How it went.
     *
     * @param output what it printed, the first lines first
     * @param log the file that has all of it
     */
    record Outcome(boolean succeeded, Message ending, List<String> output, Path log) {}

    private static final int LINES_KEPT = 200;

    private final String command;
    private final Path directory;
    private final Path log;
    private @Nullable Process process;
    private boolean givenUp;

    /** @param log the file for what it prints */
    Build(String command, Path directory, Path log) {
        this.command = command;
        this.directory = directory;
        this.log = log;
    }

    /** Runs it, and waits for its end. */
    Outcome run() {
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            if (!start()) {
                return new Outcome(false, Message.of("build.given-up"), List.of(), log);
            }
            int exitCode = requireNonNull(process).waitFor();
            return new Outcome(exitCode == 0, Message.of("build.ended", exitCode), output(), log);
        } catch (IOException noShell) {
            return new Outcome(false, Message.of("build.not-started", noShell.getMessage()), List.of(), log);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            giveUp();
            return new Outcome(false, Message.of("build.given-up"), List.of(), log);
        }
    }

    private synchronized boolean start() throws IOException {
        if (givenUp) {
            return false;
        }
        var shell = File.separatorChar == '\\' ? List.of("cmd.exe", "/c", command) : List.of("sh", "-c", command);
        process = new ProcessBuilder(shell)
                .directory(directory.toAbsolutePath().toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File(File.separatorChar == '\\' ? "NUL" : "/dev/null")))
                .redirectOutput(log.toFile())
                .start();
        return true;
    }

    private List<String> output() throws IOException {
        // What a compiler prints need not be UTF-8; a wrong letter is better than no line.
        return new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.replaceAll("\u001B\\[[0-9;]*[A-Za-z]", "").replaceAll("\\p{Cntrl}", " "))
                .limit(LINES_KEPT)
                .toList();
    }

    /** Ends it with all that it started. */
    synchronized void giveUp() {
        givenUp = true;
        if (process != null) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
