package miniredis.spec.report;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import miniredis.spec.i18n.Message;
import miniredis.spec.specification.Selection;
import miniredis.spec.specification.Specification;
import miniredis.spec.verdict.Cause;
import miniredis.spec.verdict.RunResult;
import miniredis.spec.verdict.ScenarioResult;
import miniredis.spec.verdict.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each run is compared with what was known before it. */
class LastVerdictsTest {
    @TempDir
    private Path folder;

    private final Map<String, Status> verdicts = new LinkedHashMap<>();
    private String server = "mine";

    @Test
    void aFirstRunHasNothingToBeComparedWith() throws IOException {
        verdicts.put("INCR-01", Status.FAILED);

        assertThat(changes()).isEqualTo(Changes.NONE);
        assertThat(changes().inWords()).isEmpty();
    }

    @Test
    void whatNowPassesAndWhatNoLongerDoesIsNamed() throws IOException {
        verdicts.put("SET-01", Status.PASSED);
        verdicts.put("SET-02", Status.PASSED);
        verdicts.put("INCR-01", Status.FAILED);
        verdicts.put("INCR-02", Status.FAILED);
        changes();

        verdicts.put("SET-02", Status.FAILED);
        verdicts.put("INCR-01", Status.PASSED);
        verdicts.put("INCR-02", Status.PASSED);

        assertThat(changes().inWords().stream().map(Message::toString))
                .containsExactly("+ 2 now pass: INCR-01 INCR-02", "- 1 no longer passes: SET-02");
        assertThat(changes()).as("a third run, as the second").isEqualTo(Changes.NONE);
    }

    @Test
    void whatNoLongerPassesIsTheFirstThingToFix() throws IOException {
        verdicts.put("REQ-01", Status.FAILED);
        verdicts.put("SET-02", Status.PASSED);
        changes();
        assertThat(run().firstToFix().orElseThrow().scenario().id()).isEqualTo("REQ-01");

        verdicts.put("SET-02", Status.FAILED);

        var run = changes().regressionsFirst(run());
        assertThat(run.firstToFix().orElseThrow().scenario().id()).isEqualTo("SET-02");
        assertThat(run.causes()).hasSize(2);
    }

    @Test
    void aRunOfOneScenarioLeavesTheOthersAsTheyWere() throws IOException {
        verdicts.put("SET-01", Status.PASSED);
        verdicts.put("INCR-01", Status.FAILED);
        changes();

        verdicts.remove("SET-01");
        changes();
        verdicts.put("SET-01", Status.FAILED);

        assertThat(changes().noLonger()).containsExactly("SET-01");
    }

    @Test
    void whatCouldNotBeJudgedChangesNothing() throws IOException {
        verdicts.put("SET-01", Status.PASSED);
        changes();

        verdicts.put("SET-01", Status.INCONCLUSIVE);
        assertThat(changes()).isEqualTo(Changes.NONE);
        verdicts.put("SET-01", Status.FAILED);
        assertThat(changes().noLonger()).containsExactly("SET-01");
    }

    @Test
    void anotherServerIsNotComparedWithTheLastOne() throws IOException {
        verdicts.put("SET-01", Status.PASSED);
        changes();

        server = "another";
        verdicts.put("SET-01", Status.FAILED);

        assertThat(changes()).isEqualTo(Changes.NONE);
    }

    @Test
    void aBrokenFileIsNoReasonToFail() throws IOException {
        Files.writeString(folder.resolve(LastVerdicts.FILE), "{\"server\": 1");
        verdicts.put("SET-01", Status.PASSED);

        assertThat(changes()).isEqualTo(Changes.NONE);
    }

    private Changes changes() throws IOException {
        var last = LastVerdicts.in(folder);
        var changes = last.compare(run());
        last.keep(run());
        return changes;
    }

    private RunResult run() {
        return RunResult.of(
                server,
                "--command mine",
                Selection.everything(false),
                Specification.load()
                        .scenarios()
                        .filter(scenario -> verdicts.containsKey(scenario.id()))
                        .map(scenario -> new ScenarioResult(
                                scenario,
                                requireNonNull(verdicts.get(scenario.id())),
                                1,
                                Optional.empty(),
                                verdicts.get(scenario.id()) == Status.FAILED
                                        ? Optional.of(Cause.brokenRule(scenario.rule()))
                                        : Optional.empty(),
                                Message.NONE,
                                List.of(),
                                Map.of(),
                                "again " + scenario.id()))
                        .toList(),
                Message.NONE);
    }
}
