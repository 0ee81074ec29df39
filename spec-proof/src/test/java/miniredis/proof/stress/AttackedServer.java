package miniredis.proof.stress;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** One of the reference servers, in a separate JVM with a given amount of memory. */
final class AttackedServer implements AutoCloseable {
    private static final Pattern GREETING = Pattern.compile("listens on \\S+:(\\d+)");

    private static final int LOOK_MILLIS = 200;

    private final Process process;
    private final int port;
    private final List<String> log = Collections.synchronizedList(new ArrayList<>());

    private AttackedServer(Process process, int port) {
        this.process = process;
        this.port = port;
        var thread = new Thread(this::readLog, "log of " + process.pid());
        thread.setDaemon(true);
        thread.start();
    }

    static AttackedServer start(Setting setting, String... options) throws IOException {
        var command = new ArrayList<>(List.of(setting.java()));
        if (!setting.heap().equals(Setting.DEFAULT_HEAP)) {
            command.add("-Xmx" + setting.heap());
        }
        var jar = Path.of(setting.server(), "target", setting.server() + ".jar");
        command.addAll(List.of("-jar", jar.toString(), "--port", "0"));
        command.addAll(List.of(options));
        var process = new ProcessBuilder(command).start();
        var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        var greeting = GREETING.matcher(String.valueOf(output.readLine()));
        if (!greeting.find()) {
            process.destroyForcibly();
            throw new IOException(command + " did not start: "
                    + new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
        }
        return new AttackedServer(process, Integer.parseInt(greeting.group(1)));
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** What it has written to standard error. */
    List<String> log() {
        return List.copyOf(log);
    }

    /** Resident memory in bytes, now; 0 when the process has ended. */
    long residentMemory() throws IOException {
        if (!isAlive()) {
            return 0;
        }
        for (var line : Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
            }
        }
        return 0;
    }

    /** Waits until it is idle, because everything that was sent to it has been processed; for so long at most. */
    void awaitRest(int seconds) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        var busy = Duration.ZERO;
        do {
            busy = processorTime();
            Thread.sleep(LOOK_MILLIS);
        } while (processorTime().minus(busy).toMillis() > LOOK_MILLIS / 5 && System.nanoTime() < end);
    }

    private Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Asks it to end, as the system does at shutdown; returns whether it ended soon. */
    boolean terminate() throws InterruptedException {
        process.destroy();
        return process.waitFor(5, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private void readLog() {
        try (var errors = process.errorReader()) {
            errors.lines().forEach(log::add);
        } catch (IOException | RuntimeException ended) {
            // there is no more
        }
    }
}
