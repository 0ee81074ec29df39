package miniredis.spec.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import miniredis.spec.i18n.Message;
import miniredis.spec.i18n.UsageException;
import miniredis.spec.specification.Selection;
import miniredis.spec.verdict.Cause;
import miniredis.spec.verdict.RunResult;
import miniredis.spec.verdict.ScenarioResult;
import miniredis.spec.verdict.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class BoardServerTest {
    private static final String SECRET = "s3cret";

    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private BoardServer board;

    @BeforeEach
    void isOpen() throws IOException {
        board = open();
    }

    @AfterEach
    void isClosed() {
        board.close();
    }

    @Test
    void aRunIsShownWithItsPartsAndItsFirstCause() throws Exception {
        assertThat(Teller.of(url(), "Aiko").tell(run(Status.FAILED))).isEmpty();

        assertThat(get("/s3cret/state"))
                .startsWith("[{\"name\":\"Aiko\",\"parts\":[{\"step\":1,\"title\":")
                .contains("\"first\":{\"id\":\"TCP-01\",\"title\":\"")
                .contains("\"passed\":0,");
        assertThat(Teller.of(url(), "Ben").tell(run(Status.PASSED))).isEmpty();
        assertThat(get("/s3cret/state")).contains("\"name\":\"Ben\"").containsOnlyOnce("\"first\"");
        assertThat(get("/s3cret/")).contains("<title>Board", "EventSource").doesNotContain("{{");
    }

    @Test
    void whatWasToldIsThereAfterANewStart() throws Exception {
        Teller.of(url(), "Aiko").tell(run(Status.PASSED));
        board.close();
        board = open();

        assertThat(get("/s3cret/state")).contains("\"name\":\"Aiko\"");
        assertThat(folder).isDirectoryNotContaining("glob:**.next");
    }

    @Test
    void aPageIsToldAtOnceOfWhatIsNew() throws Exception {
        try (var watcher =
                new Socket(InetAddress.getLoopbackAddress(), board.address().getPort())) {
            watcher.getOutputStream()
                    .write("GET /s3cret/events HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            var events = new BufferedReader(new InputStreamReader(watcher.getInputStream(), StandardCharsets.UTF_8));
            awaitLine(events, "data: 0");

            Teller.of(url(), "Aiko").tell(run(Status.PASSED));

            awaitLine(events, "data: 1");
        }
    }

    @Test
    void withoutTheSecretNothingIsShownOrTaken() throws Exception {
        for (var path : List.of("/", "/wrong", "/wrong/state", "/wrong/events", "/s3cre/state", "//state")) {
            assertThat(status("GET", path, "")).as(path).isEqualTo(404);
        }
        assertThat(status(
                        "POST",
                        "/wrong/tell",
                        Standing.of("Eve", run(Status.PASSED)).json()))
                .isEqualTo(404);
        assertThat(get("/s3cret/state")).isEqualTo("[]");
        assertThat(status("DELETE", "/s3cret/state", "")).isEqualTo(404);
    }

    @Test
    void whatIsNoStandingIsRefused() throws Exception {
        var longName = "x".repeat(41);
        for (var body : List.of(
                "",
                "{",
                "null",
                "[]",
                "{}",
                "{\"name\":\"Eve\"}",
                "{\"name\":\"\",\"parts\":[{\"step\":1,\"title\":\"a\",\"passed\":1,\"of\":1}]}",
                "{\"name\":\"a\\nb\",\"parts\":[{\"step\":1,\"title\":\"a\",\"passed\":1,\"of\":1}]}",
                "{\"name\":\"" + longName + "\",\"parts\":[{\"step\":1,\"title\":\"a\",\"passed\":1,\"of\":1}]}",
                "{\"name\":\"Eve\",\"parts\":[{\"step\":1,\"title\":\"a\",\"passed\":2,\"of\":1}]}",
                "{\"name\":\"Eve\",\"parts\":[null]}",
                "{\"name\":\"Eve\",\"parts\":[{\"step\":1e99,\"title\":\"a\",\"passed\":1,\"of\":1}]}",
                "{\"name\":\"Eve\",\"parts\":[{\"step\":1,\"title\":\"a\",\"passed\":1,\"of\":1}],\"first\":{}}")) {
            assertThat(status("POST", "/s3cret/tell", body)).as(body).isEqualTo(400);
        }
        assertThat(status("POST", "/s3cret/tell", "[".repeat(60_000))).isEqualTo(400);
        assertThat(get("/s3cret/state")).isEqualTo("[]");
    }

    @Test
    void tooMuchAndTooOftenAreRefusedAndOthersAreServed() throws Exception {
        var one = "{\"name\":\"Eve\",\"parts\":[{\"step\":1,\"title\":\"a\",\"passed\":1,\"of\":1}]}";
        assertThat(status("POST", "/s3cret/tell", one)).isEqualTo(200);
        assertThat(status("POST", "/s3cret/tell", one)).isEqualTo(429);

        try (var flood =
                new Socket(InetAddress.getLoopbackAddress(), board.address().getPort())) {
            flood.setSoTimeout(30_000);
            var head = "POST /s3cret/tell HTTP/1.1\r\nHost: x\r\nContent-Length: 104857600\r\n\r\n";
            flood.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            assertThat(sendUntilRefused(flood)).isLessThan(104857600);
        }
        try (var half =
                new Socket(InetAddress.getLoopbackAddress(), board.address().getPort())) {
            half.getOutputStream().write("POST /s3cret/te".getBytes(StandardCharsets.US_ASCII));
            assertThat(get("/s3cret/state")).containsOnlyOnce("\"name\"");
        }
    }

    /** It travels as text, and the page never makes HTML of it. */
    @Test
    void htmlInANameStaysText() throws Exception {
        var name = "<img src=x onerror=alert(1)>";
        assertThat(Teller.of(url(), name).tell(run(Status.PASSED))).isEmpty();

        assertThat(get("/s3cret/state")).contains(name);
        assertThat(get("/s3cret/")).doesNotContain("innerHTML", "insertAdjacentHTML", "document.write");
    }

    @Test
    void aBoardThatCannotBeReachedIsSaid() throws Exception {
        var url = url();
        board.close();

        assertThat(Teller.of(url, "Aiko").tell(run(Status.PASSED)).orElseThrow().toString())
                .contains("can't be reached");
        for (var address :
                List.of("nonsense", "http://host:8080", "ftp://host/x", "http://host/a/b", "http://ho st/x")) {
            assertThatThrownBy(() -> Teller.of(address, "Aiko")).as(address).isInstanceOf(UsageException.class);
        }
    }

    @Test
    void anotherFileIsNotOverwritten() throws IOException {
        var file = Files.writeString(folder.resolve("notes.txt"), "my notes");

        assertThatThrownBy(() -> Standings.in(file)).hasMessageContaining("--file");
        assertThat(file).hasContent("my notes");
    }

    private BoardServer open() throws IOException {
        var any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        var opened = new BoardServer(any, SECRET, Standings.in(folder.resolve("board.json")));
        opened.start();
        return opened;
    }

    private String url() {
        return "http://localhost:%d/%s".formatted(board.address().getPort(), SECRET);
    }

    private String get(String path) throws Exception {
        return http.send(request(path).GET().build(), BodyHandlers.ofString()).body();
    }

    private int status(String method, String path, String body) throws Exception {
        var request =
                request(path).method(method, BodyPublishers.ofString(body)).build();
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(
                URI.create("http://localhost:" + board.address().getPort() + path));
    }

    private static int sendUntilRefused(Socket flood) {
        int sent = 0;
        try {
            while (sent < 104857600) {
                flood.getOutputStream().write(new byte[65536]);
                sent += 65536;
            }
        } catch (IOException refused) {
            // as it should be
        }
        return sent;
    }

    private static void awaitLine(BufferedReader events, String wanted) throws IOException {
        String line = events.readLine();
        while (!line.equals(wanted)) {
            line = events.readLine();
        }
    }

    private static RunResult run(Status status) {
        var selection = new Selection(OptionalInt.of(1), Optional.empty(), false);
        var results = selection.scenarios().stream()
                .map(scenario -> new ScenarioResult(
                        scenario,
                        status,
                        1,
                        Optional.empty(),
                        status == Status.FAILED ? Optional.of(Cause.brokenRule("a rule")) : Optional.empty(),
                        Message.NONE,
                        List.of(),
                        Map.of(),
                        ""))
                .toList();
        return RunResult.of("mine", "", selection, results, Message.NONE);
    }
}
