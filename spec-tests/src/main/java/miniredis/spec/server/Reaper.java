package miniredis.spec.server;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Scanner;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Ends the servers that still run when the run ends before it has ended them. When it is told to end (Ctrl-C, TERM), it does so
 * itself, in good order. When it is killed it can't; so a small process beside it reads from the run, and when the input ends
 * kills every server of the run that still lives.
 */
public final class Reaper {
    private static final Set<ServerProcess> RUNNING = new HashSet<>();
    private static boolean ending;
    private static @Nullable Process process;

    @SuppressWarnings("NullAway.Init") // ensureRunning comes before all that uses it
    private static PrintStream line;

    private Reaper() {}

    /** Starts a server. */
    interface Start {
        ServerProcess start() throws IOException;
    }

    /** No server is started any more once the run is on its way out, and none is started unseen. */
    static synchronized ServerProcess adopt(Start start) throws IOException {
        if (ending) {
            throw new IOException("the run is ending");
        }
        ensureRunning();
        var server = start.start();
        RUNNING.add(server);
        line.println("+" + server.processId());
        return server;
    }

    static synchronized void forget(ServerProcess server) {
        RUNNING.remove(server);
        line.println("-" + server.processId());
    }

    private static void endAll() {
        Set<ServerProcess> left;
        synchronized (Reaper.class) {
            ending = true;
            left = Set.copyOf(RUNNING);
        }
        left.parallelStream().forEach(ServerProcess::close);
    }

    private static void ensureRunning() throws IOException {
        if (process != null && process.isAlive()) {
            return;
        }
        if (process == null) {
            Runtime.getRuntime().addShutdownHook(new Thread(Reaper::endAll, "last server out"));
        }
        Path classes;
        try {
            classes = Path.of(Reaper.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException strangePath) {
            throw new IOException(strangePath);
        }
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(
                        java,
                        "-Xmx16m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:auto",
                        "-cp",
                        classes.toString(),
                        Reaper.class.getName(),
                        ProcessFamily.markOfThisRun())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        // Settings meant for the run's own JVM: a large heap, an agent.
        builder.environment().keySet().removeAll(Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
        process = builder.start();
        line = new PrintStream(process.getOutputStream(), true, StandardCharsets.US_ASCII);
    }

    /** The process beside the run: takes {@code +pid} and {@code -pid} lines until they end. */
    public static void main(String[] mark) {
        // Ctrl-C reaches every process of the terminal, and this one must outlast the run. A JVM that is already on its
        // way out ignores such signals: so the whole work is done in a shutdown hook, and it ends with the run's pipe.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> reap(mark[0])));
    }

    private static void reap(String mark) {
        var running = new HashMap<Long, ProcessHandle>();
        try (var lines = new Scanner(System.in, StandardCharsets.US_ASCII)) {
            while (lines.hasNextLine()) {
                var order = lines.nextLine();
                long pid = Long.parseLong(order.substring(1));
                if (order.startsWith("+")) {
                    ProcessHandle.of(pid).ifPresent(handle -> running.put(pid, handle));
                } else {
                    running.remove(pid);
                }
            }
        }
        new ProcessFamily(running.values(), mark).kill();
    }
}
