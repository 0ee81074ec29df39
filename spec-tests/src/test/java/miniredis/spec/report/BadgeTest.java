package miniredis.spec.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import javax.xml.parsers.DocumentBuilderFactory;
import miniredis.spec.i18n.Message;
import miniredis.spec.specification.Selection;
import miniredis.spec.specification.SpecScenario;
import miniredis.spec.verdict.Cause;
import miniredis.spec.verdict.RunResult;
import miniredis.spec.verdict.ScenarioResult;
import miniredis.spec.verdict.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A badge says how many steps are whole, and how many scenarios pass. */
class BadgeTest {
    private static final Selection STEPS_1_AND_2 = new Selection(OptionalInt.of(2), Optional.empty(), false);

    @TempDir
    private Path folder;

    @Test
    void countsWholeStepsAndScenarios() throws Exception {
        ReportFolder.write(run(STEPS_1_AND_2, scenario -> scenario.id().equals("REQ-01")), folder);

        var json = JsonParser.parseString(Files.readString(folder.resolve("badge.json")))
                .getAsJsonObject();
        assertThat(json.get("schemaVersion").getAsInt()).isEqualTo(1);
        assertThat(json.get("label").getAsString()).isEqualTo("mini-redis-spec");
        assertThat(json.get("message").getAsString()).isEqualTo("1 of 2 steps, 113/114");
        assertThat(json.get("color").getAsString()).isEqualTo("yellow");
        var svg = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(folder.resolve("badge.svg").toFile());
        assertThat(svg.getElementsByTagName("text").item(1).getTextContent()).isEqualTo("1 of 2 steps, 113/114");
    }

    @Test
    void isGreenOnlyWhenAllIsWell() throws IOException {
        ReportFolder.write(run(STEPS_1_AND_2, scenario -> false), folder);

        assertThat(folder.resolve("badge.json")).content().contains("2 of 2 steps", "brightgreen");
    }

    @Test
    void isLeftAsItIsByARunOfOneScenario() throws IOException {
        var one = new Selection(OptionalInt.empty(), Optional.of("REQ-01"), false);
        ReportFolder.write(run(one, scenario -> true), folder);

        assertThat(folder).isDirectoryNotContaining("glob:**/badge.*");
    }

    private static RunResult run(Selection selection, Predicate<SpecScenario> fails) {
        var results = selection.scenarios().stream()
                .map(scenario -> new ScenarioResult(
                        scenario,
                        fails.test(scenario) ? Status.FAILED : Status.PASSED,
                        1,
                        Optional.empty(),
                        fails.test(scenario) ? Optional.of(Cause.brokenRule(scenario.rule())) : Optional.empty(),
                        Message.NONE,
                        List.of(),
                        Map.of(),
                        ""))
                .toList();
        return RunResult.of("mine", "", selection, results, Message.NONE);
    }
}
