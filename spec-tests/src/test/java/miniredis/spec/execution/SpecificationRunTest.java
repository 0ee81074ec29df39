package miniredis.spec.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cucumber.messages.types.Envelope;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import miniredis.spec.cucumber.ScenarioNeeds;
import miniredis.spec.fakes.InMemoryServer;
import miniredis.spec.server.ServerUnavailable;
import miniredis.spec.specification.Selection;
import miniredis.spec.specification.SpecScenario;
import miniredis.spec.verdict.Cause;
import miniredis.spec.verdict.RunResult;
import miniredis.spec.verdict.ScenarioResult;
import miniredis.spec.verdict.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Which scenarios are run, in which order of events, and what becomes of those that are not. */
@Timeout(120)
class SpecificationRunTest {
    private static final Selection STEP_1 = new Selection(OptionalInt.of(1), Optional.empty(), false);

    @TempDir
    private Path folder;

    private final InMemoryServer server = InMemoryServer.onFreePorts();
    private final List<SpecScenario> judgedAlone = Collections.synchronizedList(new ArrayList<>());
    private final List<ScenarioResult> judged = Collections.synchronizedList(new ArrayList<>());
    private int begun;
    private int again;

    private final Progress progress = new Progress() {
        @Override
        public void begins(int scenarios) {
            begun = scenarios;
        }

        @Override
        public void againAlone(int scenarios) {
            again = scenarios;
        }

        @Override
        public void judgedAlone(SpecScenario scenario, boolean passed) {
            judgedAlone.add(scenario);
        }

        @Override
        public void judged(ScenarioResult result) {
            judged.add(result);
        }
    };

    @Test
    void aGoodServerIsJudgedBesideOthersAlone() throws Exception {
        var messages = Collections.synchronizedList(new ArrayList<Envelope>());

        var result = run(STEP_1).toldTo(messages::add).execute();

        assertThat(result.scenarios()).hasSizeGreaterThan(5).allMatch(one -> one.status() == Status.PASSED);
        assertThat(begun).isEqualTo(result.scenarios().size());
        assertThat(judgedAlone).isEmpty();
        assertThat(again).isZero();
        assertThat(messages).isNotEmpty();
        assertThat(result.scenarios().get(0).again())
                .isEqualTo("java -jar mini-redis-spec.jar run --command in-memory --scenario "
                        + result.scenarios().get(0).scenario().id());
        assertThat(server.started).allMatch(running -> running.closed);
    }

    @Test
    void oneScenarioIsRunAlone() throws Exception {
        var one = Scenarios.plain();

        var result = run(STEP_1).only(one::equals, 1).runAgainBy("again ").execute();

        assertThat(result.scenarios()).hasSize(1).allMatch(only -> only.status() == Status.PASSED);
        assertThat(begun).as("no concurrent phase").isZero();
        assertThat(judgedAlone).containsExactly(one);
        assertThat(judged).hasSize(1);
        assertThat(again).as("it is not run again").isZero();
        assertThat(result.scenarios().get(0).again()).isEqualTo("again " + one.id());
    }

    @Test
    void ofThoseThatNeedAMissingCommandOneIsRunToShowIt() throws Exception {
        server.startWithout("INCR");
        var some = Selection.everything(false).scenarios().stream()
                .filter(scenario -> ScenarioNeeds.of(scenario).commands().contains("INCR")
                        && !ScenarioNeeds.of(scenario).waits())
                .limit(3)
                .toList();

        var result = new SpecificationRun(server, Selection.everything(false), folder, progress)
                .only(some::contains, 4)
                .execute();

        assertThat(result.scenarios())
                .allMatch(one -> one.status() == Status.FAILED)
                .extracting(one -> one.cause().orElseThrow().kind())
                .containsOnly(Cause.Kind.MISSING_COMMAND);
        assertThat(judgedAlone).containsExactly(some.get(0));
        assertThat(again).isEqualTo(1);
    }

    @Test
    void aServerThatAnswersNobodyIsAskedByASampleOnly() throws Exception {
        server.startHanging();

        var result = run(Selection.everything(false))
                .only(Scenarios.plain(9)::contains, 9)
                .execute();

        assertThat(causes(result)).containsOnly(Cause.Kind.NO_REPLY);
        assertThat(judgedAlone).hasSizeLessThanOrEqualTo(4);
        assertThat(result.scenarios())
                .filteredOn(one -> one.failure().isEmpty())
                .isNotEmpty();
        assertThat(result.remark().key()).isEqualTo("remark.no-reply");
    }

    @Test
    void whatServersPrintedInAnEarlierRunGoes() throws Exception {
        var old = folder.resolve("server-output/server-17.log");
        Files.createDirectories(old.getParent());
        Files.writeString(old, "old");

        run(STEP_1).only(Scenarios.plain()::equals, 1).execute();

        assertThat(old).doesNotExist();
    }

    @Test
    void aServerThatCanNotBeHadEvenOnceIsAnError() {
        server.failToStart(1);

        assertThatThrownBy(() -> run(STEP_1).execute()).isInstanceOf(ServerUnavailable.class);
    }

    private SpecificationRun run(Selection selection) {
        return new SpecificationRun(server, selection, folder, progress);
    }

    private static List<Cause.Kind> causes(RunResult result) {
        return result.scenarios().stream()
                .map(one -> one.cause().orElseThrow().kind())
                .toList();
    }
}
