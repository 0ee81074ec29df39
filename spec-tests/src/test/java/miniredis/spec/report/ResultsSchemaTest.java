package miniredis.spec.report;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultsSchemaTest {
    @TempDir
    Path folder;

    @Test
    void everyStatusAndEveryKindOfCauseIsInTheSchema() {
        for (var status : Status.values()) {
            for (var kind : Cause.Kind.values()) {
                ResultsSchema.held(run(status, kind));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"status, state", "inconclusive, maybe", "milliseconds\": 1, milliseconds\": \"1\"", "lastStep, last"})
    void whatIsNotPromisedIsRefused(String promised, String other) throws IOException {
        ResultsJson.write(ResultsJson.of(run(Status.INCONCLUSIVE, Cause.Kind.RUNNER)), folder);
        var json = Files.readString(folder.resolve("results.json"));
        ResultsSchema.assertHolds(json);

        assertThatThrownBy(() -> ResultsSchema.assertHolds(json.replace(promised, other)))
                .isInstanceOf(AssertionError.class);
    }

    private static RunResult run(Status status, Cause.Kind kind) {
        var cause = status == Status.FAILED
                ? Optional.of(new Cause(kind, Message.verbatim("a cause")))
                : Optional.<Cause>empty();
        var note = status == Status.PASSED ? Message.NONE : Message.verbatim("a note");
        return RunResult.of(
                "mine",
                "--command mine",
                Selection.everything(true),
                Specification.load()
                        .scenarios()
                        .map(scenario -> new ScenarioResult(
                                scenario, status, 1, Optional.empty(), cause, note, List.of(), Map.of(), "again"))
                        .toList(),
                Message.NONE);
    }
}
