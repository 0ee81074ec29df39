package miniredis.proof.exploration;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A server program on a free port, ended with the test. */
public record StartedServer(String name, Process process, int port) implements AutoCloseable {
    private static final int SECONDS_TO_START = 20;

    /** Real Redis, if it is installed. */
    public static Optional<StartedServer> redis() throws IOException, InterruptedException {
        boolean isInstalled = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "redis-server")));
        return isInstalled
                ? Optional.of(start("redis-server", "redis-server", "--save", "", "--appendonly", "no", "--port"))
                : Optional.empty();
    }

    /** A reference server, whose jar has been built. */
    public static StartedServer ofModule(String module) throws IOException, InterruptedException {
        var jar = Path.of(module, "target", module + ".jar");
        return start(module, "java", "-jar", jar.toString(), "--port");
    }

    /** @param command the port is added at its end */
    static StartedServer start(String name, String... command) throws IOException, InterruptedException {
        int port;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        var words = Stream.concat(Stream.of(command), Stream.of(Integer.toString(port)))
                .toList();
        var process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        var server = new StartedServer(name, process, port);
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_START);
        while (!server.answers()) {
            if (System.nanoTime() > until || !process.isAlive()) {
                server.close();
                throw new IOException(List.of(command) + " does not start");
            }
            Thread.sleep(20);
        }
        return server;
    }

    private boolean answers() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
