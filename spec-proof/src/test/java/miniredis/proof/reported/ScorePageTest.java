package miniredis.proof.reported;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import miniredis.proof.faults.PatchedServer;
import org.junit.jupiter.api.Test;

/** The page with the score lists these reports, and its sums are correct. {@link ReportedMistakes} checks if each is caught. */
class ScorePageTest {
    private static final int BEFORE = 2;
    private static final int NOW = 3;

    @Test
    void thereAreFiftyThatCanBeLookedUpAndNoneTwice() {
        assertThat(Report.all().stream().filter(Report::hasAddress)).hasSize(50);
        assertThat(Report.all()).extracting(Report::address).doesNotHaveDuplicates();
        assertThat(Report.all().stream().filter(report -> report.known().isPresent()))
                .hasSizeLessThanOrEqualTo(10);
    }

    @Test
    void eachHasARow() throws IOException {
        var page = ScorePage.read();

        assertThat(Report.all())
                .allSatisfy(report -> assertThat(page.row(report).get(1)).startsWith(report.sentence()));
    }

    @Test
    void theSumsAreThoseOfTheRows() throws IOException {
        var page = ScorePage.read();
        var fifty = Report.all().stream().filter(Report::hasAddress).toList();

        assertThat(page.lines())
                .contains("| reports caught, of fifty | %d | %d |"
                        .formatted(caught(page, fifty, BEFORE), caught(page, fifty, NOW)));
    }

    private static long caught(ScorePage page, List<Report> reports, int column) {
        Predicate<Report> isCaught = report -> !page.row(report).get(column).equals(ScorePage.NOTHING);
        return reports.stream().filter(isCaught).count();
    }

    /** A patch that fits nowhere, or in two places, would not make the mistake that its sentence describes. */
    @Test
    void eachPatchFitsTheSourceInOnePlace() throws IOException {
        for (var report : Report.all()) {
            for (var patch : report.patches()) {
                var file = Path.of("..").resolve(PatchedServer.SOURCES).resolve(patch.file() + ".java");
                assertThat(patch.occurrences(Files.readString(file)))
                        .as(report.address() + ": " + patch.from())
                        .isEqualTo(1);
            }
        }
    }
}
