package miniredis.proof.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import miniredis.spec.server.Programs;
import miniredis.spec.server.ServerUnavailable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Real Redis and the reference servers get the same bytes, most of them requests, some of them nonsense. They have to reply with
 * the same bytes and close the same connections. {@code -Dagreement.seed=N} plays one stream again, {@code -Dagreement.seconds=N}
 * searches for longer.
 */
class DifferentialIT {
    private static final int SIDE_BY_SIDE = 8;
    private static final int MOST_STREAMS = 4000;
    private static final long SECONDS = Long.getLong("agreement.seconds", 15);
    private static final long SHRINKING_SECONDS = 20;

    private static final List<DifferentialServer> CONTESTANTS = new ArrayList<>();
    private static final ExecutorService THREADS = Executors.newCachedThreadPool();
    private static DifferentialRun contest;

    private record Failing(long seed, ByteStream stream) {}

    @BeforeAll
    static void startServers() throws ServerUnavailable, IOException {
        if (Programs.find("redis-server").isEmpty()) {
            leaveOut(
                    "redis-server is not installed (Debian: apt install redis-server), so there is nothing to compare with");
        }
        var jars = Stream.of("impl-nio", "impl-blocking")
                .filter(name -> Files.exists(jar(name)))
                .toList();
        if (jars.isEmpty()) {
            leaveOut("neither impl-nio nor impl-blocking is built in this run");
        }
        var folder =
                Files.createDirectories(Path.of(System.getProperty("reports", "spec-proof/target/spec"), "agreement"));
        CONTESTANTS.add(DifferentialServer.start(
                "redis-server", "redis-server --port {port} --save '' --appendonly no", folder));
        for (var name : jars) {
            var java = ProcessHandle.current().info().command().orElse("java");
            CONTESTANTS.add(
                    DifferentialServer.start(name, "'%s' -jar '%s' --port {port}".formatted(java, jar(name)), folder));
        }
        contest = new DifferentialRun(CONTESTANTS, THREADS);
    }

    @AfterAll
    static void endServers() {
        CONTESTANTS.forEach(DifferentialServer::close);
        THREADS.shutdownNow();
    }

    @Test
    void allServersAnswerRandomStreamsAlike() throws Exception {
        var again = Long.getLong("agreement.seed");
        long first = again != null ? again : Math.abs(System.nanoTime() % 1_000_000_000) * SIDE_BY_SIDE;
        int most = again != null ? 1 : SECONDS > 15 ? Integer.MAX_VALUE : MOST_STREAMS;
        var failing = search(first, most);
        System.out.printf("agreement: %,d streams from seed %d on%n", contest.plays(), first);
        if (failing.isPresent()) {
            report(failing.get());
        }
    }

    @Test
    void aStreamCutAtAnyByteIsAnsweredTheSame() throws Exception {
        var text =
                "*3\r\n$3\r\nSET\r\n$5\r\nk@@@@\r\n$4\r\na\r\nb\r\nGET k@@@@\r\n*0\r\n\r\nPING \"a\\x41 b\"\r\n*2\r\n$4\r\nINCR\r\n$5\r\nn@@@@\r\n"
                        + "EXPIRE n@@@@ 100\n*2\r\n$3\r\nTTL\r\n$5\r\nn@@@@\r\n*1\r\n$3\r\nGET\r\n*1\r\n$04\r\n";
        for (int cut = 1; cut < text.length(); cut++) {
            var parts = List.of(ByteStream.latin1(text.substring(0, cut)), ByteStream.latin1(text.substring(cut)));
            var whole = contest.disagreement(new ByteStream(parts, ByteStream.A_PACKET_A_PART));
            assertThat(whole).as("cut before byte %d of %s", cut, text).isEmpty();
        }
        assertThat(contest.disagreement(new ByteStream(List.of(ByteStream.latin1(text)), ByteStream.EVERY_BYTE_ALONE)))
                .as("every byte alone")
                .isEmpty();
    }

    /** Lanes side by side; only the first uses the key "", which all streams share. */
    private static Optional<Failing> search(long first, int most) throws Exception {
        var found = new AtomicReference<Failing>();
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        var lanes = new ArrayList<Future<?>>();
        for (int lane = 0; lane < SIDE_BY_SIDE; lane++) {
            long start = first + lane;
            lanes.add(THREADS.submit(() -> {
                for (long seed = start;
                        seed - first < most && found.get() == null && System.nanoTime() < until;
                        seed += SIDE_BY_SIDE) {
                    var stream = stream(seed);
                    if (contest.disagreement(stream).isPresent()) {
                        found.compareAndSet(null, new Failing(seed, stream));
                    }
                }
                return null;
            }));
        }
        for (var lane : lanes) {
            lane.get();
        }
        return Optional.ofNullable(found.get());
    }

    private static ByteStream stream(long seed) {
        return StreamGenerator.stream(seed, seed % SIDE_BY_SIDE == 0);
    }

    private static void report(Failing failing) throws Exception {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(SHRINKING_SECONDS);
        var shortest = Shrinking.shortest(failing.stream(), contest, until);
        fail("""
                The servers do not agree on this stream (%s):
                  %s
                %sagain: -Dit.test=DifferentialIT -Dagreement.seed=%d""".formatted(
                        shortest.packets() == ByteStream.AT_ONCE ? "sent at once" : "sent in small packets",
                        DifferentialRun.asShell(shortest),
                        contest.disagreement(shortest).orElse("  (only sometimes)\n"),
                        failing.seed()));
    }

    /** Prints the reason, too: Maven does not print why a test is skipped. */
    private static void leaveOut(String reason) {
        System.out.println("agreement: left out: " + reason);
        abort(reason);
    }

    private static Path jar(String name) {
        return Path.of(name, "target", name + ".jar");
    }
}
