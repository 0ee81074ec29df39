package miniredis.spec.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import miniredis.spec.i18n.Message;
import miniredis.spec.i18n.Messages;
import miniredis.spec.report.Changes;
import miniredis.spec.report.Columns;
import miniredis.spec.report.Style;
import miniredis.spec.specification.Selection;
import miniredis.spec.specification.SpecScenario;
import miniredis.spec.verdict.Actual;
import miniredis.spec.verdict.Cause;
import miniredis.spec.verdict.Evidence;
import miniredis.spec.verdict.Expected;
import miniredis.spec.verdict.Failure;
import miniredis.spec.verdict.RunResult;
import miniredis.spec.verdict.ScenarioResult;
import miniredis.spec.verdict.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What matters most has its place in any window. */
class ScreenTest {
    private static final int FAILED = 40;

    @ParameterizedTest
    @CsvSource({"80, 24", "200, 60", "60, 20", "40, 10"})
    void fitsIntoTheWindow(int width, int height) {
        var lines = Screen.of(view(Message.NONE, Optional.empty()), Style.PLAIN, Messages.ENGLISH, width, height);

        assertThat(lines).hasSizeLessThanOrEqualTo(height);
        assertThat(lines).allMatch(line -> line.length() <= width);
    }

    @Test
    void showsTotalsChangesTheFirstThingInFullAndTheOthersByNumber() {
        var text = String.join(
                "\n", Screen.of(view(Message.NONE, Optional.empty()), Style.PLAIN, Messages.ENGLISH, 100, 40));

        assertThat(text)
                .contains("steps 1-3", "1 TCP server", "+ 1 now passes: SET-01", "- 1 no longer passes: SET-02")
                .contains("First to fix", "sent      *1", "expected  OK", "received  +KO", "^ here")
                .contains("\n2  ", "\n9  ", "more causes")
                .doesNotContain("again     ")
                .endsWith("q quit");
    }

    @Test
    void aBuildThatFailedHasTheWindowForItself() {
        var output = new ArrayList<String>();
        for (int i = 1; i <= 100; i++) {
            output.add("error " + i);
        }

        var lines = Screen.of(
                view(Message.verbatim(String.join("\n", output)), Optional.empty()),
                Style.PLAIN,
                Messages.ENGLISH,
                80,
                24);

        assertThat(lines).contains("error 1").hasSizeLessThanOrEqualTo(24);
        assertThat(lines.get(lines.size() - 3)).contains("more lines");
    }

    @Test
    void whatIsTypedStandsWhereTheKeysWere() {
        var lines = Screen.of(
                view(Message.NONE, Optional.of(Message.of("watch.which-scenario", "INCR", Message.NONE))),
                Style.PLAIN,
                Messages.ENGLISH,
                80,
                24);

        assertThat(lines.get(lines.size() - 1)).startsWith("Which scenario? INCR_");
    }

    @Test
    void aCharacterOfJapaneseHasTwoColumns() {
        for (int width = 20; width <= 100; width += 7) {
            int columns = width;
            assertThat(Screen.of(view(Message.NONE, Optional.empty()), Style.PLAIN, Messages.JAPANESE, columns, 30))
                    .allSatisfy(line -> assertThat(Columns.of(line)).isLessThanOrEqualTo(columns))
                    .hasSizeLessThanOrEqualTo(30);
        }
        assertThat(Text.cut("最初に直すもの", 7)).isEqualTo("最初に…");
        assertThat(Text.wrapped("  hint      値です。値です。", 24, 12))
                .containsExactly("  hint      値です。値で", "            す。");
        assertThat(Text.wrapped("値は、値です。", 12, 0)).containsExactly("値は、値で", "す。");
    }

    @Test
    void longLinesAreWrappedAtSpacesAndTabsAreSpaces() {
        assertThat(Text.wrapped("  hint      one two three four five six", 24, 12))
                .containsExactly("  hint      one two", "            three four", "            five six");
        assertThat(Text.wrapped("x".repeat(25), 10, 2)).containsExactly("x".repeat(10), "  xxxxxxxx", "  xxxxxxx");
        assertThat(Text.cut("a\tb", 80)).isEqualTo("a    b");
    }

    private static View view(Message obstacle, Optional<Message> typed) {
        var scenarios = Selection.everything(false).scenarios();
        var results = new ArrayList<ScenarioResult>();
        scenarios.forEach(scenario -> results.add(result(scenario, results.size() < FAILED)));
        var run = RunResult.of("mine", "--command mine", Selection.everything(false), results, Message.NONE);
        var tallies = List.of(new WatchProgress.Tally(1, 0, 0, 22, 22), new WatchProgress.Tally(2, 40, 50, 0, 90));
        return new View(
                Message.of("selection.steps", 3),
                "mine",
                Message.verbatim("0.90 s"),
                true,
                tallies,
                Optional.of(run),
                new Changes(List.of("SET-01"), List.of("SET-02")),
                obstacle,
                List.of(),
                typed);
    }

    private static ScenarioResult result(SpecScenario scenario, boolean fails) {
        var evidence = new Evidence(ascii("*1\r\n$4\r\nPING\r\n"), Expected.OK, new Actual.Answered(ascii("+KO\r\n")));
        return new ScenarioResult(
                scenario,
                fails ? Status.FAILED : Status.PASSED,
                1,
                fails ? Optional.of(new Failure(evidence, "the reply is OK", Optional.empty())) : Optional.empty(),
                fails ? Optional.of(Cause.brokenRule(scenario.rule())) : Optional.empty(),
                Message.NONE,
                List.of(),
                Map.of(),
                "again " + scenario.id());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
