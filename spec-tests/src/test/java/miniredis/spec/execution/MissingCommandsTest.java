package miniredis.spec.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import miniredis.spec.command.Catalogue;
import miniredis.spec.command.Requests;
import miniredis.spec.server.ServerSpec;
import miniredis.spec.specification.Selection;
import miniredis.spec.specification.SpecScenario;
import miniredis.spec.verdict.Cause;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Missing commands are told apart from mistakes by what the server answers to unknown names. */
@Timeout(60)
class MissingCommandsTest {
    private static final List<SpecScenario> STEPS_1_TO_4 =
            Selection.everything(true).scenarios();
    private static final List<SpecScenario> ALL = Selection.withExtensions(true).scenarios();

    @TempDir
    private Path folder;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<List<String>> asked = new CopyOnWriteArrayList<>();

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void anErrorThatQuotesTheArgumentsIsRecognised() throws Exception {
        var causes = causes(STEPS_1_TO_4, request -> fewCommands(request, quoting(request)));

        assertThat(causes).containsExactly(Cause.missing(List.of("EXPIRE", "TTL"), 4));
    }

    @Test
    void soIsOneThatSaysOnlyThatSomethingIsUnknown() throws Exception {
        assertThat(causes(STEPS_1_TO_4, request -> fewCommands(request, "-ERR unknown\r\n")))
                .containsExactly(Cause.missing(List.of("EXPIRE", "TTL"), 4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-ERR not implemented\r\n", "-ERR EXPIRE not supported yet\r\n", ""})
    void aCommandWhoseRightRequestIsRefusedIsMissingWhateverIsSaid(String words) throws Exception {
        assertThat(causes(STEPS_1_TO_4, request -> lifetimes(request, words)))
                .containsExactly(Cause.missing(List.of("EXPIRE", "TTL"), 4));
    }

    @ParameterizedTest
    @ValueSource(strings = {":0\r\n", "+yes\r\n", "$-1\r\n"})
    void aCommandThatIsAnsweredWronglyIsNotMissing(String words) throws Exception {
        assertThat(causes(STEPS_1_TO_4, request -> lifetimes(request, words))).isEmpty();
    }

    /** What is left over of the reply to SET would be read as the reply to GET, and to a name that does not exist. */
    @Test
    void aCommandIsNotMissingBecauseTheReplyBeforeItWasTooLong() throws Exception {
        assertThat(causes(STEPS_1_TO_4, request -> fewCommands(request, "-ERR unknown\r\n") + "\r\n"))
                .containsExactly(Cause.missing(List.of("EXPIRE", "TTL"), 4));
    }

    /** Some servers refuse a key that does not exist; whether GET is there can't be told where SET is not. */
    @Test
    void aKeyThatCouldNotBeSetMayBeRefused() throws Exception {
        assertThat(causes(STEPS_1_TO_4, request -> switch (request.get(0)) {
                    case "SET" -> "-ERR not implemented\r\n";
                    case "GET" -> "-ERR no such key\r\n";
                    case "EXPIRE", "TTL" -> ":0\r\n";
                    default -> fewCommands(request, "-ERR unknown command\r\n");
                }))
                .containsExactly(Cause.missing(List.of("SET"), 2));
    }

    @Test
    void aServerWithoutOptionsLacksThemAndNotTheirCommands() throws Exception {
        var causes = causes(
                ALL,
                request -> request.get(0).equals("SET") && request.size() > 3
                        ? "-ERR syntax error\r\n"
                        : request.get(0).equals("EXPIRE") ? ":1\r\n" : fewCommands(request, quoting(request)));

        assertThat(causes)
                .contains(
                        Cause.missing(List.of("TTL"), 4),
                        Cause.missing(List.of("SET EX", "SET PX", "SET EXAT", "SET PXAT"), 5),
                        Cause.missing(
                                List.of(
                                        "CLIENT ID",
                                        "CLIENT GETNAME",
                                        "CLIENT SETNAME",
                                        "CLIENT LIST",
                                        "CLIENT INFO",
                                        "CLIENT REPLY"),
                                5),
                        Cause.missing(List.of("MULTI", "EXEC", "DISCARD"), 5))
                .doesNotContain(Cause.missing(List.of("GET", "SET"), 2), Cause.missing(List.of("SELECT", "ECHO"), 5));
    }

    @Test
    void stepFiveIsAskedForOnlyWhenItIsPlayed() throws Exception {
        causes(STEPS_1_TO_4, request -> fewCommands(request, quoting(request)));

        assertThat(asked.stream().map(words -> words.get(0)).distinct())
                .containsExactlyInAnyOrder(
                        "PING", "SET", "GET", "INCR", "EXPIRE", "TTL", "NOSUCHWORD", "expire", "ttl");
    }

    @Test
    void noNameStandsInTheKey() {
        assertThat(Catalogue.rows()
                        .filter(row -> !row.request().isEmpty())
                        .flatMap(row -> row.namePlaces().stream()
                                .map(at -> row.request().get(at))))
                .noneMatch(CommandQuestion.KEY.toUpperCase(Locale.ROOT)::contains);
    }

    /** The causes of all scenarios that can't pass, each once. */
    private List<Cause> causes(List<SpecScenario> scenarios, Function<List<String>, String> replies) throws Exception {
        try (var socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                var pauses = new PauseDetector();
                var pool = new ServerPool(
                        ServerSpec.ofAddress("localhost:" + socket.getLocalPort())
                                .server(),
                        folder,
                        pauses)) {
            threads.execute(() -> accept(socket, replies));
            var missing = MissingCommands.of(scenarios, Set.of(), pool);
            return scenarios.stream()
                    .flatMap(scenario -> missing.keepsFromPassing(scenario).stream())
                    .distinct()
                    .toList();
        }
    }

    private void accept(ServerSocket socket, Function<List<String>, String> replies) {
        try {
            while (true) {
                var client = socket.accept();
                threads.execute(() -> serve(client, replies));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    /** The runner's own questions are short: each comes in one packet. */
    private void serve(Socket client, Function<List<String>, String> replies) {
        try (client) {
            var buffer = new byte[4096];
            for (int n = client.getInputStream().read(buffer);
                    n > 0;
                    n = client.getInputStream().read(buffer)) {
                for (var request : Requests.in(Arrays.copyOf(buffer, n))) {
                    var words = Catalogue.texts(request);
                    asked.add(words);
                    client.getOutputStream().write(replies.apply(words).getBytes(StandardCharsets.ISO_8859_1));
                }
            }
        } catch (IOException left) {
            // The client has what it wanted.
        }
    }

    private static String fewCommands(List<String> request, String otherwise) {
        return switch (request.get(0)) {
            case "PING" -> "+PONG\r\n";
            case "SET" -> "+OK\r\n";
            case "GET" -> "$1\r\n1\r\n";
            case "INCR" -> ":2\r\n";
            default -> otherwise;
        };
    }

    private static String lifetimes(List<String> request, String words) {
        boolean isKnown = List.of("EXPIRE", "TTL").contains(request.get(0));
        return fewCommands(request, isKnown ? words : "-ERR unknown command\r\n");
    }

    /** As Redis says it. */
    private static String quoting(List<String> request) {
        return "-ERR unknown command '%s', with args beginning with: %s\r\n"
                .formatted(
                        request.get(0),
                        request.stream().skip(1).map(word -> "'" + word + "' ").collect(Collectors.joining()));
    }
}
