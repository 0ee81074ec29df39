package miniredis.spec.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Stream;
import miniredis.spec.report.ComparisonTable;
import miniredis.spec.report.Results;
import miniredis.spec.report.ResultsJson;
import miniredis.spec.report.Style;
import miniredis.spec.specification.Selection;
import miniredis.spec.specification.Specification;
import miniredis.spec.verdict.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ComparisonTest {
    private static final Selection STEP_1 = new Selection(OptionalInt.of(1), Optional.empty(), false);

    @TempDir
    Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void mergingTwoFoldersEqualsOneRunOverBothLists() throws IOException {
        var all = MadeUpServers.many(5);
        ComparisonFolder.write(folder.resolve("whole"), all, Specification.load());
        ComparisonFolder.write(folder.resolve("a"), all.subList(0, 2), Specification.load());
        ComparisonFolder.write(folder.resolve("b"), all.subList(2, 5), Specification.load());

        comparison("merged").merge(List.of(folder.resolve("a"), folder.resolve("b")), Specification.load());

        for (var file : List.of("results.json", "comparison.md", "index.html")) {
            assertThat(folder.resolve("merged").resolve(file))
                    .hasSameTextualContentAs(folder.resolve("whole").resolve(file));
        }
    }

    @Test
    void mergeNumbersASecondServerOfTheSameName() throws IOException {
        ComparisonFolder.write(folder.resolve("a"), MadeUpServers.many(1), Specification.load());
        var merged = ComparisonFolder.merge(List.of(folder.resolve("a"), folder.resolve("a"), folder.resolve("a")));
        assertThat(merged)
                .extracting(Results::server)
                .containsExactly("learner-001", "learner-001 (2)", "learner-001 (3)");
    }

    @Test
    void aReportOfAnEarlierEditionHasVerdictsAndNoCauses() throws IOException {
        Files.writeString(folder.resolve("results.json"), """
                {"server": "old", "command": "./old", "lastStep": 4, "strict": false, "remark": "", "scenarios": [
                  {"id": "TCP-01", "title": "", "step": 1, "level": "plain", "status": "passed", "milliseconds": 1, "message": ""},
                  {"id": "TCP-02", "title": "", "step": 1, "level": "plain", "status": "failed", "milliseconds": 1, "message": "why"}]}
                """);

        var old = ResultsJson.read(folder);

        assertThat(old).hasSize(1);
        assertThat(old.get(0).causes()).isEmpty();
        assertThat(old.get(0).passed()).isFalse();
        ComparisonFolder.write(folder.resolve("page"), old, Specification.load());
    }

    @Test
    void mergeRefusesAFolderThatIsNoReport() {
        assertThatThrownBy(() -> comparison("merged").merge(List.of(folder), Specification.load()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no results.json");
    }

    @Test
    void aServerThatCannotBeStartedIsARowAndTheRunGoesOn() throws IOException {
        var file = folder.resolve("servers.yaml");
        Files.writeString(file, """
                servers:
                  - name: missing
                    command: no-such-program-anywhere {port}
                  - name: gone
                    command: x {port}
                    directory: nowhere
                """);
        int exitCode = comparison("report").run(file, STEP_1, false);

        assertThat(exitCode).isEqualTo(2);
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("[1/2] missing  not started: 'no-such-program-anywhere' can't be started")
                .contains("[2/2] gone  not started: The directory")
                .contains("2 servers: 0 passed everything, 0 did not, 2 could not be started");
        assertThat(ResultsJson.read(folder.resolve("report"))).allSatisfy(server -> {
            assertThat(server.started()).isFalse();
            assertThat(server.count(Status.NOT_RUN))
                    .isEqualTo(server.scenarios().size())
                    .isPositive();
        });
    }

    @Test
    void exitCodeIsZeroOnlyWhenEveryServerPassed() {
        var random = new Random(1);
        var good = MadeUpServers.one("good", 0, random);
        var bad = MadeUpServers.one("bad", 0.5, random);
        var lost = new Results("lost", "", 4, true, "why", List.of(), List.of(), "", false, "", List.of());
        assertThat(Comparison.exitCode(List.of(good, good))).isZero();
        assertThat(Comparison.exitCode(List.of(good, bad))).isEqualTo(1);
        assertThat(Comparison.exitCode(List.of(good, lost))).isEqualTo(1);
        assertThat(Comparison.exitCode(List.of(lost))).isEqualTo(2);
    }

    @Test
    void tableSaysWhatPassedByStepAndLevelAndWhatToFixFirst() {
        var scenarios = MadeUpServers.specification().stream()
                .map(scenario ->
                        MadeUpServers.result(scenario, scenario.id().equals("INCR-01") ? "failed" : "passed", 1))
                .toList();
        var table = new ComparisonTable(List.of(MadeUpServers.with("a|b", scenarios))).forMarkdown();
        long commands = Stream.of(scenarios.toArray(Results.Scenario[]::new))
                .filter(scenario -> scenario.step() == 3 && !scenario.isExact())
                .count();
        assertThat(table)
                .contains("| a\\|b | ")
                .contains((commands - 1) + "/" + commands)
                .contains("| INCR-01: ");
    }

    @Test
    void tableSaysWhatServersShareTheMostFrequentFirst() {
        var servers =
                List.of(failing("a", "TCP-02", "SET-01"), failing("b", "SET-01"), failing("c", "SET-01", "INCR-01"));
        var table = new ComparisonTable(servers);
        assertThat(table.forMarkdown())
                .contains("| about a\\|b SET-01 | 3 | 2 | 1 |\n")
                .doesNotContain("| about a\\|b TCP-02 |");
        assertThat(table.forTerminal()).endsWith("What most servers share:\n     3 servers   about a|b SET-01\n");
        assertThat(new ComparisonTable(servers.subList(0, 1)).forTerminal()).doesNotContain("share");
    }

    @Test
    void aMistakeInTheRunnerIsNothingThatServersShare() {
        var servers = List.of(stumbled(failing("a", "SET-01")), stumbled(failing("b", "SET-01")));
        var table = new ComparisonTable(servers);
        assertThat(table.forMarkdown())
                .contains("| SET-01: about a\\|b SET-01 |", "| about a\\|b SET-01 | 2 | 2 | 1 |\n")
                .doesNotContain("the runner");
        assertThat(table.forTerminal()).doesNotContain("the runner");
    }

    private static Results stumbled(Results server) {
        var causes = new ArrayList<>(server.causes());
        causes.add(0, new Results.Cause("a bug in the runner", "runner", "TCP-01", 1));
        return new Results(
                server.server(),
                server.command(),
                server.lastStep(),
                server.strict(),
                server.remark(),
                causes,
                server.scenarios(),
                server.note(),
                true,
                server.output(),
                server.speed());
    }

    /** Each failure has its own cause. */
    private static Results failing(String name, String... ids) {
        return MadeUpServers.with(
                name,
                MadeUpServers.specification().stream()
                        .map(scenario -> List.of(ids).contains(scenario.id())
                                ? MadeUpServers.failed(
                                        scenario,
                                        1,
                                        "about a|b " + scenario.id(),
                                        MadeUpServers.evidence("", "", 0, "x"))
                                : MadeUpServers.result(scenario, "passed", 1))
                        .toList());
    }

    private Comparison comparison(String name) {
        return new Comparison(
                new PrintStream(printed, true, StandardCharsets.UTF_8), Style.PLAIN, folder.resolve(name));
    }
}
