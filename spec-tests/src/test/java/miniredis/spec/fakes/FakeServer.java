package miniredis.spec.fakes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A server that does one thing wrong: {@code FakeServer BEHAVIOUR --port N}. Without a misbehaviour, called {@code none}, it
 * passes steps 1 to 4.
 */
public final class FakeServer {
    private static final int COMMANDS_BEFORE_THE_END = 100;
    private static final int MEGABYTES_OF_OUTPUT = 50;
    private static final Path DATA = Path.of("state.db");

    private final String behaviour;
    private final int port;
    private final FakeRedis redis = new FakeRedis();
    private final AtomicInteger clients = new AtomicInteger();
    private final AtomicInteger commands = new AtomicInteger();
    private final ConcurrencyFault besideOthers;
    private final ThreadLocal<Boolean> hasAsked = ThreadLocal.withInitial(() -> false);

    private FakeServer(String behaviour, int port) {
        this.behaviour = behaviour;
        this.port = port;
        this.besideOthers = new ConcurrencyFault(behaviour, redis);
    }

    public static void main(String[] args) throws Exception {
        new FakeServer(args[0], Integer.parseInt(args[2])).run();
    }

    private boolean is(String name) {
        return behaviour.equals(name);
    }

    private void run() throws Exception {
        prepare();
        try (var server = new ServerSocket(port, 128, InetAddress.getLoopbackAddress())) {
            while (true) {
                var client = server.accept();
                if (is("one-client-at-a-time")) {
                    serve(client);
                } else if (is("one-client-in-all")) {
                    serve(client);
                    return;
                } else {
                    var thread = new Thread(() -> serve(client));
                    thread.setDaemon(true);
                    thread.start();
                }
            }
        }
    }

    private void prepare() throws Exception {
        switch (behaviour) {
            case "never-listens" -> Thread.sleep(Long.MAX_VALUE);
            case "listens-elsewhere" -> {
                try (var elsewhere = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                    System.out.println("listening on " + elsewhere.getLocalPort());
                    Thread.sleep(Long.MAX_VALUE);
                }
            }
            case "ends-at-once" -> end(3, "no configuration found");
            case "listens-late" -> Thread.sleep(3000);
            case "needs-8-seconds" -> Thread.sleep(8000);
            case "needs-12-seconds" -> Thread.sleep(12_000);
            case "spins", "spins-and-is-silent-to-get" -> new Thread(FakeServer::spin).start();
            case "floods-stdout" -> new Thread(FakeServer::print).start();
            case "ignores-term" -> Runtime.getRuntime().addShutdownHook(new Thread(FakeServer::sleepForEver));
            case "leaves-grandchildren" -> again("sleeps", 0);
            case "leaves-its-port-to-a-child" -> again("takes-the-port-over", port);
            case "sleeps" -> Thread.sleep(Long.MAX_VALUE);
            case "takes-the-port-over" -> takeThePortOver();
            case "keeps-its-data" -> {
                if (Files.exists(DATA) && Files.readAllLines(DATA).stream().anyMatch(line -> line.length() > 40)) {
                    end(1, "corrupt");
                }
            }
            case "writes-files" -> Files.writeString(Path.of("dump.rdb"), "data");
            case "starts-only-once" -> {
                if (Files.exists(Path.of("lock"))) {
                    end(9, "another server holds the lock");
                }
                Files.writeString(Path.of("lock"), "");
            }
            default -> {}
        }
    }

    private void serve(Socket client) {
        int number = clients.incrementAndGet();
        try (client) {
            switch (behaviour) {
                case "silent" -> sleepForEver();
                case "closes-at-once" -> client.close();
                case "resets" -> {
                    client.setSoLinger(true, 0);
                    client.close();
                }
                case "exits-on-first-client" -> end(7, "Exception in thread main: boom");
                case "exits-on-50th-client" -> {
                    if (number == 50) {
                        end(7, "too many open files");
                    }
                }
                case "floods-the-client" -> flood(client);
                case "refuses-everybody" -> {
                    // Later than a silent client is looked at, as on a busy machine.
                    LockSupport.parkNanos(60_000_000);
                    client.getOutputStream().write(FakeRedis.ascii("-ERR not written yet\r\n"));
                    client.close();
                }
                case "greets" -> client.getOutputStream().write(FakeRedis.ascii("+welcome\r\n"));
                default -> {}
            }
            new FakeConnection(client).serve(request -> answer(client, request));
        } catch (FakeConnection.Garbage garbage) {
            if (is("exits-on-garbage") || is("keeps-its-data") || is("leaves-its-port-to-a-child")) {
                end(5, "NumberFormatException: For input string");
            }
        } catch (IOException broken) {
            if (is("exits-on-abrupt-close")) {
                end(6, "Connection reset");
            }
        } finally {
            if (is("ends-after-a-reader-has-left") && hasAsked.get()) {
                pause(30);
                end(101, "thread 'main' panicked at src/main.rs:131:19:\nboom");
            }
            if (number == 1 && behaviour.startsWith("spins-when-left")) {
                spin();
            }
        }
    }

    private byte[] answer(Socket client, List<byte[]> request) throws IOException {
        var reply = answer(request);
        if (is("hangs-up-after-set") && FakeRedis.name(request).equals("SET")) {
            client.getOutputStream().write(reply);
            client.close();
        }
        return reply;
    }

    /** What is sent for a request; null for nothing, ever. */
    private byte[] answer(List<byte[]> request) {
        int number = commands.incrementAndGet();
        var name = FakeRedis.name(request);
        boolean unknown = behaviour.equals("lacks-" + name.toLowerCase(Locale.ROOT));
        boolean ignored = behaviour.endsWith("is-silent-to-" + name.toLowerCase(Locale.ROOT));
        hasAsked.set(hasAsked.get() || name.equals("GET"));
        if (is("keeps-its-data") && name.equals("SET")) {
            keep(request);
        }
        switch (behaviour) {
            case "silent-after-100-commands" -> ignored = number > COMMANDS_BEFORE_THE_END;
            case "starts-only-once", "exits-after-100-commands" -> {
                if (number > COMMANDS_BEFORE_THE_END) {
                    end(4, "out of luck");
                }
            }
            case "knows-only-ping" -> ignored = !name.equals("PING");
            case "answers-late" -> pause(15_000);
            case "answers-slowly" -> pause(300);
            case "burns-200-microseconds" -> burn(200_000);
            case "answers-garbage" -> {
                return FakeRedis.ascii("what?!\r\n");
            }
            case "speaks-http" -> {
                return FakeRedis.ascii("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
            }
            default -> {}
        }
        if (ignored) {
            return null;
        }
        if (besideOthers.isOne()) {
            return besideOthers.answer(request);
        }
        var reply = unknown ? FakeRedis.ascii("-ERR unknown command '" + name + "'\r\n") : redis.reply(request);
        return is("answers-twice") ? FakeRedis.concat(reply, reply) : reply;
    }

    private static synchronized void keep(List<byte[]> request) {
        try {
            var value = new String(request.get(request.size() - 1), StandardCharsets.ISO_8859_1);
            Files.writeString(
                    DATA, value.replaceAll("\\W", ".") + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static void flood(Socket client) throws IOException {
        var bytes = FakeRedis.ascii("+PONG\r\n".repeat(1000));
        while (true) {
            client.getOutputStream().write(bytes);
        }
    }

    private static void print() {
        var line = "x".repeat(1023);
        for (int i = 0; i < MEGABYTES_OF_OUTPUT * 1024; i++) {
            System.out.println(line);
        }
        System.out.println("the last line");
    }

    private static void spin() {
        while (true) {
            Thread.onSpinWait();
        }
    }

    private static void burn(long nanos) {
        long until = System.nanoTime() + nanos;
        while (System.nanoTime() < until) {
            Thread.onSpinWait();
        }
    }

    private void again(String behaviour, int port) throws IOException {
        new ProcessBuilder(command(behaviour, Integer.toString(port)))
                .inheritIO()
                .start();
    }

    /** The command line of such a server. */
    public static List<String> command(String behaviour, String port) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return List.of(
                java,
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx48m",
                "-Xss256k",
                "-cp",
                classes().toString(),
                FakeServer.class.getName(),
                behaviour,
                "--port",
                port);
    }

    private static Path classes() {
        try {
            return Path.of(FakeServer.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void takeThePortOver() throws Exception {
        // On a busy machine it could otherwise be there before the server itself.
        var parent = ProcessHandle.current().parent();
        while (parent.isPresent() && parent.get().isAlive()) {
            Thread.sleep(1);
        }
        while (true) {
            try (var server = new ServerSocket(port, 128, InetAddress.getLoopbackAddress())) {
                System.out.println("took over " + server.getLocalPort());
                Thread.sleep(Long.MAX_VALUE);
            } catch (IOException stillTaken) {
                Thread.sleep(1);
            }
        }
    }

    private static void end(int code, String lastWords) {
        System.out.println(lastWords);
        System.out.flush();
        Runtime.getRuntime().halt(code);
    }

    private static void sleepForEver() {
        pause(Long.MAX_VALUE);
    }

    private static void pause(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
