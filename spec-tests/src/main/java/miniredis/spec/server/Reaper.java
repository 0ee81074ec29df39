package miniredis.spec.server;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Scanner;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A small process beside the run that ends the servers when the run itself can't any more: it reads from the run, and when
 * that breaks off, because the run was killed, it kills every server of the run that still lives.
 */
public final class Reaper {
    private static @Nullable Process process;

    @SuppressWarnings("NullAway.Init") // ensureRunning comes before all that uses it
    private static PrintStream line;

    private Reaper() {}

    /** Starts the guardian of this run, if it is not there. */
    static synchronized void ensureRunning() throws IOException {
        if (process != null && process.isAlive()) {
            return;
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

    static synchronized void watch(long pid) {
        line.println("+" + pid);
    }

    static synchronized void forget(long pid) {
        line.println("-" + pid);
    }

    /** The guardian process itself: takes {@code +pid} and {@code -pid} lines until they end. */
    public static void main(String[] mark) {
        // Ctrl-C reaches every process of the terminal, and this one must outlast the run. A JVM that is already on its
        // way out ignores such signals: so the whole work is done in a shutdown hook, and it ends with the run's pipe.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> guard(mark[0])));
    }

    private static void guard(String mark) {
        var watched = new HashMap<Long, ProcessHandle>();
        try (var lines = new Scanner(System.in, StandardCharsets.US_ASCII)) {
            while (lines.hasNextLine()) {
                var order = lines.nextLine();
                long pid = Long.parseLong(order.substring(1));
                if (order.startsWith("+")) {
                    ProcessHandle.of(pid).ifPresent(handle -> watched.put(pid, handle));
                } else {
                    watched.remove(pid);
                }
            }
        }
        watched.values().stream()
                .flatMap(handle -> Stream.concat(Stream.of(handle), handle.descendants()))
                .toList()
                .forEach(ProcessHandle::destroyForcibly);
        ProcessFamily.marked(mark).forEach(ProcessHandle::destroyForcibly);
    }
}
