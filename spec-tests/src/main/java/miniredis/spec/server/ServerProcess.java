package miniredis.spec.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The server under test as a child process. */
final class ServerProcess implements RunningServer {
    private static final long TIME_TO_NOTICE_A_DEATH_MILLISECONDS = 400;

    private final Process process;
    private final ProcessFamily family;
    private final OutputDrain output;
    private InetSocketAddress address;

    private ServerProcess(Process process, ProcessFamily family, OutputDrain output) {
        this.process = process;
        this.family = family;
        this.output = output;
    }

    static ServerProcess start(List<String> words, Path directory, Map<String, String> environment, Path outputFile)
            throws IOException {
        var builder = new ProcessBuilder(words).redirectErrorStream(true);
        if (!directory.equals(Path.of(""))) {
            builder.directory(directory.toFile());
        }
        builder.environment().putAll(environment);
        var mark = ProcessFamily.newMark();
        builder.environment().put(ProcessFamily.VARIABLE, mark);
        Guardian.ensureRunning();
        var process = builder.start();
        var family = new ProcessFamily(process.toHandle(), mark);
        Guardian.watch(process.pid());
        process.getOutputStream().close();
        return new ServerProcess(process, family, OutputDrain.of(process.getInputStream(), outputFile));
    }

    /** Waits until the port accepts. */
    void awaitListening(int port, Duration timeout) throws ServerUnavailable {
        long until = System.nanoTime() + timeout.toNanos();
        while (System.nanoTime() < until) {
            var found = Ports.acceptingHere(port);
            if (found.isPresent()) {
                address = found.get();
                return;
            }
            if (!process.isAlive() && family.isGone()) {
                throw new ServerUnavailable("The server ended before it accepted a connection on port %d: it %s"
                        .formatted(port, endInWords()));
            }
            Ports.pauseBeforeNextTry();
        }
        throw new ServerUnavailable(
                """
                The server did not accept a connection on port %d within %s seconds. \
                Does it listen on the port it is given? (A slow start needs --startup-timeout.)%s"""
                        .formatted(port, timeout.toSeconds(), output.quoted()));
    }

    @Override
    public InetSocketAddress address() {
        return address;
    }

    @Override
    public boolean isDead() {
        return !process.isAlive() && !Ports.accepts(address);
    }

    @Override
    public Optional<String> death() {
        try {
            // The connection ends a moment before the process does.
            if (process.isAlive() && !process.waitFor(TIME_TO_NOTICE_A_DEATH_MILLISECONDS, TimeUnit.MILLISECONDS)) {
                return Optional.empty();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        // A program may start the real server in the background and end itself.
        return isDead() ? Optional.of(endInWords()) : Optional.empty();
    }

    private String endInWords() {
        output.awaitEnd();
        int code = process.exitValue();
        String how = code > 128 && code < 160
                ? "was killed by signal %d%s".formatted(code - 128, signalName(code - 128))
                : "exited with code %d".formatted(code);
        return how + output.quoted();
    }

    private static String signalName(int signal) {
        return switch (signal) {
            case 6 -> " (SIGABRT)";
            case 9 -> " (SIGKILL; out of memory?)";
            case 11 -> " (SIGSEGV)";
            case 13 -> " (SIGPIPE: a write to a client that had left)";
            case 15 -> " (SIGTERM)";
            default -> "";
        };
    }

    @Override
    public Set<Long> processIds() {
        return family.processIds();
    }

    @Override
    public String lastLines() {
        return output.lastLines();
    }

    @Override
    public void close() {
        family.end();
        Guardian.forget(process.pid());
        output.awaitEnd();
    }
}
