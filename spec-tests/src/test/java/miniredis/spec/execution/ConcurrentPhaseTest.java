package miniredis.spec.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import miniredis.spec.fakes.InMemoryServer;
import miniredis.spec.specification.SpecScenario;
import miniredis.spec.steps.ScenarioContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ConcurrentPhaseTest {
    @TempDir
    private Path folder;

    private final List<SpecScenario> scenarios = Scenarios.plain(6);
    private final List<String> order = Collections.synchronizedList(new ArrayList<>());
    private final Map<SpecScenario, ScenarioRunner> special = new HashMap<>();
    private InMemoryServer server = InMemoryServer.onFreePorts();
    private int begun;
    private final List<String> told = Collections.synchronizedList(new ArrayList<>());

    private final Progress progress = new Progress() {
        @Override
        public void begins(int count) {
            begun = count;
        }

        @Override
        public void ran(SpecScenario scenario, boolean passed) {
            told.add(scenario + " " + passed);
        }
    };

    @Test
    void whatPassesOnAHealthyServerIsSeenToPass() throws Exception {
        var seen = run(1, scenarios);

        assertThat(seen.breakdowns()).isEmpty();
        assertThat(scenarios)
                .allSatisfy(scenario ->
                        assertThat(seen.onHealthyServer(scenario)).get().matches(Attempt::passed));
        assertThat(server.started).hasSize(1);
        assertThat(begun).isEqualTo(6);
        assertThat(told).hasSize(6).allMatch(line -> line.endsWith(" true"));
    }

    @Test
    void scenariosRunAtTheSameTime() throws Exception {
        var both = new CountDownLatch(2);
        for (var scenario : scenarios) {
            special.put(scenario, (one, context) -> {
                both.countDown();
                return await(both) ? Attempts.passed(one) : Attempts.late(one);
            });
        }

        assertThat(run(2, scenarios.subList(0, 2)).attempt(scenarios.get(0)))
                .get()
                .matches(Attempt::passed);
    }

    @Test
    void noMoreRunAtTheSameTimeThanIsAsked() throws Exception {
        var now = new AtomicInteger();
        for (var scenario : scenarios) {
            special.put(
                    scenario,
                    (one, context) -> now.incrementAndGet() > 1 || now.decrementAndGet() < 0
                            ? Attempts.late(one)
                            : Attempts.passed(one));
        }

        assertThat(run(1, scenarios).seen().values())
                .allMatch(seen -> seen.attempt().passed());
    }

    @Test
    void whatHasToBeAloneRunsWhenTheOthersAreDone() throws Exception {
        var alone = Scenarios.thatRunsAlone();
        var all = new ArrayList<SpecScenario>();
        all.add(alone);
        all.addAll(scenarios);
        all.add(Scenarios.waiting());

        run(2, all);

        assertThat(order).hasSize(8).last().isEqualTo(alone.id());
    }

    @Test
    void whatFailsOnAHealthyServerIsItsOwnFault() throws Exception {
        special.put(scenarios.get(1), (one, context) -> Attempts.failed(one, Attempts.reply("-ERR")));

        var seen = run(1, scenarios);

        assertThat(seen.onHealthyServer(scenarios.get(1))).get().matches(attempt -> !attempt.passed());
        assertThat(seen.breakdowns()).isEmpty();
        assertThat(told).contains(scenarios.get(1) + " false");
    }

    @Test
    void aServerThatDiesIsReplacedAndThoseThatWereRunningAreNamed() throws Exception {
        special.put(scenarios.get(1), this::die);

        var seen = run(1, scenarios);

        assertThat(seen.breakdowns()).hasSize(1);
        assertThat(seen.breakdowns().get(0).running()).containsExactly(scenarios.get(1));
        assertThat(seen.breakdowns().get(0).health()).isEqualTo(Healths.DIED);
        assertThat(seen.onHealthyServer(scenarios.get(1))).isEmpty();
        assertThat(seen.attempt(scenarios.get(1))).isPresent();
        assertThat(seen.onHealthyServer(scenarios.get(2))).isPresent();
        assertThat(server.started).hasSize(2);
    }

    @Test
    void whatEndedBeforeTheServerWasLastSeenHealthyIsTrusted() throws Exception {
        // A failure makes the phase look at the server's health; the death comes after that.
        special.put(scenarios.get(1), (one, context) -> Attempts.failed(one, Attempts.reply("-ERR")));
        special.put(scenarios.get(3), this::die);

        var seen = run(1, scenarios);

        assertThat(seen.onHealthyServer(scenarios.get(0))).isPresent();
        assertThat(seen.onHealthyServer(scenarios.get(2)))
                .as("it ended after the last look")
                .isEmpty();
    }

    @Test
    void aServerThatDiesAThirdTimeIsNotReplaced() throws Exception {
        scenarios.forEach(scenario -> special.put(scenario, this::die));

        var seen = run(1, scenarios);

        assertThat(seen.breakdowns()).hasSize(3);
        assertThat(server.started).hasSize(3);
        assertThat(seen.attempt(scenarios.get(2))).isPresent();
        assertThat(seen.attempt(scenarios.get(3))).isEmpty();
        assertThat(told).hasSize(6);
    }

    @Test
    void aServerThatHangsIsNotReplacedAtAll() throws Exception {
        special.put(scenarios.get(1), (one, context) -> {
            server.last().hang();
            return Attempts.failed(one, Attempts.silence());
        });

        var seen = run(1, scenarios);

        assertThat(seen.breakdowns()).hasSize(1);
        assertThat(seen.breakdowns().get(0).health().hangs()).isTrue();
        assertThat(server.started).hasSize(1);
        assertThat(seen.attempt(scenarios.get(2))).isEmpty();
    }

    @Test
    void aServerThatSomebodyElseHasStartedIsNotReplaced() throws Exception {
        server = InMemoryServer.atAnAddress();
        special.put(scenarios.get(1), this::die);

        var seen = run(1, scenarios);

        assertThat(server.started).hasSize(1);
        assertThat(seen.attempt(scenarios.get(2))).isEmpty();
    }

    @Test
    void aServerThatCanNotBeStartedAgainEndsThePhase() throws Exception {
        special.put(scenarios.get(1), (one, context) -> {
            server.failToStart(1);
            return die(one, context);
        });

        assertThat(run(1, scenarios).attempt(scenarios.get(2))).isEmpty();
    }

    @Test
    void thePhaseEndsWithALookAtTheServer() throws Exception {
        special.put(scenarios.get(5), (one, context) -> {
            server.last().die("exited with code 7", false);
            return Attempts.passed(one);
        });

        assertThat(run(1, scenarios).onHealthyServer(scenarios.get(5))).isEmpty();
    }

    @Test
    void thePhaseWaitsForThoseThatWait() throws Exception {
        var waiting = Scenarios.waiting();
        special.put(waiting, (one, context) -> {
            pause(300);
            return Attempts.passed(one);
        });

        assertThat(run(1, List.of(waiting)).attempt(waiting)).isPresent();
    }

    @Test
    void theInstanceServesOthersWhenThePhaseIsOver() throws Exception {
        try (var pauses = new PauseDetector();
                var pool = new ServerPool(server, folder, pauses)) {
            new ConcurrentPhase(pool, this::play, false, 1, progress).run(scenarios);
            pool.take();
        }

        assertThat(server.started).hasSize(1);
    }

    @Test
    void anInstanceThatDiedIsEndedBeforeAnotherTakesItsPort() throws Exception {
        server = InMemoryServer.onFixedPort();
        special.put(scenarios.get(1), this::die);
        special.put(scenarios.get(2), (one, context) -> {
            order.add(server.started.get(0).closed ? "closed" : "open");
            return Attempts.passed(one);
        });

        run(1, scenarios);

        assertThat(order).contains("closed").doesNotContain("open");
    }

    private static void pause(long milliseconds) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(milliseconds));
    }

    @Test
    void inEveryFramingTwiceAsManyRunAtTheSameTime() {
        assertThat(ConcurrentPhase.atOnce(false)).isEqualTo(12);
        assertThat(ConcurrentPhase.atOnce(true)).isEqualTo(24);
    }

    @Test
    void withoutAnyReplyNobodyWasHeard() throws Exception {
        assertThat(run(1, scenarios).heardReply()).isFalse();
    }

    private Attempt die(SpecScenario scenario, ScenarioContext context) {
        server.last().die("exited with code 7", false);
        return Attempts.failed(scenario, Attempts.closed());
    }

    private ConcurrentAttempts run(int atOnce, List<SpecScenario> all) throws Exception {
        try (var pauses = new PauseDetector();
                var pool = new ServerPool(server, folder, pauses)) {
            return new ConcurrentPhase(pool, this::play, false, atOnce, progress).run(all);
        }
    }

    private Attempt play(SpecScenario scenario, ScenarioContext context) {
        order.add(scenario.id());
        var attempt = special.getOrDefault(scenario, (one, where) -> Attempts.passed(one))
                .run(scenario, context);
        return new Attempt(
                scenario,
                attempt.outcome(),
                attempt.framings(),
                attempt.recordings(),
                attempt.exception(),
                attempt.complaints(),
                Optional.empty(),
                1,
                System.nanoTime());
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
