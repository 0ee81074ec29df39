package miniredis.spec.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import miniredis.spec.fakes.InMemoryServer;
import miniredis.spec.specification.SpecScenario;
import miniredis.spec.steps.FramingSilences;
import miniredis.spec.verdict.Actual;
import miniredis.spec.verdict.Framing;
import miniredis.spec.verdict.ServerException;
import miniredis.spec.wire.Client;
import miniredis.spec.wire.Timeouts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class InstanceTest {
    private static final SpecScenario SCENARIO = Scenarios.plain();
    private static final String STACK_TRACE =
            "java.lang.IllegalStateException: boom\n\tat my.Server.run(Server.java:3)\n";

    private final InMemoryServer underTest = InMemoryServer.onFreePorts();
    private final PauseDetector pauses = new PauseDetector();
    private final SetGetProbe probe = new SetGetProbe();
    private InMemoryServer.Running server;
    private Instance instance;

    @BeforeEach
    void start() throws Exception {
        var running = underTest.start(Path.of("unused"));
        server = underTest.last();
        try (var client = new Client("client", running.address(), Timeouts.ordinary())) {
            probe.learn(client);
        }
        instance = new Instance(running, pauses, () -> false, probe);
    }

    @AfterEach
    void stop() {
        instance.close();
        pauses.close();
    }

    @Test
    void aServerThatAnswersIsHealthyFromThenOn() {
        long before = System.nanoTime();

        assertThat(instance.isHealthy()).isTrue();
        assertThat(instance.health()).isEqualTo(Health.GOOD);
        assertThat(instance.isIll()).isFalse();
        assertThat(instance.healthyAt() - before).isPositive();
    }

    @Test
    void aServerThatAnswersNobodyHangs() {
        long healthy = instance.healthyAt();
        server.hang();

        assertThat(instance.isHealthy()).isFalse();
        assertThat(instance.health().hangs()).isTrue();
        assertThat(instance.healthyAt()).isEqualTo(healthy);
    }

    @Test
    void aServerThatHasEndedSaysHow() {
        server.die("exited with code 7", false);

        assertThat(instance.health()).isEqualTo(Healths.DIED);
    }

    @Test
    void aServerThatHasEndedInPeaceSaysThat() {
        server.die("exited with code 0", true);

        assertThat(instance.health()).isEqualTo(Healths.ENDED_IN_PEACE);
    }

    @Test
    void aServerThatLostACommandIsSpoiled() {
        server.lose("SET");

        assertThat(instance.health()).isEqualTo(Healths.SPOILED);
    }

    @Test
    void whoseConnectionEndsWithTheAnswerCanNotBeAskedForMore() {
        server.breakOffReplies();

        assertThat(instance.isHealthy()).isTrue();
    }

    @Test
    void illnessStays() {
        server.lose("SET");
        assertThat(instance.isHealthy()).isFalse();
        server.die("exited with code 7", false);

        assertThat(instance.health()).as("found before it died").isEqualTo(Healths.SPOILED);
    }

    @Test
    void oneLookServesAllWhoAskedMeanwhile() throws Exception {
        server.gate = new CountDownLatch(1);
        int before = server.accepted.get();
        var threads = new ArrayList<Thread>();
        var answers = new CopyOnWriteArrayList<Boolean>();
        threads.add(ask(answers));
        await(() -> server.accepted.get() > before);
        threads.add(ask(answers));
        threads.add(ask(answers));
        await(() -> threads.stream()
                        .filter(thread -> thread.getState() == Thread.State.BLOCKED)
                        .count()
                == 2);
        server.gate.countDown();
        for (var thread : threads) {
            thread.join(20_000);
        }

        assertThat(answers).containsExactly(true, true, true);
        assertThat(server.accepted.get() - before)
                .as("the second look serves the third")
                .isEqualTo(2);
    }

    private Thread ask(List<Boolean> answers) {
        var thread = new Thread(() -> answers.add(instance.isHealthy()));
        thread.start();
        return thread;
    }

    private static void await(BooleanSupplier condition) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean() && System.nanoTime() < until) {
            LockSupport.parkNanos(1_000_000);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    @Test
    void whoeverAsksLaterLooksAgain() {
        int before = server.accepted.get();
        instance.isHealthy();
        instance.isHealthy();

        assertThat(server.accepted.get() - before).isEqualTo(2);
    }

    @Test
    void itIsFreshUntilItIsUsed() {
        assertThat(instance.isFresh()).isTrue();
        instance.isHealthy();
        assertThat(instance.isFresh()).as("a look at its health is no use").isTrue();
        instance.context(false);
        assertThat(instance.isFresh()).isFalse();
    }

    @Test
    void whatTheServerPrintedMeanwhileIsPartOfAFailure() {
        server.print("java.lang.Error: before\n\tat my.Old.run(Old.java:1)\n");

        var attempt = run(scenario -> {
            server.print(STACK_TRACE);
            return Attempts.failed(scenario, Attempts.reply("-ERR"));
        });

        assertThat(attempt.exception()).map(ServerException::where).contains("my.Server.run(Server.java:3)");
    }

    @Test
    void whatEachStartPrintsSaysNothingAboutTheScenario() throws Exception {
        var startUp = new StartUpOutput();
        server.print("Error: can't open /tmp/dump-1.rdb\n");
        instance.sharing(new FramingSilences(), startUp).context(false);

        var running = underTest.start(Path.of("unused"));
        try (var next = new Instance(running, pauses, () -> false, probe).sharing(new FramingSilences(), startUp)) {
            var late = underTest.last();
            var attempt = next.run(
                    SCENARIO,
                    (scenario, context) -> {
                        late.print("Error: can't open /tmp/dump-2.rdb\nError: the table is full\n");
                        return Attempts.failed(scenario, Attempts.reply("-ERR"));
                    },
                    false);

            assertThat(attempt.complaints()).containsExactly("Error: the table is full");
        }
    }

    @Test
    void whatPassedIsNotLookedInto() {
        var attempt = run(scenario -> {
            server.print(STACK_TRACE);
            return Attempts.passed(scenario);
        });

        assertThat(attempt.exception()).isEmpty();
    }

    @Test
    void whatPassedAndLeftADeadServerIsLookedInto() {
        var played = alone(scenario -> {
            server.die("exited with code 1", false);
            printIn(15, STACK_TRACE);
            return Attempts.passed(scenario);
        });

        assertThat(played.health().good()).isFalse();
        assertThat(played.attempt().exception()).map(ServerException::where).contains("my.Server.run(Server.java:3)");
    }

    @Test
    void whatPassedAloneAndLeftAGoodServerIsNotLookedInto() {
        var played = alone(scenario -> {
            server.print(STACK_TRACE);
            return Attempts.passed(scenario);
        });

        assertThat(played.health()).isEqualTo(Health.GOOD);
        assertThat(played.attempt().exception()).isEmpty();
    }

    @Test
    void whatFailsInAnotherFramingIsLookedInto() {
        var attempt = run(scenario -> {
            server.print(STACK_TRACE);
            return Attempts.passedBut(scenario, Framing.ONE_PACKET);
        });

        assertThat(attempt.exception()).isPresent();
    }

    @Test
    void afterAConnectionEndedTheServerGetsAMomentToPrint() {
        var attempt = run(scenario -> {
            printIn(15, STACK_TRACE);
            return Attempts.failed(scenario, new Actual.Closed(new byte[0]));
        });

        assertThat(attempt.exception()).isPresent();
    }

    @Test
    void whereItIsOpenNobodyWaitsForWhatMayBePrinted() {
        var attempt = run(scenario -> {
            printIn(2000, STACK_TRACE);
            return Attempts.failed(scenario, Attempts.reply("-ERR"));
        });

        assertThat(attempt.exception()).isEmpty();
    }

    @Test
    void anExceptionWithoutItsPlaceGetsAMomentWhereAConnectionEnded() {
        var attempt = run(scenario -> {
            server.print("thread 'main' panicked at server.rs:3:4:\n");
            printIn(10, "boom\n");
            return Attempts.failed(scenario, new Actual.Closed(new byte[0]));
        });

        assertThat(attempt.exception()).map(ServerException::where).contains("server.rs:3:4");
    }

    @Test
    void anExceptionThatIsNotFinishedGetsLonger() {
        var attempt = run(scenario -> {
            server.print("Traceback (most recent call last):\n  File \"/me/server.py\", line 3, in run\n");
            printIn(200, "ValueError: boom\n");
            return Attempts.failed(scenario, Attempts.reply("-ERR"));
        });

        assertThat(attempt.exception()).map(ServerException::what).contains("ValueError: boom");
    }

    @Test
    void aServerIsClosedOnce() {
        instance.close();
        assertThat(server.closed).isTrue();
        server.closed = false;
        instance.close();

        assertThat(server.closed).isFalse();
    }

    @Test
    void itsWorkIsTheServers() {
        server.worked = () -> 42;

        assertThat(instance.workedNanos()).isEqualTo(42);
    }

    @Test
    void aScenarioIsRunInAContextOfThisServer() {
        run(scenario -> Attempts.passed(scenario));

        assertThat(instance.context(true).address()).isEqualTo(server.address());
    }

    private interface Play {
        Attempt of(SpecScenario scenario);
    }

    private Attempt run(Play play) {
        return instance.run(SCENARIO, (scenario, context) -> play.of(scenario), false);
    }

    private Instance.Played alone(Play play) {
        return instance.runAlone(SCENARIO, (scenario, context) -> play.of(scenario), false);
    }

    private void printIn(long milliseconds, String text) {
        CompletableFuture.delayedExecutor(milliseconds, TimeUnit.MILLISECONDS).execute(() -> server.print(text));
    }
}
