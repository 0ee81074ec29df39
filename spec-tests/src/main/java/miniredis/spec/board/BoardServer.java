package miniredis.spec.board;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import miniredis.spec.board.Standings.Told;

/**
 * Serves the page, sends it news by server-sent events, and takes standings. The secret in the address is the only access
 * control; input is bounded in size, time, rate and number, and shown as text.
 *
 * <pre>
 * GET  /SECRET/          the page
 * GET  /SECRET/state     all standings
 * GET  /SECRET/events    "data: VERSION" whenever there is a new one
 * POST /SECRET/tell      one standing
 * </pre>
 */
final class BoardServer implements AutoCloseable {
    private static final int LARGEST_STANDING = 64 * 1024;
    private static final int MOST_THREADS = 256;
    private static final int MOST_WATCHERS = 200;
    private static final int SECONDS_FOR_A_REQUEST = 10;
    private static final long BETWEEN_SIGNS_OF_LIFE = 15_000;

    /** The page is self-contained, and sends requests only to this server. */
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline';"
            + " connect-src 'self'; img-src data:";

    static {
        // A client that sends half a request is disconnected; the JDK reads this when its first server is made.
        System.setProperty("sun.net.httpserver.maxReqTime", Integer.toString(SECONDS_FOR_A_REQUEST));
        System.setProperty("jdk.httpserver.maxConnections", Integer.toString(2 * MOST_THREADS));
    }

    private final HttpServer server;
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            MOST_THREADS,
            MOST_THREADS,
            SECONDS_FOR_A_REQUEST,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            BoardServer::daemon);
    private final String secret;
    private final Standings standings;
    private final byte[] page;
    private int watchers;

    /** @throws IOException when the port is taken */
    BoardServer(InetSocketAddress address, String secret, Standings standings) throws IOException {
        this.secret = secret;
        this.standings = standings;
        this.page = BoardPage.html().getBytes(StandardCharsets.UTF_8);
        server = HttpServer.create(address, 0);
        threads.allowCoreThreadTimeOut(true);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
    }

    void start() {
        server.start();
    }

    InetSocketAddress address() {
        return server.getAddress();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static Thread daemon(Runnable task) {
        var thread = new Thread(task, "board");
        thread.setDaemon(true);
        return thread;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getRawPath();
            int end = path.indexOf('/', 1);
            if (!isSecret(path.substring(1, Math.max(1, end < 0 ? path.length() : end)))) {
                answer(exchange, 404, "Not here.");
                return;
            }
            switch (exchange.getRequestMethod() + (end < 0 ? "" : path.substring(end))) {
                case "GET" -> redirect(exchange);
                case "GET/" -> send(exchange, 200, "text/html; charset=utf-8", page);
                case "GET/state" -> send(exchange, 200, "application/json", utf8(standings.json()));
                case "GET/events" -> sendEvents(exchange);
                case "POST/tell" -> take(exchange);
                default -> answer(exchange, 404, "Not here.");
            }
        }
    }

    private boolean isSecret(String part) {
        return MessageDigest.isEqual(utf8(part), utf8(secret));
    }

    private void redirect(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Location", "/" + secret + "/");
        answer(exchange, 302, "");
    }

    private void take(HttpExchange exchange) throws IOException {
        var body = read(exchange.getRequestBody());
        if (body.length > LARGEST_STANDING) {
            exchange.getResponseHeaders().set("Connection", "close");
            answer(exchange, 413, "Too large.");
            return;
        }
        var standing = Standing.received(new String(body, StandardCharsets.UTF_8), System.currentTimeMillis());
        if (standing.isEmpty()) {
            answer(exchange, 400, "This is not a standing.");
            return;
        }
        var told = standings.tell(standing.get());
        answer(exchange, told == Told.KEPT ? 200 : 429, told == Told.KEPT ? "Thank you." : "Too many.");
    }

    /** One byte too many is enough to refuse it. */
    private static byte[] read(InputStream body) throws IOException {
        return body.readNBytes(LARGEST_STANDING + 1);
    }

    private void sendEvents(HttpExchange exchange) throws IOException {
        if (!mayWatch()) {
            answer(exchange, 503, "Too many people are watching.");
            return;
        }
        try {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.sendResponseHeaders(200, 0);
            var out = exchange.getResponseBody();
            long known = -1;
            while (true) {
                long newest = standings.version();
                out.write(utf8(newest == known ? ": still here\n\n" : "data: %d\n\n".formatted(newest)));
                out.flush();
                known = newest;
                standings.awaitNewer(known, BETWEEN_SIGNS_OF_LIFE);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } finally {
            watchEnds();
        }
    }

    private synchronized boolean mayWatch() {
        if (watchers >= MOST_WATCHERS) {
            return false;
        }
        watchers++;
        return true;
    }

    private synchronized void watchEnds() {
        watchers--;
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        send(exchange, status, "text/plain; charset=utf-8", utf8(text));
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", type);
        headers.set("Cache-Control", "no-store");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Content-Security-Policy", POLICY);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
