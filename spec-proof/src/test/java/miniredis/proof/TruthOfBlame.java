package miniredis.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Stream;
import miniredis.spec.command.Catalogue;
import miniredis.spec.command.CommandRow;
import miniredis.spec.compare.ServerEntry;
import miniredis.spec.compare.ServersFile;
import miniredis.spec.report.Results;
import miniredis.spec.report.Results.Piece;
import miniredis.spec.report.Results.Scenario;
import miniredis.spec.report.ResultsJson;
import miniredis.spec.server.RunningServer;
import miniredis.spec.server.ServerSpec;
import miniredis.spec.server.ServerUnavailable;
import miniredis.spec.wire.ByteText;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * Is the blame of a comparison true? Every failure that the bytes of one client can show is reproduced with plain sockets,
 * without the runner: the bytes of the transcript are sent to a fresh instance of the blamed server and to a real Redis. The
 * blame is true if the two differ where the scenario looks.
 *
 * <p>{@code mvn verify -Pproof -Dit.test=TruthOfBlame -Dproof.servers=servers.yaml -Dproof.report=DIR} takes the list of servers
 * and the report folder of a comparison of them; redis-server has to be installed.
 */
class TruthOfBlame {
    private static final String REDIS = "redis-server --port {port} --bind 127.0.0.1 --save '' --appendonly no";
    private static final String NOT_THERE = "not there yet";
    private static final int TRIES = 3;
    private static final int AT_A_TIME = 8;
    private static final int SILENCE_MILLISECONDS = 2500;
    private static final int BEFORE_THE_NEXT_PIECE_MILLISECONDS = 60;

    /** What became of one failure. */
    private enum Verdict {
        TRUE,
        /** The server did the same as Redis: look at it. */
        DOUBTFUL,
        /** It needs several clients, time, or more bytes than a report keeps, so the bytes of one client can't reproduce it. */
        NOT_REPEATABLE
    }

    /** What came, and whether the connection was still open. */
    private record Reaction(byte[] bytes, boolean open) {}

    @Test
    void everyFailureThatBytesCanShowIsTrue() throws Exception {
        var list = System.getProperty("proof.servers");
        var report = System.getProperty("proof.report");
        Assumptions.assumeTrue(
                list != null && report != null, "-Dproof.servers and -Dproof.report say what to look at");
        var doubtful = new ArrayList<String>();
        var totals = new TreeMap<Verdict, Integer>();
        var folder = Files.createTempDirectory("truth");
        try (var redis = ServerSpec.ofCommand(REDIS).server().start(folder.resolve("redis.log"))) {
            var results = ResultsJson.read(Path.of(report));
            for (var entry : ServersFile.read(Path.of(list))) {
                for (var server : results) {
                    if (server.server().equals(entry.name())) {
                        check(server, entry, redis, folder, totals, doubtful);
                    }
                }
            }
        }
        System.out.println("In all: " + totals);
        doubtful.forEach(System.out::println);
        assertThat(doubtful).isEmpty();
    }

    /** Most of the time is spent waiting for bytes that do not come, so several failures are checked at the same time. */
    private static void check(
            Results server,
            ServerEntry entry,
            RunningServer redis,
            Path folder,
            Map<Verdict, Integer> totals,
            List<String> doubtful)
            throws InterruptedException, ExecutionException {
        var missing = new ConcurrentHashMap<String, Verdict>();
        var verdicts = new LinkedHashMap<Scenario, Future<Verdict>>();
        var threads = Executors.newFixedThreadPool(AT_A_TIME);
        try {
            for (var scenario : server.scenarios()) {
                if (scenario.status().equals("failed")) {
                    verdicts.put(
                            scenario,
                            threads.submit(() -> scenario.cause().endsWith(NOT_THERE)
                                    ? missing.computeIfAbsent(
                                            scenario.cause(), cause -> untilTrue(() -> lacks(cause, entry, folder)))
                                    : untilTrue(() -> verdict(scenario, entry, redis, folder))));
                }
            }
            var own = new TreeMap<Verdict, Integer>();
            for (var checked : verdicts.entrySet()) {
                var verdict = checked.getValue().get();
                own.merge(verdict, 1, Integer::sum);
                totals.merge(verdict, 1, Integer::sum);
                if (verdict == Verdict.DOUBTFUL) {
                    var scenario = checked.getKey();
                    doubtful.add("%s %s %s".formatted(server.server(), scenario.id(), scenario.cause()));
                }
            }
            System.out.println(server.server() + ": " + own);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Many servers fail only now and then: if a server differs from Redis once, the blame is true. */
    private static Verdict untilTrue(Supplier<Verdict> verdict) {
        return Stream.generate(verdict)
                .limit(TRIES)
                .dropWhile(Verdict.DOUBTFUL::equals)
                .findFirst()
                .orElse(Verdict.DOUBTFUL);
    }

    /** Whether each command of the catalogue that a cause calls missing gets the same reply as a name that does not exist. */
    private static Verdict lacks(String cause, ServerEntry entry, Path folder) {
        var names = List.of(cause.split(", | and | is not | are not "));
        try (var blamed = entry.server().start(folder.resolve(UUID.randomUUID() + ".log"))) {
            boolean allAreUnknown = Catalogue.rows()
                    .filter(row -> names.contains(row.name()))
                    .allMatch(row -> row.namePlaces().stream().anyMatch(at -> isUnknown(row, at, blamed)));
            return allAreUnknown ? Verdict.TRUE : Verdict.DOUBTFUL;
        } catch (ServerUnavailable gone) {
            return Verdict.NOT_REPEATABLE;
        }
    }

    private static boolean isUnknown(CommandRow row, int at, RunningServer blamed) {
        return answer(row, at, row.request().get(at), blamed).equals(answer(row, at, "QWERTY", blamed));
    }

    private static String answer(CommandRow row, int at, String word, RunningServer blamed) {
        var words = new ArrayList<>(row.request());
        words.set(at, word);
        words.replaceAll(each -> each.equals("*") ? "k" : each);
        var request = new StringBuilder("*" + words.size() + "\\r\\n");
        words.forEach(each -> request.append("$%d\\r\\n%s\\r\\n".formatted(each.length(), each)));
        var reaction = say(List.of(new Piece(">", request.toString(), 0)), blamed.address());
        var text = new String(reaction.bytes(), StandardCharsets.ISO_8859_1).toUpperCase(Locale.ROOT);
        return text.replace(word, "?") + reaction.open();
    }

    private static Verdict verdict(Scenario scenario, ServerEntry entry, RunningServer redis, Path folder) {
        if (scenario.evidence() == null) {
            return Verdict.NOT_REPEATABLE;
        }
        var clients = scenario.evidence().transcript().entrySet().stream()
                .filter(client -> !client.getKey().contains("asks whether"))
                .toList();
        boolean repeatable = clients.size() == 1
                && !scenario.text().contains("lifetime of")
                && !scenario.text().contains("stops sending")
                && clients.get(0).getValue().stream()
                        .filter(piece -> piece.direction().equals(">"))
                        .noneMatch(piece -> piece.bytes().contains("…"));
        if (!repeatable || clients.get(0).getValue().size() >= 40) {
            return Verdict.NOT_REPEATABLE;
        }
        var pieces = clients.get(0).getValue();
        try (var blamed = entry.server().start(folder.resolve(UUID.randomUUID() + ".log"))) {
            var right = say(pieces, redis.address());
            var wrong = say(pieces, blamed.address());
            return isAlike(scenario, right, wrong) && livesOn(blamed) ? Verdict.DOUBTFUL : Verdict.TRUE;
        } catch (ServerUnavailable gone) {
            return Verdict.NOT_REPEATABLE;
        }
    }

    private static boolean livesOn(RunningServer server) {
        return server.death(RunningServer.TIME_TO_NOTICE_A_DEATH).isEmpty();
    }

    /** Sends what the client had sent, in the same packets, and waits after each packet until nothing more comes. */
    private static Reaction say(List<Piece> pieces, InetSocketAddress address) {
        var received = new ByteArrayOutputStream();
        try (var socket = new Socket(address.getAddress(), address.getPort())) {
            socket.setTcpNoDelay(true);
            var sent = pieces.stream()
                    .filter(piece -> piece.direction().equals(">"))
                    .toList();
            boolean open = true;
            for (int i = 0; i < sent.size() && open; i++) {
                socket.getOutputStream().write(ByteText.unescape(sent.get(i).bytes()));
                boolean last = i == sent.size() - 1;
                open = listen(socket, last ? SILENCE_MILLISECONDS : BEFORE_THE_NEXT_PIECE_MILLISECONDS, received);
            }
            return new Reaction(received.toByteArray(), open);
        } catch (IOException broken) {
            return new Reaction(received.toByteArray(), false);
        }
    }

    private static boolean listen(Socket socket, int milliseconds, ByteArrayOutputStream received) throws IOException {
        socket.setSoTimeout(milliseconds);
        var buffer = new byte[64 * 1024];
        try {
            for (int n = socket.getInputStream().read(buffer);
                    n >= 0;
                    n = socket.getInputStream().read(buffer)) {
                received.write(buffer, 0, n);
                socket.setSoTimeout(BEFORE_THE_NEXT_PIECE_MILLISECONDS);
            }
            return false;
        } catch (SocketTimeoutException silence) {
            return true;
        }
    }

    /** Whether they are equal in everything that the scenario checks: only exact scenarios check the wording of errors. */
    private static boolean isAlike(Scenario scenario, Reaction right, Reaction wrong) {
        return right.open() == wrong.open() && comparable(scenario, right).equals(comparable(scenario, wrong));
    }

    private static String comparable(Scenario scenario, Reaction reaction) {
        var text = new String(reaction.bytes(), StandardCharsets.ISO_8859_1);
        if (scenario.step() == 1) {
            text = text.replace("$4\r\nPONG\r\n", "+PONG\r\n");
        }
        return scenario.level().equals("exact") ? text : text.replaceAll("(?m)^-.*$", "-");
    }
}
