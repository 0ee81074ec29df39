package miniredis.spec.compare;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import miniredis.spec.server.Programs;
import org.jspecify.annotations.Nullable;

/** Chromium without a window, told what to do by its DevTools protocol. Start one for a test class, and close it. */
final class Browser implements AutoCloseable {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final long PATIENCE_SECONDS = 60;

    private final Process process;
    private final Path profile;
    private final WebSocket socket;
    private final AtomicInteger lastId = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonObject>> waiting = new ConcurrentHashMap<>();
    private final String session;

    private Browser(Process process, Path profile, String url) {
        this.process = process;
        this.profile = profile;
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create(url), new Replies())
                .join();
        var target = call("Target.createTarget", "{\"url\": \"about:blank\"}", "")
                .get("targetId")
                .getAsString();
        this.session = call("Target.attachToTarget", "{\"targetId\": \"%s\", \"flatten\": true}".formatted(target), "")
                .get("sessionId")
                .getAsString();
        call("Page.enable", "{}");
    }

    /** The path of Chromium, if it is installed. */
    static Optional<Path> installed() {
        return NAMES.stream().flatMap(name -> Programs.find(name).stream()).findFirst();
    }

    static Browser start(Path chromium) throws IOException {
        var profile = Files.createTempDirectory("browser");
        var process = new ProcessBuilder(
                        chromium.toString(),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--no-first-run",
                        "--hide-scrollbars",
                        "--host-resolver-rules=MAP * ~NOTFOUND",
                        "--remote-debugging-port=0",
                        "--remote-allow-origins=*",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectErrorStream(true)
                .start();
        return new Browser(process, profile, debuggerUrl(process.inputReader()));
    }

    private static String debuggerUrl(BufferedReader output) throws IOException {
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith("DevTools listening on ")) {
                return line.substring("DevTools listening on ".length());
            }
        }
        throw new IOException("Chromium ended before it listened.");
    }

    /** Opens a page, and waits until it is loaded. */
    void open(URI page) {
        // A new place of the same page would only be a jump within it.
        call("Page.navigate", "{\"url\": \"about:blank\"}");
        call("Page.navigate", "{\"url\": \"%s\"}".formatted(page));
        await("document.readyState === 'complete' && location.href !== 'about:blank'");
    }

    /** @param script an expression whose value becomes JSON */
    JsonElement evaluate(String script) {
        var params = new JsonObject();
        params.addProperty("expression", script);
        params.addProperty("returnByValue", true);
        params.addProperty("awaitPromise", true);
        var answer = call("Runtime.evaluate", params.toString());
        if (answer.has("exceptionDetails")) {
            throw new AssertionError(script + ": " + answer.get("exceptionDetails"));
        }
        return answer.getAsJsonObject("result").get("value");
    }

    String text(String script) {
        return evaluate(script).getAsString();
    }

    int number(String script) {
        return evaluate(script).getAsInt();
    }

    /** Waits until the expression is true; it is asked again at every frame that the page draws. */
    void await(String condition) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!evaluate("new Promise(done => setTimeout(() => done(Boolean(" + condition + ")), 10))")
                .getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new AssertionError("It never became true: " + condition);
            }
        }
    }

    /** Presses and releases a key such as {@code ArrowDown}, {@code Enter} or {@code Tab}. */
    void press(String key) {
        var code = Map.of("Enter", 13, "Tab", 9, "Escape", 27, "ArrowRight", 39, "ArrowDown", 40)
                .get(key);
        var text = key.equals("Enter") ? ", \"text\": \"\\r\"" : "";
        for (var type : List.of("keyDown", "keyUp")) {
            call(
                    "Input.dispatchKeyEvent",
                    "{\"type\": \"%s\", \"key\": \"%s\", \"code\": \"%s\", \"windowsVirtualKeyCode\": %d%s}"
                            .formatted(type, key, key, code, type.equals("keyDown") ? text : ""));
        }
    }

    void size(int width, int height, boolean phone) {
        call(
                "Emulation.setDeviceMetricsOverride",
                "{\"width\": %d, \"height\": %d, \"deviceScaleFactor\": %d, \"mobile\": %b}"
                        .formatted(width, height, phone ? 2 : 1, phone));
    }

    void dark(boolean dark) {
        call(
                "Emulation.setEmulatedMedia",
                "{\"features\": [{\"name\": \"prefers-color-scheme\", \"value\": \"%s\"}]}"
                        .formatted(dark ? "dark" : "light"));
    }

    void screenshot(Path file) throws IOException {
        var data = call("Page.captureScreenshot", "{\"format\": \"png\"}")
                .get("data")
                .getAsString();
        Files.write(file, Base64.getDecoder().decode(data));
    }

    JsonObject call(String method, String params) {
        return call(method, params, session);
    }

    private JsonObject call(String method, String params, String inSession) {
        int id = lastId.incrementAndGet();
        var reply = new CompletableFuture<JsonObject>();
        waiting.put(id, reply);
        var scope = inSession.isEmpty() ? "" : ", \"sessionId\": \"%s\"".formatted(inSession);
        socket.sendText("{\"id\": %d, \"method\": \"%s\", \"params\": %s%s}".formatted(id, method, params, scope), true)
                .join();
        var answer = reply.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        if (answer.has("error")) {
            throw new AssertionError(method + ": " + answer.get("error"));
        }
        return answer.getAsJsonObject("result");
    }

    @Override
    public void close() throws IOException {
        socket.abort();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.onExit().join();
        try (var files = Files.walk(profile)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }

    private final class Replies implements WebSocket.Listener {
        private final StringBuilder whole = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            whole.append(part);
            if (last) {
                var message = JsonParser.parseString(whole.toString()).getAsJsonObject();
                whole.setLength(0);
                if (message.has("id")) {
                    Optional.ofNullable(waiting.remove(message.get("id").getAsInt()))
                            .ifPresent(reply -> reply.complete(message));
                }
            }
            from.request(1);
            return null;
        }
    }
}
