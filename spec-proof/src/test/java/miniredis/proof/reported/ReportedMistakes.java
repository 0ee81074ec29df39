package miniredis.proof.reported;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * How many bugs reported in other servers the specification catches; docs/power.md has the score. Takes a quarter of an hour, so
 * it runs with {@code mvn verify -Pproof -Dit.test=ReportedMistakes} only, which prints which scenario catches each of them.
 *
 * <p>{@code -Dproof.mistakes=garnet#504,dicedb} tries only those whose address contains one of these.
 */
class ReportedMistakes {
    private static final int AT_A_TIME = 4;

    @TestFactory
    Stream<DynamicTest> everyReportThatWasCaughtIsCaught() throws Exception {
        var trials = trials(chosen());
        trials.forEach(trial -> System.out.println(trial.line()));
        var page = ScorePage.read();
        return trials.stream()
                .map(trial -> DynamicTest.dynamicTest(
                        trial.report().address(),
                        () -> assertThat(trial.isCaught()).as(trial.line()).isEqualTo(page.isCaught(trial.report()))));
    }

    @Test
    void whatSomeOfThemNeedToShowIsNoMistake() throws Exception {
        assertThat(ReportTrial.ofLateSweep().first()).isEmpty();
    }

    private static List<ReportTrial> trials(List<Report> reports) throws Exception {
        var threads = Executors.newFixedThreadPool(AT_A_TIME);
        try {
            var running = reports.stream()
                    .map(report -> threads.submit((Callable<ReportTrial>) () -> ReportTrial.of(report)))
                    .toList();
            var trials = new ArrayList<ReportTrial>();
            for (var trial : running) {
                trials.add(trial.get());
            }
            return trials;
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<Report> chosen() {
        String names = System.getProperty("proof.mistakes");
        if (names == null) {
            return Report.all();
        }
        var wanted = Arrays.asList(names.split(","));
        return Report.all().stream()
                .filter(report -> wanted.stream().anyMatch(report.address()::contains))
                .toList();
    }
}
