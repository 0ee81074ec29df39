package miniredis.spec.execution;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import miniredis.spec.fakes.InMemoryServer;
import miniredis.spec.specification.SpecScenario;
import miniredis.spec.steps.ScenarioContext;
import miniredis.spec.verdict.Actual;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** That the loop does what {@link Blame} decides, on the instances that it asks for. */
@Timeout(60)
class IsolatedRerunTest {
    private static final SpecScenario SCENARIO = Scenarios.plain();

    @TempDir
    private Path folder;

    private final Map<SpecScenario, Attempt> before = new HashMap<>();
    private final List<Attempt> judged = Collections.synchronizedList(new ArrayList<>());

    /** What becomes of the scenario each time, and where it was played. */
    private final Deque<Function<SpecScenario, Attempt>> script = new ArrayDeque<>();

    private final List<Integer> ports = new ArrayList<>();
    private InMemoryServer server = InMemoryServer.onFreePorts();

    @Test
    void whatPassesIsPlayedOnce() throws Exception {
        script.add(Attempts::passed);

        assertThat(judge().passed()).isTrue();
        assertThat(ports).hasSize(1);
        assertThat(judged).hasSize(1);
    }

    @Test
    void whatFailsOnAUsedInstanceIsPlayedOnAFreshOne() throws Exception {
        script.add(scenario -> Attempts.failed(scenario, Attempts.reply("-ERR")));
        script.add(Attempts::passed);

        assertThat(judge(true).passed()).isTrue();
        assertThat(ports).doesNotHaveDuplicates().hasSize(2);
    }

    @Test
    void whatFailsOnAFreshInstanceHasFailed() throws Exception {
        script.add(scenario -> Attempts.failed(scenario, Attempts.reply("-ERR")));

        assertThat(judge().passed()).isFalse();
        assertThat(ports).hasSize(1);
    }

    @Test
    void whatFailsAsItDidBesideOthersHasFailedOnAUsedInstance() throws Exception {
        before.put(SCENARIO, Attempts.failed(SCENARIO, Attempts.reply("-ERR")));
        script.add(scenario -> Attempts.failed(scenario, Attempts.reply("-ERR")));

        assertThat(judge(true).passed()).isFalse();
        assertThat(ports).hasSize(1);
    }

    @Test
    void atAnAddressEveryInstanceCountsAsFresh() throws Exception {
        server = InMemoryServer.atAnAddress();
        script.add(scenario -> Attempts.failed(scenario, Attempts.reply("-ERR")));

        assertThat(judge(true).passed()).isFalse();
    }

    @Test
    void whatIsTooLateIsTriedThreeTimesOnOneInstance() throws Exception {
        script.addAll(List.of(Attempts::late, Attempts::late, Attempts::late));

        assertThat(judge().outcome()).isInstanceOf(Outcome.Late.class);
        assertThat(ports).hasSize(3);
        assertThat(server.started).hasSize(1);
    }

    @Test
    void whatWasTooLateOnceMayPass() throws Exception {
        script.addAll(List.of(Attempts::late, Attempts::passed));

        assertThat(judge().passed()).isTrue();
    }

    @Test
    void aScenarioAfterWhichTheServerIsDeadBringsItDown() throws Exception {
        script.add(scenario -> {
            server.last().die("exited with code 7", false);
            return Attempts.passed(scenario);
        });
        try (var pauses = new PauseDetector();
                var pool = new ServerPool(server, folder, pauses)) {
            var rerun = rerun(pool);

            var verdict = requireNonNull(rerun.judge(List.of(SCENARIO)).get(SCENARIO));

            assertThat(verdict.evidence().orElseThrow().actual())
                    .isEqualTo(new Actual.Died(verdict.evidence().orElseThrow().received(), "exited with code 7"));
            assertThat(rerun.thoseThatBringTheServerDown()).containsExactly(SCENARIO);
        }
    }

    @Test
    void aScenarioThatOnlyFailsBringsNothingDown() throws Exception {
        script.add(scenario -> Attempts.failed(scenario, Attempts.reply("-ERR")));
        try (var pauses = new PauseDetector();
                var pool = new ServerPool(server, folder, pauses)) {
            var rerun = rerun(pool);
            rerun.judge(List.of(SCENARIO));

            assertThat(rerun.thoseThatBringTheServerDown()).isEmpty();
        }
    }

    @Test
    void whatWasSlowOnAServerThatSpinsIsPlayedAgainOnce() throws Exception {
        script.add(scenario -> {
            server.last().worked = System::nanoTime;
            return Attempts.failed(scenario, Attempts.slow());
        });
        script.add(scenario -> Attempts.failed(scenario, Attempts.slow()));
        script.add(scenario -> Attempts.failed(scenario, Attempts.slow()));

        assertThat(judge().wasSlow()).isTrue();
        assertThat(ports).as("again, on a fresh one").hasSize(2);
        assertThat(server.started).hasSize(2);
    }

    @Test
    void withoutAServerNothingIsRun() throws Exception {
        server.failToStart(3);

        assertThat(judge().outcome()).isInstanceOf(Outcome.NoServer.class);
        assertThat(ports).isEmpty();
    }

    @Test
    void progressIsToldOfEachVerdict() throws Exception {
        script.add(Attempts::passed);
        var told = new ArrayList<String>();
        var progress = new Progress() {
            @Override
            public void judgedAlone(SpecScenario scenario, boolean passed) {
                told.add(scenario + " " + passed);
            }
        };
        try (var pauses = new PauseDetector();
                var pool = new ServerPool(server, folder, pauses)) {
            new IsolatedRerun(pool, this::play, false, progress, before, judged::add).judge(List.of(SCENARIO));
        }

        assertThat(told).containsExactly(SCENARIO + " true");
    }

    private Attempt judge() throws Exception {
        return judge(false);
    }

    /** @param used whether the instance has served another scenario */
    private Attempt judge(boolean used) throws Exception {
        try (var pauses = new PauseDetector();
                var pool = new ServerPool(server, folder, pauses)) {
            if (used) {
                var instance = pool.take();
                instance.context(false);
                pool.giveBack(instance);
            }
            return requireNonNull(rerun(pool).judge(List.of(SCENARIO)).get(SCENARIO));
        }
    }

    private IsolatedRerun rerun(ServerPool pool) {
        return new IsolatedRerun(pool, this::play, false, Progress.NONE, before, judged::add);
    }

    private Attempt play(SpecScenario scenario, ScenarioContext context) {
        ports.add(context.address().getPort());
        return script.remove().apply(scenario);
    }
}
